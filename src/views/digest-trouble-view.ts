/** What moderators, or the owner, are told when the digest cannot be posted: why, and what mends it. */
import type { DigestReason } from '../entities/digest.js';
import type { Catalogue } from '../locales/catalogue.js';
import { note } from './blocks.js';
import { reasonText } from './digest-answers.js';
import type { MessageView } from './message-view.js';
import { escape, timestamp } from './text.js';

export interface ToldTrouble {
  reason: DigestReason;
  channelId: string | null;
  periodEnd: Date;
  retryAt: Date;
}

/** `guildName` is said to an owner, who may own several. */
export function digestTroubleView(
  words: Catalogue,
  { reason, channelId, periodEnd, retryAt }: ToldTrouble,
  guildName?: string,
): MessageView {
  const { trouble, troubleOf } = words.digestDelivery;
  return note(
    [
      trouble(timestamp(periodEnd, 'D'), reasonText(words, reason, channelId), timestamp(retryAt, 'R')),
      ...(guildName ? [troubleOf(escape(guildName))] : []),
    ].join('\n'),
  );
}
