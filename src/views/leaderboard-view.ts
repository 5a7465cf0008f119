/** The leaderboard as a message: the first ten, one's own place, and buttons for other periods. */
import { routes } from '../components/routes.js';
import { type Leaderboard, leaderboardPeriods, type Standing } from '../entities/standing.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, divider, row, text } from './blocks.js';
import type { MessageView } from './message-view.js';
import { timestamp } from './text.js';

export function leaderboardView(
  words: Catalogue,
  { period, since, standings, own }: Leaderboard,
): MessageView {
  const { leaderboard } = words.search;
  const heading = leaderboard.heading(leaderboard.periods[period]);
  return {
    components: [
      container(
        accents.quiet,
        text(since ? `${heading}\n${leaderboard.since(timestamp(since, 'f'))}` : heading),
        text(
          standings.length === 0
            ? leaderboard.nobody
            : standings.map((standing) => standingText(words, standing)).join('\n'),
        ),
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
