/** Everything of one period, page by page: what the digest itself had no room for. */
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { WeekEntry, WeekPage } from './digest-content-model.js';
import { entryLink, personOf, titleText } from './digest-pieces.js';

/** How much is shown of titles (UTF-16 units), from ample to what always fits. */
const titleLengths = [90, 60, 40, 25] as const;

export function digestWeekView(words: Catalogue, week: WeekPage): MessageView {
  return fitted(titleLengths, (titleLength) => viewOf(words, week, titleLength));
}

function viewOf(words: Catalogue, week: WeekPage, titleLength: number): MessageView {
  const { week: worded } = words.digest;
  const { guildId, periodEnd, page, pages } = week;
  const period = words.digest.period(timestamp(week.start, 'D'), timestamp(week.end, 'D'));
  const lines = week.entries.map((entry) => lineOf(words, guildId, entry, titleLength));
  return {
    components: [
      container(
        accents.digest,
        text(`${worded.heading}\n${period}`),
        divider(),
        text(lines.length > 0 ? lines.join('\n') : worded.empty),
        ...(pages > 1
          ? [
              text(worded.page(page + 1, pages)),
              row(
                button(
                  routes.digestPage.id({ periodEnd, page: Math.max(0, page - 1) }),
                  words.buttons.previous,
                  {
                    disabled: page === 0,
                  },
                ),
                button(routes.digestPage.id({ periodEnd, page: page + 1 }), words.buttons.next, {
                  disabled: page === pages - 1,
                }),
              ),
            ]
          : []),
      ),
    ],
  };
}

function lineOf(words: Catalogue, guildId: string, entry: WeekEntry, titleLength: number): string {
  const { week } = words.digest;
  const title = titleText(entry.title, titleLength);
  return [
    `${entry.isSolved ? week.solved : week.types[entry.type]} ${entry.type === 'solution' ? week.solutionTo(title) : title}`,
    entryLink(guildId, entry.number, entry.card),
    words.digest.by(personOf(entry.author)),
    ...(entry.helpful > 0 ? [words.digest.helpful(entry.helpful)] : []),
  ].join(' · ');
}
