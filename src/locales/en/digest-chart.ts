/** Copy of the digest's chart: the words in the picture, and the alternative text. */
import { plural } from './plural.js';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

interface Counts {
  learning: number;
  challenge: number;
  solution: number;
}

const counted = ({ learning, challenge, solution }: Counts): string =>
  [
    plural(learning, 'learning', 'learnings'),
    plural(challenge, 'challenge', 'challenges'),
    plural(solution, 'solution', 'solutions'),
  ].join(', ');

/** Dates are ISO dates, such as `2026-03-09`. */
export const digestChart = {
  title: 'Entries per day',
  period: (weeks: number) => `last ${weeks} weeks`,
  series: { learning: 'Learnings', challenge: 'Challenges', solution: 'Solutions' },
  day: (date: string) => day.format(new Date(date)),
  description: (first: string, last: string, totals: Counts) =>
    `Bar chart of entries shared per day, ${day.format(new Date(first))} to ${day.format(new Date(last))}: ${counted(totals)} in total.`,
  busiest: (date: string, entries: number) =>
    `The busiest day was ${weekday.format(new Date(date))}, with ${plural(entries, 'entry', 'entries')}.`,
  weeks: (lines: readonly string[]) => `Week by week: ${lines.join('; ')}.`,
  week: (first: string, counts: Counts) => `week of ${day.format(new Date(first))}, ${counted(counts)}`,
};
