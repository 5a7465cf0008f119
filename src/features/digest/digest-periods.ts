/** The periods of a guild: which have ended, and which one runs now. */
import type { Guild } from '../../entities/guild.js';
import { isTooLate } from '../../outbox/backoff.js';
import { UserError } from '../../platform/user-error.js';
import { type Period, periodsUntil, scheduleOf } from './digest-schedule.js';
import type { EndedPeriod } from './digest-store.js';

/** The periods that have ended, and the running one; none ends during a pause. */
export function periodsOf(guild: Guild, now: Date): { ended: EndedPeriod[]; running: Period | undefined } {
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
