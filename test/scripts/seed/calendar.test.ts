/** When the sample cohort's weeks are, on any day. */
import { describe, expect, it } from 'vitest';
import { timeline } from '../../../scripts/cohort/timeline.js';
import { digestInstants, instantOf, storyStart, weeks } from '../../../scripts/seed/calendar.js';

/** Each day of a week, including a Monday before and after nine in Nairobi, and the end of a year. */
const times = [
  '2026-08-10T05:59:00Z',
  '2026-08-10T06:01:00Z',
  '2026-08-11T12:00:00Z',
  '2026-08-12T12:30:00Z',
  '2026-08-13T00:00:00Z',
  '2026-08-14T23:00:00Z',
  '2026-08-15T20:59:59Z',
  '2026-08-16T21:00:00Z',
  '2026-12-31T21:00:00Z',
];

describe.each(times)('the sample cohort’s weeks, filled in at %s', (time) => {
  const now = new Date(time);
  const start = storyStart(now);

  it('start at midnight in Nairobi, and ended last midnight', () => {
    expect(start.toISOString()).toMatch(/T21:00:00.000Z$/);
    const hoursAgo = (now.getTime() - start.getTime()) / 3_600_000 - weeks * 7 * 24;
    expect(hoursAgo).toBeGreaterThanOrEqual(0);
    expect(hoursAgo).toBeLessThan(24);
    for (const act of timeline) expect(instantOf(start, act.at) < now).toBe(true);
  });

  it('had their digests on Mondays at nine, each with some content', () => {
    const digests = digestInstants(start, now);
    expect(digests.length).toBeGreaterThanOrEqual(weeks - 1);
    for (const [index, digest] of digests.entries()) {
      expect(
        digest.toLocaleString('en', { weekday: 'long', hour: 'numeric', timeZone: 'Africa/Nairobi' }),
      ).toMatch(/Monday.* 9\sAM/);
      const since = digests[index - 1] ?? start;
      const acts = timeline.filter((act) => act.act === 'share' && instantOf(start, act.at) < digest);
      expect(acts.some((act) => instantOf(start, act.at) >= since)).toBe(true);
    }
    const next = (digests.at(-1)?.getTime() ?? 0) + 7 * 86_400_000;
    expect(next).toBeGreaterThan(now.getTime());
  });
});
