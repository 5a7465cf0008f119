/** What a check-up makes of the digest's schedule and last outcomes. */
import { describe, expect, it } from 'vitest';
import { digestFindings } from '../../../src/features/digest/digest-checkup.js';
import type { DigestStatus } from '../../../src/features/digest/digest-service.js';
import type { DigestRecord } from '../../../src/features/digest/digest-store.js';

const now = new Date('2026-03-10T10:00Z');
const monday = new Date('2026-03-09T06:00Z');
const nextMonday = new Date('2026-03-16T06:00Z');

const status = (changes: Partial<DigestStatus> = {}): DigestStatus =>
  ({ isScheduled: true, pausedAt: null, nextDueAt: nextMonday, recent: [], ...changes }) as DigestStatus;
const digest = (changes: Partial<DigestRecord>): DigestRecord =>
  ({
    periodEnd: monday,
    state: 'sent',
    reason: null,
    retryAt: null,
    settledAt: null,
    ...changes,
  }) as DigestRecord;
const codes = (changes: Partial<DigestStatus>) =>
  digestFindings(status(changes), now).findings.map(({ code }) => code);

describe('well', () => {
  it('is a schedule whose periods were posted, or had nothing in them', () => {
    for (const last of [
      digest({}),
      digest({ state: 'skipped', reason: 'empty' }),
      digest({ state: 'skipped', reason: 'paused' }),
    ]) {
      expect(digestFindings(status({ recent: [last] }), now)).toEqual({
        findings: [],
        well: { digest: { nextDueAt: nextMonday, last } },
      });
    }
    expect(codes({})).toEqual([]);
  });

  it('is one that is being posted this minute', () => {
    const justNow = new Date(now.getTime() - 60_000);
    expect(codes({ nextDueAt: justNow })).toEqual([]);
    expect(codes({ recent: [digest({ state: 'due', periodEnd: justNow }), digest({})] })).toEqual([]);
  });
});

describe('a finding', () => {
  it('is a schedule that does not exist, or stands still', () => {
    expect(codes({ isScheduled: false, nextDueAt: null })).toEqual(['digest-not-scheduled']);
    expect(codes({ pausedAt: monday, nextDueAt: null })).toEqual(['digest-paused']);
  });

  it('is a due instant that passed without a tick, or a period nobody posts: the oldest is told', () => {
    expect(digestFindings(status({ nextDueAt: monday }), now).findings).toEqual([
      { code: 'digest-overdue', facts: { dueAt: monday } },
    ]);
    const waiting = digest({ state: 'due', periodEnd: new Date('2026-03-02T06:00Z') });
    expect(digestFindings(status({ nextDueAt: monday, recent: [waiting] }), now).findings).toEqual([
      { code: 'digest-overdue', facts: { dueAt: waiting.periodEnd } },
    ]);
  });

  it('is a period that could not be posted, with its reason and the next attempt', () => {
    const failed = digest({ state: 'failed', reason: 'no-permission', retryAt: nextMonday });
    expect(digestFindings(status({ recent: [failed] }), now)).toEqual({
      findings: [
        {
          code: 'digest-failing',
          facts: { reason: 'no-permission', periodEnd: monday, retryAt: nextMonday },
        },
      ],
      well: {},
    });
  });

  it('is a last period that was left out though there was something to tell; an earlier one for a week', () => {
    const missed = (settledAt: Date) => digest({ state: 'skipped', reason: 'missed', settledAt });
    const aWeekAgo = new Date(now.getTime() - 7 * 86_400_000);
    expect(codes({ recent: [missed(aWeekAgo)] })).toEqual(['digest-skipped']);
    expect(codes({ recent: [digest({}), missed(new Date(aWeekAgo.getTime() + 1))] })).toEqual([
      'digest-skipped',
    ]);
    expect(codes({ recent: [digest({}), missed(aWeekAgo)] })).toEqual([]);
  });
});
