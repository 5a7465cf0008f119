/** Which thread a control is about: the one that it is in, or else the one on the challenge's card. */
import type { MessageComponentInteraction } from 'discord.js';
import type { EntryDetails } from '../../features/entries/index.js';

/** A message's thread has the message's id; null when the challenge has no card. */
export function threadOf(
  { channel, channelId }: Pick<MessageComponentInteraction, 'channel' | 'channelId'>,
  { card }: Pick<EntryDetails, 'card'>,
): string | null {
  return channel?.isThread() ? channelId : (card?.messageId ?? null);
}
