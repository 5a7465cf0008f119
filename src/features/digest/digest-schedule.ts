/** When digests are due: weekly instants on a wall clock, whatever that clock does, and the periods they end. */

import { Temporal } from 'temporal-polyfill';
import type { Guild } from '../../entities/guild.js';
import { quoted } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import { inZone } from '../../platform/wall-clock.js';
import { timezoneNamed } from '../guilds/index.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The most that the first digest after a pause covers, and the most a preview looks back (ms). */
export const longestAfterPauseMs = 14 * dayMs;

/** How far the first digest of a guild looks back from the moment it is scheduled (ms): what came before counts too. */
export const firstLookbackMs = 7 * dayMs;

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

/** The running period when a pause ends at `now`: it ends at the next due instant and covers two weeks at most. */
export function periodAfterPause(schedule: WeeklySchedule, start: Date, now: Date): Period {
  const end = nextDueAfter(schedule, later(start, now));
  return { start: later(start, new Date(end.getTime() - longestAfterPauseMs)), end };
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

function isHourOfHalf(hours: string): boolean {
  return Number(hours) >= 1 && Number(hours) <= 12;
}
