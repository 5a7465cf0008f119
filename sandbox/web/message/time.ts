/** Times as the viewer reads them: in their language, and the zone of their browser. */
import { locale, words } from '../words/words.js';

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
const DAY_ALONE: Intl.DateTimeFormatOptions = { dateStyle: 'full' };

/** Seconds in each unit of a relative time, and up to which it is counted in the next smaller one. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number, from: number])[] = [
  ['year', 365.25 * 86_400, 320 * 86_400],
  ['month', 30.44 * 86_400, 26 * 86_400],
  ['day', 86_400, 22 * 3_600],
  ['hour', 3_600, 45 * 60],
  ['minute', 60, 60],
];

const formats = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

/** Whether the milliseconds are a time that a calendar holds. */
export function isTime(at: number): boolean {
  return Math.abs(at) <= 8.64e15;
}

/** A time in one of Discord's styles but `R`; an unknown one is read as `f`. */
export function inStyle(at: number, style: string): string {
  return formatOf(style in STYLES ? style : 'f').format(at);
}

/** 'in 3 days', '2 minutes ago'. */
export function fromNow(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  const relative = relativeFormat();
  for (const [unit, length, from] of UNITS)
    if (Math.abs(seconds) >= from)
      return relative.format(Math.sign(seconds) * Math.max(1, Math.round(Math.abs(seconds) / length)), unit);
  return relative.format(Math.trunc(seconds), 'second');
}

/** Beside a message's author: the time alone for today's. */
export function messageTime(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days === 0) return inStyle(at, 't');
  if (days === 1) return words().time.yesterday(inStyle(at, 't'));
  return inStyle(at, 's');
}

/** 'Thursday, November 19, 2026'. */
export function fullDay(at: number): string {
  return formatOf('day').format(at);
}

/** Midnight before a time, in the viewer's zone. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function formatOf(style: string): Intl.DateTimeFormat {
  const key = `${locale()} ${style}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale(), STYLES[style] ?? DAY_ALONE)));
  return format;
}

function relativeFormat(): Intl.RelativeTimeFormat {
  let format = relatives.get(locale());
  if (!format)
    relatives.set(locale(), (format = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' })));
  return format;
}
