/** What the digest's schedule and its last outcomes say of its health. */

import type { Digest } from '../../entities/digest.js';
import type { Finding, Wellness } from '../guilds/index.js';
import type { DigestStatus } from './digest-service.js';

/** Jobs tick every minute: what is still waiting after this (ms) is overdue. */
const overdueAfterMs = 10 * 60_000;

/** That a period was left out is told for so long (ms), whatever was posted since. */
const newsForMs = 7 * 86_400_000;

/** A period without contributions, or within a pause, is passed over as it should be. */
const expected: ReadonlySet<Digest['reason']> = new Set(['empty', 'paused'] as const);

/** `status` as it is at `now`. */
export function digestFindings(
  status: DigestStatus,
  now: Date,
): { findings: Finding[]; well: Pick<Wellness, 'digest'> } {
  const { isScheduled, pausedAt, nextDueAt, recent } = status;
  if (!isScheduled) return { findings: [{ code: 'digest-not-scheduled', facts: {} }], well: {} };
  if (pausedAt) return { findings: [{ code: 'digest-paused', facts: { since: pausedAt } }], well: {} };

  const findings: Finding[] = [];
  const isOverdue = (dueAt: Date) => now.getTime() - dueAt.getTime() > overdueAfterMs;
  const waiting = recent.filter(({ state }) => state === 'due');
  const oldest = [...waiting.map(({ periodEnd }) => periodEnd), ...(nextDueAt ? [nextDueAt] : [])]
    .filter(isOverdue)
    .sort((one, other) => one.getTime() - other.getTime())[0];
  if (oldest) findings.push({ code: 'digest-overdue', facts: { dueAt: oldest } });

  const failing = recent.find(({ state }) => state === 'failed');
  if (failing) {
    const { reason, periodEnd, retryAt } = failing;
    findings.push({ code: 'digest-failing', facts: { reason, periodEnd, retryAt } });
  }
  const last = recent.find(({ state }) => state === 'sent' || state === 'skipped');
  const leftOut = recent.find(
    (digest) =>
      digest.state === 'skipped' &&
      !expected.has(digest.reason) &&
      (digest === last || isNews(digest.settledAt, now)),
  );
  if (leftOut) {
    const { reason, periodEnd } = leftOut;
    findings.push({ code: 'digest-skipped', facts: { reason, periodEnd } });
  }
  return { findings, well: findings.length === 0 ? { digest: { nextDueAt, last } } : {} };
}

function isNews(settledAt: Date | null, now: Date): boolean {
  return settledAt !== null && now.getTime() - settledAt.getTime() < newsForMs;
}
