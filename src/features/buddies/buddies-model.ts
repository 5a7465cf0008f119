/** Plain values of study buddies: who takes part, what the matching knows of them, and what a round gives. */
import type { Hours } from '../../entities/buddies.js';
import type { Track } from '../../entities/profile.js';

/** What the matching knows of somebody who takes part. */
export interface Candidate {
  id: string;
  track: Track | null;
  /** Tags of what they shared lately. */
  tags: readonly string[];
  /** The name of their project, folded for comparison; null without one. */
  project: string | null;
  /** The part of the day that suits them; null when any does. */
  hours: Hours | null;
  /** Whether nobody was left for them in the round before. */
  wasLeftOut?: boolean;
}

/** A group of an earlier round. */
export interface PastGroup {
  /** Two or three members. */
  members: readonly string[];
  /** Rounds ago; 1 is the round before this one. */
  roundsAgo: number;
  /** Whether they said that they met; null when nobody answered. */
  met: boolean | null;
}

/** Up to this many are matched exactly. */
export const matchedExactlyUpTo = 200;

export interface MatchingTask {
  candidates: readonly Candidate[];
  history: readonly PastGroup[];
  /** Pairs of members who are never matched, in any order. */
  blocks: readonly (readonly [string, string])[];
  /** The same seed and task give the same groups. */
  seed: string;
}

export interface Matching {
  /** Of two members, and of three where the number is odd; members and groups in a fixed order. */
  groups: string[][];
  /** Members for whom nobody was left. */
  leftOut: string[];
}

/** A member of a group, as others in it get to know them. */
export interface GroupMember {
  id: string;
  displayName: string;
  track: Track | null;
  projectName: string | null;
  summary: string | null;
  /** Links they agreed to show to others. */
  links: readonly string[];
  tags: readonly string[];
  met: boolean | null;
  /** Whether they agreed to swap contacts. */
  sharesContact: boolean;
  /** Whether they may be told of the group now: they still take part, are still here and aren't muted. */
  isIn: boolean;
}

/** An open challenge of one that tags of another in the group fit. */
export interface FittingChallenge {
  number: number;
  title: string;
  askerId: string;
  helperId: string;
  tags: readonly string[];
  card: { channelId: string; messageId: string } | null;
}

export interface BuddyGroupContent {
  guildId: string;
  roundAt: Date;
  number: number;
  threadId: string | null;
  members: GroupMember[];
  challenges: FittingChallenge[];
  /** Whether any two of them were in a group before. */
  haveMet: boolean;
}

/** What a member sees of buddies. */
export interface BuddyStatus {
  /** Undefined for who doesn't take part. */
  buddy: { skipsNext: boolean; hours: Hours | null; isNamed: boolean } | undefined;
  blockedIds: string[];
  /** When the next round is due; null while none is scheduled. */
  nextDueAt: Date | null;
  isPaused: boolean;
  participants: number;
  /** Their group of the newest round, unless it is older than a week. */
  group: BuddyGroupContent | undefined;
  /** Different partners so far. */
  partners: number;
}

/** When a guild's rounds are. */
export interface BuddyRounds {
  /** ISO weekday, Monday = 1. */
  weekday: number;
  /** Wall-clock time in `timezone`, `HH:MM:SS`. */
  time: string;
  timezone: string;
  nextDueAt: Date | null;
  isPaused: boolean;
}
