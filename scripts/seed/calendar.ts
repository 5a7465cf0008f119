/** When the sample cohort's six weeks were: up to yesterday, with the next digest due tomorrow. */
import { Temporal } from 'temporal-polyfill';
import { minutesAfterStart } from '../cohort/timeline.js';
import type { Moment } from '../cohort/types.js';
import { timeZone } from '../cohort/world.js';

export const weeks = 6;

/** The hour at which digests are due. */
const digestHour = 9;

/** Digests come this many days into each week of the story, so that the one after the last comes tomorrow. */
const digestDay = 1;

/** The midnight at which the story begins, so that its last day was yesterday. */
export function storyStart(now: Date): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .startOfDay();
  return new Date(today.subtract({ weeks }).epochMilliseconds);
}

export function instantOf(start: Date, moment: Moment): Date {
  return new Date(start.getTime() + minutesAfterStart(moment) * 60_000);
}

/** The schedule of the digest, as a moderator types it. */
export function digestSchedule(start: Date): { day: string; time: string } {
  const first = new Date(digestInstant(start, 0));
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone }).format(first).toLowerCase();
  return { day, time: `${digestHour}:00` };
}

/** When the digests of the six weeks were due, in order. */
export function digestInstants(start: Date): Date[] {
  return Array.from({ length: weeks }, (_, week) => new Date(digestInstant(start, week)));
}

/** Nairobi's clock is never changed: its days have 24 hours each. */
function digestInstant(start: Date, week: number): number {
  return start.getTime() + ((week * 7 + digestDay) * 24 + digestHour) * 3_600_000;
}
