/** The message to moderators, or the owner, when the digest can't be posted: why, and how to fix it. */

import { note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, timestamp } from '../../discord/message/text.js';
import type { DigestReason } from '../../entities/digest.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { reasonText } from './digest-answers.js';

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
