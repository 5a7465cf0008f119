/** Instants and days on the wall clock of a time zone. */
import { Temporal } from 'temporal-polyfill';

export interface CalendarDay {
  /** ISO date, such as `2026-03-09`. */
  date: string;
  /** The day's first instant: most begin at midnight, some where the clock jumps to. */
  start: Date;
}

/** An instant in an IANA zone; in UTC when this runtime doesn't know the zone, so that one guild never stops the others. */
export function inZone(at: Date, timezone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(timezone);
  } catch (error) {
    if (error instanceof RangeError) return instant.toZonedDateTimeISO('UTC');
    throw error;
  }
}

/** So many days in an IANA zone, oldest first; the last one is that of the moment before `end`. */
export function daysUntil(end: Date, timezone: string, count: number): CalendarDay[] {
  const last = inZone(new Date(end.getTime() - 1), timezone);
  return Array.from({ length: count }, (_, index) => {
    const day = last.subtract({ days: count - 1 - index }).startOfDay();
    return { date: day.toPlainDate().toString(), start: new Date(day.epochMilliseconds) };
  });
}

/** The first instants of the weeks from `since` to `until` in an IANA zone, oldest first; weeks begin on Monday. */
export function weeksUntil(until: Date, timezone: string, since: Date): Date[] {
  const first = inZone(since, timezone);
  const weeks: Date[] = [];
  for (let monday = first.subtract({ days: first.dayOfWeek - 1 }); ; monday = monday.add({ weeks: 1 })) {
    const start = new Date(monday.startOfDay().epochMilliseconds);
    // The week of `since` is there in any case.
    if (weeks.length > 0 && start > until) return weeks;
    weeks.push(start);
  }
}
