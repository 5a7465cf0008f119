/** How entries and people are named within a digest. */

import { escape, escapeTitle, shorten } from '../../discord/message/text.js';
import type { CardPlace } from '../../entities/card.js';
import { messageLink } from '../../platform/discord-links.js';
import type { Person } from './digest-content-model.js';

/** A title of at most `limit` UTF-16 units, taken literally; one written right to left keeps what follows in its place. */
export function titleText(title: string, limit: number): string {
  return escapeTitle(shorten(title, limit));
}

/** Behind a title: its card has a picture. A digest stays light, and the card is one click away. */
export function pictureMark(hasPicture = false): string {
  return hasPicture ? ' 🖼️' : '';
}

/** `#12`, leading to the entry's card where there is one. */
export function entryLink(guildId: string, number: number, card: CardPlace | null): string {
  return card ? `[#${number}](${messageLink(guildId, card.channelId, card.messageId)})` : `#${number}`;
}

/** A mention, which pings nobody in a digest; the last known name of someone who left. */
export function personOf({ id, name, hasLeft }: Person): string {
  return hasLeft ? `**${escape(shorten(name, 24))}**` : `<@${id}>`;
}
