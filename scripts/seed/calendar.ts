/** When the sample cohort's six weeks were: up to yesterday, so that the current week has some content. */
import { Temporal } from 'temporal-polyfill';
import { minutesAfterStart } from '../cohort/timeline.js';
import type { Moment } from '../cohort/types.js';
import { timeZone } from '../cohort/world.js';

export const weeks = 6;

/** When digests are due by default: Mondays at this hour. */
const digestHour = 9;

/** The midnight at which the story starts, so that its last day was yesterday. */
export function storyStart(now: Date): Date {
  return new Date(inNairobi(now).startOfDay().subtract({ weeks }).epochMilliseconds);
}

export function instantOf(start: Date, moment: Moment): Date {
  return new Date(start.getTime() + minutesAfterStart(moment) * 60_000);
}

/** When the digests with content were due, in order: nobody shares before nine on the first day. */
export function digestInstants(start: Date, now: Date): Date[] {
  const beginning = inNairobi(start);
  const daysToMonday = 7 - ((beginning.dayOfWeek + 6) % 7);
  const first = beginning.add({ days: daysToMonday, hours: digestHour });
  const instants = Array.from(
    { length: weeks },
    (_, week) => new Date(first.add({ weeks: week }).epochMilliseconds),
  );
  return instants.filter((instant) => instant <= now);
}

function inNairobi(date: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
}
