/** How a guild's digest stands: its schedule, its running period and what became of the last ones. */
import type { Guild } from '../../entities/guild.js';
import { periodAfterPause, scheduleOf } from './digest-schedule.js';
import type { DigestRecord } from './digest-store.js';

export interface DigestStatus {
  /** Whether a moderator has ever scheduled it. */
  isScheduled: boolean;
  weekday: number;
  /** `HH:MM` on the wall clock of `timezone`. */
  time: string;
  timezone: string;
  /** The channel set for the digest, or else for the cohort; null when the customary name decides. */
  channelId: string | null;
  pausedAt: Date | null;
  /** Start of the running period. */
  periodStart: Date | null;
  /** When the next one is due; null while paused or not scheduled. */
  nextDueAt: Date | null;
  /** While paused: when the next one would be due if it were resumed now. */
  nextOnceResumed: Date | null;
  /** What became of the last periods, newest first. */
  recent: DigestRecord[];
}

/** The status at `now` of a guild whose last periods came to `recent`, newest first. */
export function statusOf(guild: Guild, recent: DigestRecord[], now: Date): DigestStatus {
  const { digestPeriodStart: start, digestPausedAt: pausedAt, digestDueAt: dueAt } = guild;
  return {
    isScheduled: dueAt !== null,
    weekday: guild.digestWeekday,
    time: guild.digestTime.slice(0, 5),
    timezone: guild.timezone,
    channelId: guild.digestChannelId ?? guild.channelId,
    pausedAt,
    periodStart: start,
    nextDueAt: pausedAt ? null : dueAt,
    nextOnceResumed: pausedAt && start && periodAfterPause(scheduleOf(guild), start, now).end,
    recent,
  };
}
