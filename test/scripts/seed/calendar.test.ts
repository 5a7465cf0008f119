/** When the sample cohort's weeks are, whatever day it is. */
import { describe, expect, it } from 'vitest';
import { digestInstants, storyStart, weeks } from '../../../scripts/seed/calendar.js';

const start = (now: string) => storyStart(new Date(now)).toISOString();

describe('the sample cohort’s weeks', () => {
  it('begin on a Monday at midnight in Nairobi, six before the last digest that is due', () => {
    const monday = '2026-06-28T21:00:00.000Z';
    expect(start('2026-08-10T06:00:00Z')).toBe(monday);
    expect(start('2026-08-12T12:30:00Z')).toBe(monday);
    expect(start('2026-08-17T05:59:59Z')).toBe(monday);
    expect(start('2026-08-17T06:00:00Z')).toBe('2026-07-05T21:00:00.000Z');
  });

  it('end with a digest each, the last of them in the past', () => {
    const now = new Date('2026-08-12T12:30:00Z');
    const digests = digestInstants(storyStart(now)).map((digest) => digest.toISOString());
    expect(digests).toHaveLength(weeks);
    expect(digests[0]).toBe('2026-07-06T06:00:00.000Z');
    expect(digests.at(-1)).toBe('2026-08-10T06:00:00.000Z');
  });
});
