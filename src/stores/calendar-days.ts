/** Days as a calendar on a guild's wall has them. */
import { Temporal } from 'temporal-polyfill';

export interface CalendarDay {
  /** ISO date, such as `2026-03-09`. */
  date: string;
  /** The day's first instant: most begin at midnight, some where the clock jumps to. */
  start: Date;
}

/**
 * So many days in an IANA zone, oldest first; the last one is that of the moment before `end`. In UTC where this
 * runtime has never heard of the zone.
 */
export function daysUntil(end: Date, timezone: string, count: number): CalendarDay[] {
  const last = dateBefore(end, timezone);
  return Array.from({ length: count }, (_, index) => {
    const day = last.subtract({ days: count - 1 - index }).startOfDay();
    return { date: day.toPlainDate().toString(), start: new Date(day.epochMilliseconds) };
  });
}

function dateBefore(end: Date, timezone: string): Temporal.ZonedDateTime {
  const moment = Temporal.Instant.fromEpochMilliseconds(end.getTime() - 1);
  try {
    return moment.toZonedDateTimeISO(timezone);
  } catch (error) {
    if (error instanceof RangeError) return moment.toZonedDateTimeISO('UTC');
    throw error;
  }
}
