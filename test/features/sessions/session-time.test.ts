/** Reading a time as people type it: in the guild's zone, in two languages, across clock changes. */
import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/features/sessions/session-time.js';

/** Tuesday 1 December 2026, 23:30 in Nairobi (UTC+3). */
const now = new Date('2026-12-01T20:30:00Z');
const nairobi = 'Africa/Nairobi';
const read = (typed: string, zone = nairobi, from = now) => readTime(typed, from, zone).at.toISOString();

describe('a time as typed', () => {
  it.each([
    // The day after today in Nairobi, although it is still today in UTC.
    ['tomorrow 18:00', '2026-12-02T15:00:00.000Z'],
    ['Fri 7pm', '2026-12-04T16:00:00.000Z'],
    ['4 Dec 19:30', '2026-12-04T16:30:00.000Z'],
    ['2026-12-24 10:00', '2026-12-24T07:00:00.000Z'],
    ['in 2 hours', '2026-12-01T22:30:00.000Z'],
    // Over today, so the next one.
    ['18:00', '2026-12-02T15:00:00.000Z'],
    ['demain 18h', '2026-12-02T15:00:00.000Z'],
    ['vendredi 19h30', '2026-12-04T16:30:00.000Z'],
    ['le 4 décembre à 18:00', '2026-12-04T15:00:00.000Z'],
  ])('%s is %s', (typed, at) => {
    expect(read(typed)).toBe(at);
  });

  it('is on the wall clock of the guild, before and after its clocks change', () => {
    // Berlin leaves daylight saving time on 25 October 2026.
    const summer = new Date('2026-10-24T10:00:00Z');
    expect(read('today 18:00', 'Europe/Berlin', summer)).toBe('2026-10-24T16:00:00.000Z');
    expect(read('tomorrow 18:00', 'Europe/Berlin', summer)).toBe('2026-10-25T17:00:00.000Z');
  });

  it('says when a clock change skips it or repeats it', () => {
    const before = (at: string) => new Date(at);
    expect(readTime('tomorrow 02:30', before('2026-10-24T10:00:00Z'), 'Europe/Berlin')).toEqual({
      at: new Date('2026-10-25T00:30:00Z'),
      clockChange: 'twice',
    });
    expect(readTime('tomorrow 02:30', before('2026-03-28T10:00:00Z'), 'Europe/Berlin')).toEqual({
      at: new Date('2026-03-29T01:30:00Z'),
      clockChange: 'skipped',
    });
  });

  it.each([
    ['whenever you like', 'session-when-unknown'],
    ['', 'session-when-unknown'],
    [`tomorrow 18:00${' and so on'.repeat(20)}`, 'session-when-unknown'],
    ['Friday', 'session-when-no-time'],
    ['tomorrow', 'session-when-no-time'],
    ['demain', 'session-when-no-time'],
  ])('%j is refused: %s', (typed, code) => {
    expect(() => read(typed)).toThrowError(expect.objectContaining({ code }));
  });
});
