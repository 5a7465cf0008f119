/** When the sample cohort's weeks are, whatever day it is. */
import { describe, expect, it } from 'vitest';
import { timeline } from '../../../scripts/cohort/timeline.js';
import {
  digestInstants,
  digestSchedule,
  instantOf,
  storyStart,
  weeks,
} from '../../../scripts/seed/calendar.js';

const times = [
  '2026-08-10T00:00:00Z',
  '2026-08-12T12:30:00Z',
  '2026-08-16T20:59:59Z',
  '2026-12-31T21:00:00Z',
];

describe.each(times)('the sample cohort’s weeks, filled in at %s', (time) => {
  const now = new Date(time);
  const start = storyStart(now);

  it('begin at midnight in Nairobi, and are over since last midnight', () => {
    expect(start.toISOString()).toMatch(/T21:00:00.000Z$/);
    const hoursAgo = (now.getTime() - start.getTime()) / 3_600_000 - weeks * 7 * 24;
    expect(hoursAgo).toBeGreaterThanOrEqual(0);
    expect(hoursAgo).toBeLessThan(24);
    for (const act of timeline) expect(instantOf(start, act.at) < now).toBe(true);
  });

  it('had a digest each at nine, and the next one comes tomorrow', () => {
    const digests = digestInstants(start);
    expect(digests).toHaveLength(weeks);
    const next = new Date((digests.at(-1)?.getTime() ?? 0) + 7 * 86_400_000);
    expect(next.getTime() - now.getTime()).toBeGreaterThan(0);
    expect((next.getTime() - now.getTime()) / 3_600_000).toBeLessThanOrEqual(33);
    const weekday = next.toLocaleDateString('en', { weekday: 'long', timeZone: 'Africa/Nairobi' });
    expect(digestSchedule(start)).toEqual({ day: weekday.toLowerCase(), time: '9:00' });
  });
});
