/** A message of the bot in which each `#12` is a link to that entry's card. */
import { entryNumbersIn, withEntryLinks } from '../../discord/message/entry-links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { CardPlace } from '../../entities/card.js';
import type { CardService } from './card-service.js';

/** The same message if it mentions no entry that has a card. */
export async function linkedMessage(
  cards: Pick<CardService, 'placesOf'>,
  guildId: string,
  view: MessageView,
): Promise<MessageView> {
  const known = view.places ?? new Map<number, CardPlace | null>();
  const unknown = entryNumbersIn(view).filter((number) => !known.has(number));
  const found = unknown.length > 0 ? await cards.placesOf(guildId, unknown) : [];
  return withEntryLinks(view, guildId, new Map([...known, ...found]));
}
