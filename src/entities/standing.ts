/** The leaderboard: members' places, and what they were earned with. */

export const leaderboardPeriods = ['week', 'month', 'all'] as const;
export type LeaderboardPeriod = (typeof leaderboardPeriods)[number];

export interface Leaderboard {
  period: LeaderboardPeriod;
  /** Contributions from then on are counted; null for all. */
  since: Date | null;
  /** The first ten places. */
  standings: Standing[];
  /** The member's own place; null when they are among the first ten or have no points. */
  own: Standing | null;
}

export interface Standing {
  /** From 1; no two members share one. */
  place: number;
  userId: string;
  displayName: string;
  points: number;
  /** How many of each there were; Helpful as far as they count. */
  accepted: number;
  solutions: number;
  learnings: number;
  challenges: number;
  helpful: number;
}
