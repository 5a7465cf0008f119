/** The running period of a guild: what of it has ended, and what runs now. */
import type { Guild } from '../entities/guild.js';
import type { EndedPeriod } from '../stores/digest-store.js';
import { isTooLate, type Period, periodsUntil, scheduleOf } from './digest-schedule.js';
import { UserError } from './user-error.js';

/** What has ended of a guild's running period, and what runs now; nothing ends during a pause. */
export function turnOf(guild: Guild, now: Date): { ended: EndedPeriod[]; running: Period | undefined } {
  const { digestPeriodStart: start, digestDueAt: end } = guild;
  if (!start || !end) return { ended: [], running: undefined };
  if (guild.digestPausedAt) return { ended: [], running: { start, end } };
  const { ended, running } = periodsUntil(scheduleOf(guild), { start, end }, now);
  return { ended: ended.map((period) => endedPeriod(period, now)), running };
}

function endedPeriod(period: Period, now: Date): EndedPeriod {
  return isTooLate(period.end, now)
    ? { ...period, state: 'skipped', reason: 'missed', settledAt: now }
    : { ...period, state: 'due' };
}

/** @throws UserError `digest-not-scheduled` */
export function runningOf(guild: Guild): Period {
  const { digestPeriodStart: start, digestDueAt: end } = guild;
  if (!start || !end) throw new UserError('digest-not-scheduled', {});
  return { start, end };
}
