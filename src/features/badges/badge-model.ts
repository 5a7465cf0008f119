/** Badges: what there is to earn, and what a member earned. */
import { type Badge, badges } from '../../entities/badge-role.js';

export { type Badge, badges };

/** What the badges ask for: people helped, and weeks in a row. */
export const badgeBounds = { people: 10, weeks: 4 } as const;

export interface EarnedBadge {
  badge: Badge;
  at: Date;
}

/** A member's badges, in the order in which they were earned, and the weeks in a row with a contribution. */
export interface MemberBadges {
  badges: EarnedBadge[];
  /** `now` is 0 unless there was one in this week or the one before. */
  streak: { now: number; longest: number };
}

/** Somebody who earned badges in a period. */
export interface NewBadges {
  person: { id: string; name: string; hasLeft: boolean };
  badges: Badge[];
}
