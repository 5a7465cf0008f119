/** Rows of imports, and how they are read. */

import type { ImportState, ReadmeImport } from '../../entities/readme-import.js';
import type { ImportedPair, ImportSummary } from './import-model.js';

export interface ImportRow {
  member_id: string;
  state: ImportState;
  file_name: string;
  file_hash: string;
  preview: Record<string, unknown> | null;
  kept_until: Date | null;
  created_at: Date;
}

export interface SummaryRow {
  member_id: string;
  file_name: string;
  entry_count: number;
  pair_count: number;
  known_count: number;
  channel_id: string | null;
  message_id: string | null;
  counts: ImportSummary['counts'];
  pairs: ImportedPair[];
  technologies: string[];
  review: ImportSummary['review'];
}

export type FoundImport = Pick<
  ReadmeImport,
  'memberId' | 'state' | 'fileName' | 'fileHash' | 'preview' | 'keptUntil' | 'createdAt'
>;

export function importOf(row: ImportRow): FoundImport {
  return {
    memberId: row.member_id,
    state: row.state,
    fileName: row.file_name,
    fileHash: row.file_hash,
    preview: row.preview,
    keptUntil: row.kept_until,
    createdAt: row.created_at,
  };
}

export function summaryOf(guildId: string, id: string, row: SummaryRow): ImportSummary {
  return {
    id,
    guildId,
    memberId: row.member_id,
    fileName: row.file_name,
    entryCount: row.entry_count,
    pairCount: row.pair_count,
    knownCount: row.known_count,
    counts: row.counts,
    pairs: row.pairs,
    technologies: row.technologies,
    review: row.review,
    card: row.channel_id && row.message_id ? { channelId: row.channel_id, messageId: row.message_id } : null,
  };
}
