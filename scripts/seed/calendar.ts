/** When the sample cohort's six weeks were: the last ones that are over, so that every digest of theirs is posted. */
import { Temporal } from 'temporal-polyfill';
import { minutesAfterStart } from '../cohort/timeline.js';
import type { Moment } from '../cohort/types.js';
import { timeZone } from '../cohort/world.js';

export const weeks = 6;

/** When the digest of a week is due, as the bot schedules it until told otherwise: Mondays at this hour. */
const digestHour = 9;

/** The midnight at which the story begins: of the Monday six weeks before the last Monday whose digest is due. */
export function storyStart(now: Date): Date {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const lastDigest = present.subtract({ hours: digestHour });
  const monday = lastDigest.subtract({ days: lastDigest.dayOfWeek - 1 }).startOfDay();
  return new Date(monday.subtract({ weeks }).epochMilliseconds);
}

export function instantOf(start: Date, moment: Moment): Date {
  return new Date(start.getTime() + minutesAfterStart(moment) * 60_000);
}

/** When the digests of the six weeks are due, in order. */
export function digestInstants(start: Date): Date[] {
  return Array.from({ length: weeks }, (_, week) => {
    const hours = (week + 1) * 7 * 24 + digestHour;
    return new Date(start.getTime() + hours * 3_600_000);
  });
}
