/** Finding a time zone by an abbreviation or an offset: never a city that only looks like it. */
import { describe, expect, it } from 'vitest';
import {
  isTimezone,
  offsetOf,
  timezoneNamed,
  timezonesLike,
} from '../../../src/features/guilds/timezones.js';

const january = new Date('2026-01-15T12:00:00Z');

describe('abbreviations', () => {
  it.each([
    ['EAT', 'Africa/Nairobi', 'UTC+3'],
    ['eat', 'Africa/Nairobi', 'UTC+3'],
    ['CAT', 'Africa/Maputo', 'UTC+2'],
    ['WAT', 'Africa/Lagos', 'UTC+1'],
    ['SAST', 'Africa/Johannesburg', 'UTC+2'],
    ['GMT', 'UTC', 'UTC+0'],
    ['CET', 'Europe/Berlin', 'UTC+1'],
  ])('%s is %s', (typed, zone, offset) => {
    expect(timezoneNamed(typed)).toBe(zone);
    const offered = timezonesLike(typed, 25, january);
    expect(offered[0]).toBe(zone);
    for (const name of offered)
      expect([name, isTimezone(name), offsetOf(name, january)]).toEqual([name, true, offset]);
  });

  it.each(['IST', 'CST', 'BST', 'PST'])('%s is offered, and never chosen by itself', (typed) => {
    expect(timezoneNamed(typed)).toBeUndefined();
    expect(timezonesLike(typed, 25).length).toBeGreaterThan(1);
  });
});

describe('offsets', () => {
  it.each([
    ['GMT+3', 'UTC+3'],
    ['UTC+03:00', 'UTC+3'],
    ['+2', 'UTC+2'],
    ['utc −5', 'UTC-5'],
    ['UTC+5:45', 'UTC+5:45'],
    ['gmt+0', 'UTC+0'],
  ])('%s offers cities at %s', (typed, offset) => {
    const offered = timezonesLike(typed, 25, january);
    expect(offered.length).toBeGreaterThan(0);
    for (const name of offered) expect([name, offsetOf(name, january)]).toEqual([name, offset]);
    expect(timezoneNamed(typed)).toBeUndefined();
  });

  it('GMT+3 offers Nairobi first, and what is no offset of a clock nothing', () => {
    expect(timezonesLike('GMT+3', 25, january)[0]).toBe('Africa/Nairobi');
    expect(timezonesLike('UTC+23', 25, january)).toEqual([]);
  });
});
