/** The plain values of study sessions. */
import type { Session } from '../../entities/session.js';

/** A session before it is confirmed, as it is kept in a draft. */
export interface PlannedSession {
  topic: string;
  place: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** What was understood of `when`: the instant, and what a clock change did to it. */
export interface UnderstoodTime {
  at: Date;
  /** `skipped`: that time doesn't exist on this day, so it is the one after; `twice`: it exists twice, so it is the first. */
  clockChange: 'none' | 'skipped' | 'twice';
}

export interface ShownSession extends Session {
  /** Ids of those who said that they come, the first one first. */
  going: string[];
  /** Ids of those who were there and may be named. */
  attended: string[];
}

export const sessionTopics = {
  card: 'session-card',
  reminder: 'session-reminder',
  /** The same to one member, where the card's channel takes nothing. */
  direct: 'session-reminder-direct',
  recap: 'session-recap',
} as const;

/** How long before the start the reminder goes out (ms). */
export const reminderMs = 15 * 60_000;

/** Members named in one message at most. */
export const namedAtMost = 40;

/** Sessions in a list at most. */
export const listedAtMost = 10;
