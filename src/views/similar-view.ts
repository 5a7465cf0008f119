/** Up to three solved challenges like the one about to be posted, each with the heart of its solution. */
import { routes } from '../components/routes.js';
import type { SimilarChallenge } from '../entities/similar-challenge.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, divider, row, text } from './blocks.js';
import type { MessageView } from './message-view.js';
import { escape, safeMarkdown, shorten } from './text.js';

/** How much of a solution is shown of each (UTF-16 units). */
const heart = 400;

export function similarView(
  words: Catalogue,
  draft: string,
  similar: readonly SimilarChallenge[],
): MessageView {
  return {
    components: [
      container(
        accents.challenge,
        text(words.entries.similar.intro),
        ...similar.flatMap(({ number, title, solution }) => [
          divider(),
          text(
            `**#${number} ${escape(title)}**\n-# ${words.entries.similar.solvedBy(solution.authorId, solution.number)}\n${shorten(safeMarkdown(solution.body), heart)}`,
          ),
          row(
            button(routes.thisSolvesIt.id({ draft, number: solution.number }), words.buttons.thisSolvesIt, {
              style: 'success',
            }),
          ),
        ]),
        divider(),
        row(button(routes.postAnyway.id({ draft }), words.buttons.postAnyway, { style: 'primary' })),
      ),
    ],
  };
}
