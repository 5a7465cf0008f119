/** The leaderboard: members' places, and what they were earned with. */

export const leaderboardPeriods = ['week', 'month', 'all'] as const;
export type LeaderboardPeriod = (typeof leaderboardPeriods)[number];

/** What points are counted for: contributions since then, with weeks that begin at that instant, before and after. */
export interface CountedPeriod {
  /** `last-week` begins with the week that ended and goes on; it's read while nobody has points after that week. */
  period: LeaderboardPeriod | 'last-week';
  since: Date;
  weekAnchor: Date;
}

export interface Leaderboard {
  period: LeaderboardPeriod;
  /** Contributions from then on are counted; null for all. */
  since: Date | null;
  /** Where the period ended; null while it still runs. */
  until: Date | null;
  /** The first ten places. */
  standings: Standing[];
  /** The member's own place; null when they are among the first ten or have no points. */
  own: Standing | null;
  /** The member has no points in the period. */
  hasNone: boolean;
}

export interface Standing {
  /** From 1; members with equal points share one. */
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
