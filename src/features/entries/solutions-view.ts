/** The solutions to one challenge, the accepted one first, each with a button that shows it in full. */
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, note, row, text } from '../../discord/message/blocks.js';
import { heartOf } from '../../discord/message/excerpt.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escapeTitle } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { EntryDetails, OfferedSolution } from './entry-model.js';

/** How much is shown of each (UTF-16 units), from ample to what always fits. */
const measures: readonly [number, ...number[]] = [350, 160, 60];

/** `solutions` are at most ten. */
export function solutionsView(
  words: Catalogue,
  challenge: EntryDetails,
  solutions: readonly OfferedSolution[],
): MessageView {
  const { number } = challenge;
  if (solutions.length === 0) return note(words.entries.noSolutions(number));
  const more = challenge.solutionCount - solutions.length;
  return fitted(measures, (length) => ({
    components: [
      container(
        challenge.accepted ? accents.solved : accents.challenge,
        text(words.entries.solutionsOf(number, escapeTitle(challenge.title ?? ''))),
        ...solutions.flatMap((solution) => [
          divider(),
          text(`${words.entries.offered(solution)}\n${heartOf(solution.body, length)}`),
          row(button(routes.view.id({ number: solution.number }), words.buttons.view)),
        ]),
        ...(more > 0 ? [text(words.entries.moreSolutions(more))] : []),
        row(button(routes.view.id({ number }), words.entries.seeChallenge)),
      ),
    ],
  }));
}
