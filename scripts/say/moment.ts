/** Reads the times that the sandbox's clock can be set to: `now`, `+3d`, `next monday 09:00`, `2026-08-10 09:00`. */
import { Temporal } from 'temporal-polyfill';
import { timeZone } from '../cohort/world.js';
import { PlainError } from '../plain-error.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const units = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * The offset (ms) that takes the clock there; weekdays and times are in the cohort's time zone. `now` gives 0.
 * @param real milliseconds since 1970 without any offset
 * @throws PlainError if it isn't a time
 */
export function offsetTo(text: string, real: number, offset: number): number {
  const words = text.trim().toLowerCase();
  if (words === 'now') return 0;
  const step = /^([+-]\d+(?:\.\d+)?)\s*([mhdw])$/.exec(words);
  if (step) return offset + Number(step[1]) * units[step[2] as keyof typeof units];
  const present = Temporal.Instant.fromEpochMilliseconds(real + offset).toZonedDateTimeISO(timeZone);
  return (weekday(words, present) ?? date(words)).epochMilliseconds - real;
}

/** The next such weekday and time in the future. */
function weekday(words: string, present: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const match = /^(?:next\s+)?([a-z]{2,})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(words);
  const day =
    weekdays.findIndex((name) => match?.[1] && match[1].length > 2 && name.startsWith(match[1])) + 1;
  if (!match || day === 0) return undefined;
  const time = timeOf(match[2] ?? '0', match[3] ?? '0', words);
  const wanted = present.add({ days: (day - present.dayOfWeek + 7) % 7 }).withPlainTime(time);
  return Temporal.ZonedDateTime.compare(wanted, present) > 0 ? wanted : wanted.add({ weeks: 1 });
}

function date(words: string): Temporal.ZonedDateTime {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ t](\d{2}):(\d{2}))?$/.exec(words);
  if (!match) throw unknown(words);
  try {
    const day = Temporal.PlainDate.from(match[1] ?? '');
    return day.toZonedDateTime({ timeZone, plainTime: timeOf(match[2] ?? '0', match[3] ?? '0', words) });
  } catch {
    throw unknown(words);
  }
}

function timeOf(hour: string, minute: string, words: string): Temporal.PlainTime {
  if (Number(hour) > 23 || Number(minute) > 59) throw unknown(words);
  return new Temporal.PlainTime(Number(hour), Number(minute));
}

function unknown(words: string): PlainError {
  return new PlainError(
    `"${words}" is no moment: try now, +3d, -2h, "next monday 09:00" or "2026-08-10 09:00" (${timeZone}).`,
  );
}

/** A time in the cohort's time zone. */
export function shownMoment(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
}
