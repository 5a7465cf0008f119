/** What is read of imports: one as it is stored, and what it brought. */
import type { ReadmeImport } from '../../entities/readme-import.js';
import type { ImportSummary } from './import-model.js';

export type FoundImport = Pick<
  ReadmeImport,
  'memberId' | 'state' | 'fileName' | 'fileHash' | 'preview' | 'keptUntil' | 'createdAt'
>;

export type SummaryRow = Omit<ImportSummary, 'id' | 'guildId' | 'card'> & {
  channelId: string | null;
  messageId: string | null;
};

export function summaryOf(
  guildId: string,
  id: string,
  { channelId, messageId, ...summary }: SummaryRow,
): ImportSummary {
  return { id, guildId, ...summary, card: channelId && messageId ? { channelId, messageId } : null };
}
