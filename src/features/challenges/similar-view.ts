/** Solved challenges like one that is about to be posted, with an excerpt of their solutions, or that was just posted. */
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escapeTitle, safeMarkdown, shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import type { SimilarChallenge } from './similar-model.js';

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
            `**#${number} ${escapeTitle(title)}**\n-# ${words.entries.similar.solvedBy(solution.authorId, solution.number)}\n${shorten(safeMarkdown(solution.body), heart)}`,
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

/** Less similar ones, in a line each, for the author. */
export function alsoSimilarView(
  words: Catalogue,
  guildId: string,
  similar: readonly SimilarChallenge[],
): MessageView {
  const line = ({ number, title, card, solution }: SimilarChallenge) => {
    const label = card
      ? `[#${number}](${messageLink(guildId, card.channelId, card.messageId)})`
      : `#${number}`;
    return `**${label}** ${escapeTitle(title)} · ${words.entries.similar.solvedBy(solution.authorId, solution.number)}`;
  };
  return {
    components: [
      container(
        accents.challenge,
        text(words.entries.similar.also),
        text(similar.map(line).join('\n')),
        row(
          ...similar.map(({ solution }) =>
            button(routes.view.id({ number: solution.number }), words.entries.similar.view(solution.number)),
          ),
        ),
      ),
    ],
  };
}
