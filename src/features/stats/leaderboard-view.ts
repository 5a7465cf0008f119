/** The leaderboard as a message: the first ten, one's own place, and buttons for other periods. */
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { type Leaderboard, leaderboardPeriods, type Standing } from './leaderboard-model.js';

export function leaderboardView(
  words: Catalogue,
  { period, since, until, standings, own, hasNone }: Leaderboard,
): MessageView {
  const { leaderboard } = words.search;
  const heading = leaderboard.heading(until ? leaderboard.lastWeek : leaderboard.periods[period]);
  const span =
    since &&
    (until
      ? leaderboard.ended(timestamp(since, 'f'), timestamp(until, 'f'))
      : leaderboard.since(timestamp(since, 'f')));
  return {
    components: [
      container(
        accents.quiet,
        text(span ? `${heading}\n${span}` : heading),
        text(
          standings.length === 0
            ? leaderboard.nobody
            : standings.map((standing) => standingText(words, standing)).join('\n'),
        ),
        ...(hasNone ? [divider(), text(until ? leaderboard.ownNoneThen : leaderboard.ownNone)] : []),
        ...(own ? [divider(), text(`${leaderboard.own}\n${standingText(words, own)}`)] : []),
        text(leaderboard.key),
        row(
          ...leaderboardPeriods.map((other) =>
            button(routes.leaderboard.id({ period: other }), leaderboard.periods[other], {
              ...(other === period && { style: 'primary', disabled: true }),
            }),
          ),
        ),
      ),
    ],
  };
}

function standingText(words: Catalogue, standing: Standing): string {
  const { leaderboard, join } = words.search;
  const { place, userId, points } = standing;
  const earned = (['accepted', 'learnings', 'solutions', 'challenges', 'helpful'] as const)
    .filter((what) => standing[what] > 0)
    .map((what) => leaderboard[what](standing[what]));
  const medal = leaderboard.medals[place - 1] ?? leaderboard.place(place);
  return `${leaderboard.line(medal, userId, points)}\n-# ${join(earned)}`;
}
