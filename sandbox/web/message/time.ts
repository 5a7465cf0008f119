/** Times as the viewer reads them: in the locale and zone of their browser. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Discord's styles of `<t:…>` (https://discord.com/developers/docs/reference#message-formatting-timestamp-styles). */
const STYLES: { [style: string]: Intl.DateTimeFormatOptions } = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** Seconds in each unit of a relative time, and up to which it is counted in the next smaller one. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number, from: number])[] = [
  ['year', 365.25 * 86_400, 320 * 86_400],
  ['month', 30.44 * 86_400, 26 * 86_400],
  ['day', 86_400, 22 * 3_600],
  ['hour', 3_600, 45 * 60],
  ['minute', 60, 60],
];

const formats = new Map<string, Intl.DateTimeFormat>();
let day: Intl.DateTimeFormat | undefined;
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'always' });

/** Whether the milliseconds are a time that a calendar holds. */
export function isTime(at: number): boolean {
  return Math.abs(at) <= 8.64e15;
}

/** A time in one of Discord's styles but `R`; an unknown one is read as `f`. */
export function inStyle(at: number, style: string): string {
  const key = style in STYLES ? style : 'f';
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(undefined, STYLES[key])));
  return format.format(at);
}

/** 'in 3 days', '2 minutes ago'. */
export function fromNow(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  for (const [unit, length, from] of UNITS)
    if (Math.abs(seconds) >= from)
      return relative.format(Math.sign(seconds) * Math.max(1, Math.round(Math.abs(seconds) / length)), unit);
  return relative.format(Math.trunc(seconds), 'second');
}

/** Beside a message's author: the time alone for today's. */
export function messageTime(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days === 0) return inStyle(at, 't');
  if (days === 1) return `Yesterday at ${inStyle(at, 't')}`;
  return inStyle(at, 's');
}

/** 'Thursday, November 19, 2026'. */
export function fullDay(at: number): string {
  day ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
  return day.format(at);
}

/** Midnight before a time, in the viewer's zone. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
