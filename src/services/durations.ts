/** How long something lasts, as people type it: `2h`, `3 days`, `1w 2d`, or until further notice. */
import parse from 'parse-duration';
import { quoted } from './text.js';
import { UserError } from './user-error.js';

const minute = 60_000;

/** What a duration may be (ms): a minute to a year, leap years included. */
const bounds = { shortest: minute, longest: 366 * 24 * 60 * minute };

/** The value of the choice that has no end. */
export const untilFurtherNotice = 'until further notice';

const endless = /^(until further notice|forever|indefinite(ly)?|permanent(ly)?)$/i;

/** Numbers with a unit each, set apart by spaces, commas or `and`. */
const whole = /^(\s*(,|and\b)?\s*\d+(\.\d+)?\s*\p{L}+)+\s*$/u;
const pieces = /\d+(?:\.\d+)?\s*\p{L}+/gu;

/**
 * In milliseconds; null for one without an end.
 * @throws UserError `duration-unknown`, `duration-out-of-bounds`
 */
export function parseDuration(typed: string): number | null {
  if (endless.test(typed.trim())) return null;
  // Each by itself: of a text as a whole the library would leave out what it does not know.
  const parts = whole.test(typed) ? (typed.match(pieces) ?? []).map((piece) => parse(piece)) : [null];
  const milliseconds = parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
  if (milliseconds === null) throw new UserError('duration-unknown', { duration: quoted(typed) });
  if (milliseconds < bounds.shortest || milliseconds > bounds.longest) {
    throw new UserError('duration-out-of-bounds', {});
  }
  return milliseconds;
}
