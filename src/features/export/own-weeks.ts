/** A member's weeks: how much they shared in each, for the chart above their README. */
import { mondayOf, mostWeeks, weekMs } from '../../readme/export/cover.js';
import type { ReadmeMaterial } from '../../readme/readme-material.js';
import type { ChartSeries, DailyCount } from '../digest/index.js';

/** The picture's name, beside the README that refers to it. */
export const weeksFile = 'weeks.png';

type Shared = Pick<ReadmeMaterial, 'learnings' | 'challenges' | 'given'>;

/** From the first week to the last one, those without anything included; empty for less than two weeks. */
export function weeksOf({ learnings, challenges, given }: Shared): DailyCount[] {
  const shared: [ChartSeries, readonly { sharedAt?: Date }[]][] = [
    ['learning', learnings],
    ['challenge', challenges],
    ['solution', given],
  ];
  const mondays = shared.flatMap(([series, entries]) =>
    entries.flatMap(({ sharedAt }) => (sharedAt ? [{ series, monday: mondayOf(sharedAt.getTime()) }] : [])),
  );
  const all = mondays.map(({ monday }) => monday);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const weeks = new Map<number, DailyCount>();
  for (let monday = first; monday <= last; monday += weekMs) {
    const date = new Date(monday).toISOString().slice(0, 10);
    weeks.set(monday, { date, learning: 0, challenge: 0, solution: 0 });
  }
  for (const { series, monday } of mondays) {
    const week = weeks.get(monday);
    if (week) week[series] += 1;
  }
  return weeks.size < 2 ? [] : [...weeks.values()].slice(-mostWeeks);
}
