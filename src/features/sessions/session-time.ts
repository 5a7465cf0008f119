/** Reads a point in time as people type it, in English and French, in the guild's time zone. */
import { casual, fr, type ParsedComponents, type ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { cleanLine, quoted } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import { inZone } from '../../platform/wall-clock.js';
import type { UnderstoodTime } from './session-model.js';

/** Longer texts name no time (UTF-16 units). */
const longest = 100;

/**
 * The instant that `typed` names, seen from `now` in an IANA zone: `tomorrow 18:00`, `Fri 7pm`, `vendredi 19h`. A
 * weekday or a time that is over today means the next one.
 * @throws UserError `session-when-unknown`, `session-when-no-time`
 */
export function readTime(typed: string, now: Date, timezone: string): UnderstoodTime {
  const text = cleanLine(typed);
  const found = text.length > longest ? undefined : parsed(text, now, timezone);
  if (!found) throw new UserError('session-when-unknown', { when: quoted(typed) });
  const { start } = found;
  if (!start.isCertain('hour')) throw new UserError('session-when-no-time', { when: quoted(typed) });
  // A duration from now, or a zone in the text, names the instant itself.
  if (start.isCertain('timezoneOffset')) return { at: start.date(), clockChange: 'none' };
  return inGuildsZone(start, timezone);
}

/** The reading that covers more of the text; English where both cover the same. */
function parsed(text: string, now: Date, timezone: string): ParsedResult | undefined {
  const reference = { instant: now, timezone: inZone(now, timezone).offsetNanoseconds / 60_000_000_000 };
  const [english] = casual.parse(text, reference, { forwardDate: true });
  const [french] = fr.casual.parse(text, reference, { forwardDate: true });
  if (!english || !french) return english ?? french;
  return french.text.length > english.text.length ? french : english;
}

function inGuildsZone(start: ParsedComponents, timezone: string): UnderstoodTime {
  const value = (part: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(part) ?? 0;
  const wanted = new Temporal.PlainDateTime(
    value('year'),
    value('month'),
    value('day'),
    value('hour'),
    value('minute'),
  );
  const earlier = zoned(wanted, timezone, 'earlier');
  const later = zoned(wanted, timezone, 'later');
  const isSame = earlier.epochMilliseconds === later.epochMilliseconds;
  const isThere = earlier.toPlainDateTime().equals(wanted);
  if (isSame) return { at: new Date(earlier.epochMilliseconds), clockChange: 'none' };
  return isThere
    ? { at: new Date(earlier.epochMilliseconds), clockChange: 'twice' }
    : { at: new Date(later.epochMilliseconds), clockChange: 'skipped' };
}

function zoned(at: Temporal.PlainDateTime, timezone: string, disambiguation: 'earlier' | 'later') {
  try {
    return at.toZonedDateTime(timezone, { disambiguation });
  } catch (error) {
    if (error instanceof RangeError) return at.toZonedDateTime('UTC', { disambiguation });
    throw error;
  }
}
