/** Figures of a cohort for its moderators: how much is shared, by how many, and how long one waits. */
import type { ChartSeries, DailyCount } from '../digest/digest-history-model.js';

export type SharedCounts = Record<ChartSeries, number>;

/** What became of challenges that were asked here; waiting in milliseconds, null while there is nothing to measure. */
export interface ChallengeFigures {
  asked: number;
  solved: number;
  /** Without any solution yet. */
  unanswered: number;
  /** From asking to the first solution. */
  firstSolution: { median: number; p90: number } | null;
}

export interface CohortStats {
  /** Eight weeks of seven days on the guild's wall clock, oldest first, each by its first day; the last one ends today. */
  weeks: readonly DailyCount[];
  /** Everything that can be seen, and what of it an import brought on top. */
  shared: SharedCounts;
  imported: SharedCounts;
  /** Members who shared something in the last week, in the last four, and ever. */
  active: { week: number; fourWeeks: number; ever: number };
  challenges: { recent: ChallengeFigures; ever: ChallengeFigures };
  /** Challenges about which members were asked, and those solved within two days of it. */
  reminded: { count: number; solved: number };
  /** What moderators were asked to look at: open now, and how long decisions took. */
  queue: { open: number; oldest: Date | null; decided: number; median: number | null };
}

/** Weeks that are counted one by one, and that `recent` is about. */
export const statsWeeks = 8;
