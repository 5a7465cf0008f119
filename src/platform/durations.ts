/** How long something lasts, as people type it: `2h`, `3 days`, `1w 2d`, or until further notice. */
import parse from 'parse-duration';
import { cleanLine, quoted } from './text.js';
import { UserError } from './user-error.js';

const minuteMs = 60_000;

/** What a duration may be (ms): a minute to a year, leap years included. */
const bounds = { shortest: minuteMs, longest: 366 * 24 * 60 * minuteMs };

/** The value of the choice that has no end. */
export const untilFurtherNotice = 'until further notice';

const endless = /^(until further notice|forever|indefinite(ly)?|permanent(ly)?)$/i;

/** Ambiguous: some people mean months, others minutes. */
const monthOrMinute = /\d\s*M(?!\p{L})/u;

/** Numbers with a unit each, separated by spaces, commas or `and`. */
const whole = /^(\s*(,|and\b)?\s*\d+(\.\d+)?\s*\p{L}+)+\s*$/u;
const pieces = /\d+(?:\.\d+)?\s*\p{L}+/gu;

/**
 * In milliseconds; null for one without an end.
 * @throws UserError `duration-unknown`, `duration-out-of-bounds`
 */
export function parseDuration(raw: string): number | null {
  const typed = cleanLine(raw);
  if (endless.test(typed)) return null;
  if (monthOrMinute.test(typed)) throw new UserError('duration-unknown', { duration: quoted(typed) });
  // Each part alone, because the library ignores unknown parts of a longer text.
  const parts = whole.test(typed) ? (typed.match(pieces) ?? []).map((piece) => parse(piece)) : [null];
  const milliseconds = parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
  if (milliseconds === null) throw new UserError('duration-unknown', { duration: quoted(typed) });
  if (milliseconds < bounds.shortest || milliseconds > bounds.longest) {
    throw new UserError('duration-out-of-bounds', {});
  }
  return milliseconds;
}
