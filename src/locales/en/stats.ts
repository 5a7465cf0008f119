/** Words of `/admin stats`: the figures, and the text of their chart. */
import type { ChallengeFigures, CohortStats, SharedCounts } from '../../entities/cohort-stats.js';
import { digestChart } from './digest-chart.js';
import { plural } from './plural.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

const counted = ({ learning, challenge, solution }: SharedCounts) =>
  list.format([
    plural(learning, 'learning', 'learnings'),
    plural(challenge, 'challenge', 'challenges'),
    plural(solution, 'solution', 'solutions'),
  ]);

/** A time to wait (ms) in the unit one would say it in. */
function waiting(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return plural(Math.round(minutes), 'minute', 'minutes');
  if (minutes < 36 * 60) return plural(Math.round(minutes / 60), 'hour', 'hours');
  return plural(Math.round(minutes / 1_440), 'day', 'days');
}

const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;

const challenges = (period: string, { asked, solved, unanswered, firstSolution }: ChallengeFigures) =>
  asked === 0
    ? `${period}: none asked.`
    : [
        `${period}: ${solved} of ${asked} solved (${share(solved, asked)}), ${unanswered} without any answer.`,
        ...(firstSolution
          ? [
              `Half of those answered had a first solution within ${waiting(firstSolution.median)}, nine in ten within ${waiting(firstSolution.p90)}.`,
            ]
          : []),
      ].join(' ');

export const stats = {
  command: 'How much is shared, by how many, and how long challenges wait, with a chart',
  title: '### 📊 Figures of this cohort',
  empty:
    'There is nothing to count yet. Once somebody shares with /share or asks with /challenge post, the figures are here.',
  active: ({ week, fourWeeks, ever }: CohortStats['active']) =>
    `**Members who shared**: ${week} in the last 7 days, ${fourWeeks} in the last 28, ${ever} in all.`,
  lastWeek: (counts: SharedCounts) => `**Last 7 days**: ${counted(counts)}.`,
  lastWeeks: (weeks: number, counts: SharedCounts) => `**Last ${weeks} weeks**: ${counted(counts)}.`,
  shared: (counts: SharedCounts) => `**In all**: ${counted(counts)}.`,
  imported: (counts: SharedCounts) => `**Imported** on top of that: ${counted(counts)}.`,
  challengesTitle: '**Challenges**',
  recentChallenges: (weeks: number, figures: ChallengeFigures) =>
    `- ${challenges(`Asked in the last ${weeks} weeks`, figures)}`,
  allChallenges: (figures: ChallengeFigures) => `- ${challenges('Ever asked', figures)}`,
  queueTitle: '**Moderators’ queue**',
  queueOpen: (open: number, oldest: string | null) =>
    open === 0
      ? '- Nothing is waiting.'
      : `- ${open} waiting${oldest ? `, the oldest since ${oldest}` : ''}.`,
  queueDecided: (decided: number, median: number) =>
    `- ${plural(decided, 'decision', 'decisions')}, after ${waiting(median)} at the median.`,
  note: '-# Hidden and deleted entries are not counted. Weeks are seven days each, the last one ends today.',
  chart: {
    ...digestChart,
    title: 'Entries a week',
    description: (first: string, last: string, totals: SharedCounts) =>
      `Bar chart of the entries shared a week, in the weeks from ${digestChart.day(first)} to that from ${digestChart.day(last)}: ${counted(totals)} in all.`,
    busiest: (date: string, entries: number) =>
      `The busiest week was that from ${digestChart.day(date)}, with ${plural(entries, 'entry', 'entries')}.`,
  },
};
