/** The answers to a moderator's actions on an entry. */

import { note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** The challenge whose pair an action undid or made again, by its number. */
interface Changed {
  challenge: { number: number } | null;
}

export function hiddenView({ moderation }: Catalogue, number: number, { challenge }: Changed): MessageView {
  return sentences(moderation.hidden(number), challenge && moderation.reopened(challenge.number));
}

export function removedView({ moderation }: Catalogue, number: number, { challenge }: Changed): MessageView {
  return sentences(moderation.removed(number), challenge && moderation.reopened(challenge.number));
}

export function restoredView(
  { moderation }: Catalogue,
  number: number,
  { challenge, stillWithout }: Changed & { stillWithout: number | null },
): MessageView {
  return sentences(
    moderation.restored(number),
    challenge && moderation.solvedAgain(challenge.number),
    stillWithout === null ? null : moderation.notPaired(stillWithout),
  );
}

function sentences(...all: (string | null)[]): MessageView {
  return note(all.filter((sentence) => sentence !== null).join(' '));
}
