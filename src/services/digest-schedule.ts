/** When digests are due: weekly instants on a wall clock, whatever that clock does, and the periods they end. */
import { Temporal } from 'temporal-polyfill';
import type { Guild } from '../entities/guild.js';
import { quoted } from './text.js';
import { timezoneNamed } from './timezones.js';
import { UserError } from './user-error.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How long after its end a period is still posted (ms). */
const catchUpFor = 48 * hour;

/** The most that the first digest after a pause covers, and the most a preview looks back (ms). */
export const longestAfterPause = 14 * day;

/** How far the first digest of a guild looks back from the moment it is scheduled (ms): what came before counts too. */
export const firstLooksBack = 7 * day;

export interface WeeklySchedule {
  /** ISO weekday, Monday = 1. */
  weekday: number;
  /** Wall-clock time, `HH:MM` or `HH:MM:SS`. */
  time: string;
  /** IANA name. */
  timezone: string;
}

/** A stretch of time: from `start` on, up to but not including `end`. */
export interface Period {
  start: Date;
  end: Date;
}

/** The schedule a guild's settings hold. */
export function scheduleOf(guild: Pick<Guild, 'digestWeekday' | 'digestTime' | 'timezone'>): WeeklySchedule {
  return { weekday: guild.digestWeekday, time: guild.digestTime, timezone: guild.timezone };
}

/**
 * The first due instant strictly after `after`. A time that the clock jumps over is due as long after the jump as it
 * would have been; one that comes twice is due the first time: every week has one due instant, in their order.
 */
export function nextDueAfter(schedule: WeeklySchedule, after: Date): Date {
  const time = Temporal.PlainTime.from(schedule.time);
  const from = inZone(after, schedule.timezone);
  // Starting a week early also sees an instant that a jump moved past midnight.
  let date = from.toPlainDate().subtract({ days: 7 });
  date = date.add({ days: (schedule.weekday - date.dayOfWeek + 7) % 7 });
  for (;;) {
    const due = date.toZonedDateTime({ timeZone: from.timeZoneId, plainTime: time }).epochMilliseconds;
    if (due > after.getTime()) return new Date(due);
    date = date.add({ days: 7 });
  }
}

/** The periods that have ended by `now`, oldest first, and the one that runs then. */
export function periodsUntil(
  schedule: WeeklySchedule,
  running: Period,
  now: Date,
): { ended: Period[]; running: Period } {
  const ended: Period[] = [];
  let current = running;
  while (current.end <= now) {
    ended.push(current);
    current = { start: current.end, end: nextDueAfter(schedule, current.end) };
  }
  return { ended, running: current };
}

/** Whether a period ended too long ago to be posted. */
export function isTooLate(periodEnd: Date, now: Date): boolean {
  return now.getTime() - periodEnd.getTime() > catchUpFor;
}

/** The running period when a pause ends at `now`: it ends at the next due instant and covers two weeks at most. */
export function periodAfterPause(schedule: WeeklySchedule, start: Date, now: Date): Period {
  const end = nextDueAfter(schedule, later(start, now));
  return { start: later(start, new Date(end.getTime() - longestAfterPause)), end };
}

/** A pause before trying again after the given number of attempts (ms): 1 minute, doubling up to an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(2 ** (attempts - 1), 60) * 60_000;
}

/**
 * A time of day as it is kept, `HH:MM`, from `9:00`, `09:00`, `9`, `9am`, `6.30 pm` or `1830`.
 * @throws UserError `invalid-time`
 */
export function parseTime(typed: string): string {
  const text = typed.trim().toLowerCase();
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m\.?)?$/.exec(text);
  const [, hours = '', minutes = '00', half] = match ?? [];
  const isValid = match && Number(minutes) < 60 && (half ? isHourOfHalf(hours) : Number(hours) < 24);
  if (!isValid) throw new UserError('invalid-time', { time: quoted(typed) });
  const whole = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours);
  return `${String(whole).padStart(2, '0')}:${minutes}`;
}

/**
 * A time zone as it is kept, from its name or its city.
 * @throws UserError `unknown-timezone`
 */
export function parseTimezone(typed: string): string {
  const timezone = timezoneNamed(typed);
  if (!timezone) throw new UserError('unknown-timezone', { timezone: quoted(typed) });
  return timezone;
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** A zone that this runtime has never heard of must not keep other guilds' digests from going out: it is UTC then. */
export function inZone(at: Date, timezone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(timezone);
  } catch (error) {
    if (error instanceof RangeError) return instant.toZonedDateTimeISO('UTC');
    throw error;
  }
}

function isHourOfHalf(hours: string): boolean {
  return Number(hours) >= 1 && Number(hours) <= 12;
}
