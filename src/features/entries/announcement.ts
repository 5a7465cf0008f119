/** A new entry's card with the mention its challenge's asker wants, or none. */
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { Mentions } from '../notifications/index.js';
import type { ShownPictures } from '../pictures/index.js';
import { announcedCard } from './entry-card.js';
import type { EntryDetails } from './entry-model.js';

/** The asker is named in any case; they get a ping only if they want one in the channel. */
export async function announcement(
  words: Catalogue,
  entry: EntryDetails,
  mentions: Mentions,
  pictures?: ShownPictures,
): Promise<MessageView> {
  const view = announcedCard(words, entry, pictures);
  const [askerId] = view.mentions ?? [];
  const isWanted = !askerId || (await mentions.wantsMention(entry.guildId, askerId, 'solution'));
  return isWanted ? view : { ...view, mentions: [] };
}
