/** A planned session between the question and the confirmation, as a draft keeps it. */
import { UserError } from '../../platform/user-error.js';
import type { PlannedSession } from './session-model.js';

export function planFields({ topic, place, startsAt, endsAt }: PlannedSession): Record<string, string> {
  return { topic, place: place ?? '', startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** @throws UserError `draft-gone` when it is no such draft */
export function planFrom(fields: Record<string, unknown>): PlannedSession {
  const { topic, place } = fields;
  const startsAt = new Date(String(fields['startsAt']));
  const endsAt = new Date(String(fields['endsAt']));
  const isWhole = typeof topic === 'string' && endsAt > startsAt;
  if (!isWhole) throw new UserError('draft-gone', {});
  return { topic, place: typeof place === 'string' && place ? place : null, startsAt, endsAt };
}
