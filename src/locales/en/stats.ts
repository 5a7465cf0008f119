/** Copy of `/admin stats`: the figures, and the text of their chart. */
import type { ChallengeFigures, CohortStats, SharedCounts } from '../../features/stats/cohort-stats-model.js';
import { digestChart } from './digest-chart.js';
import { plural } from './plural.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

const counted = ({ learning, challenge, solution }: SharedCounts) =>
  list.format([
    plural(learning, 'learning', 'learnings'),
    plural(challenge, 'challenge', 'challenges'),
    plural(solution, 'solution', 'solutions'),
  ]);

/** A waiting time in milliseconds, in the unit people would use. */
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
        `${period}: ${solved} of ${asked} solved (${share(solved, asked)}), ${unanswered} without an answer.`,
        ...(firstSolution
          ? [
              `Half of the answered ones got a first solution within ${waiting(firstSolution.median)}, nine out of ten within ${waiting(firstSolution.p90)}.`,
            ]
          : []),
      ].join(' ');

export const stats = {
  command: 'See how much is shared, by how many members, and how long challenges wait, with a chart',
  title: '### 📊 This cohort in figures',
  empty:
    'There’s nothing to count yet. The figures appear once someone shares with /share or asks with /challenge post.',
  active: ({ week, fourWeeks, ever }: CohortStats['active']) =>
    `**Members who shared**: ${week} in the last 7 days, ${fourWeeks} in the last 28, ${ever} in total.`,
  lastWeek: (counts: SharedCounts) => `**Last 7 days**: ${counted(counts)}.`,
  lastWeeks: (weeks: number, counts: SharedCounts) => `**Last ${weeks} weeks**: ${counted(counts)}.`,
  shared: (counts: SharedCounts) => `**In total**: ${counted(counts)}.`,
  imported: (counts: SharedCounts) => `**Imported**, in addition: ${counted(counts)}.`,
  challengesTitle: '**Challenges**',
  recentChallenges: (weeks: number, figures: ChallengeFigures) =>
    `- ${challenges(`Asked in the last ${weeks} weeks`, figures)}`,
  allChallenges: (figures: ChallengeFigures) => `- ${challenges('Ever asked', figures)}`,
  reminded: ({ count, solved }: CohortStats['reminded']) =>
    `- I asked members about ${plural(count, 'open challenge', 'open challenges')}: ${solved} solved within two days.`,
  queueTitle: '**Moderation queue**',
  queueOpen: (open: number, oldest: string | null) =>
    open === 0 ? '- Nothing is waiting.' : `- ${open} waiting${oldest ? `, the oldest from ${oldest}` : ''}.`,
  queueDecided: (decided: number, median: number) =>
    `- ${plural(decided, 'decision', 'decisions')}, after a median wait of ${waiting(median)}.`,
  note: '-# Hidden and deleted entries don’t count. Each week is seven days; the last one ends today.',
  chart: {
    ...digestChart,
    title: 'Entries per week',
    description: (first: string, last: string, totals: SharedCounts) =>
      `Bar chart of entries shared per week, from the week of ${digestChart.day(first)} to the week of ${digestChart.day(last)}: ${counted(totals)} in total.`,
    busiest: (date: string, entries: number) =>
      `The busiest week was the week of ${digestChart.day(date)}, with ${plural(entries, 'entry', 'entries')}.`,
  },
};
