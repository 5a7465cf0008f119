/** Time zones as people look for them: by city, by country, by name, whole or begun. */
import { describe, expect, it } from 'vitest';
import { citiesByZone } from '../../src/services/cities.js';
import { isTimezone, offsetOf, timezoneNamed, timezonesLike } from '../../src/services/timezones.js';

const choiceLimit = 25;

describe('autocomplete', () => {
  it.each([
    ['Nairobi', 'Africa/Nairobi'],
    ['nai', 'Africa/Nairobi'],
    ['Lagos', 'Africa/Lagos'],
    ['Addis Ababa', 'Africa/Addis_Ababa'],
    ['addis', 'Africa/Addis_Ababa'],
    ['ababa', 'Africa/Addis_Ababa'],
    ['Accra', 'Africa/Accra'],
    ['Kigali', 'Africa/Kigali'],
    ['Casablanca', 'Africa/Casablanca'],
    ['casa', 'Africa/Casablanca'],
    ['Cairo', 'Africa/Cairo'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['york', 'America/New_York'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['Katmandu', 'Asia/Kathmandu'],
    ['Kenya', 'Africa/Nairobi'],
    ['Abuja', 'Africa/Lagos'],
    ['Yaoundé', 'Africa/Douala'],
    ['cape t', 'Africa/Johannesburg'],
    ['São Paulo', 'America/Sao_Paulo'],
  ])('%s offers %s first', (typed, timezone) => {
    expect(timezonesLike(typed, choiceLimit)[0]).toBe(timezone);
  });

  it('offers no more than asked for, each once, and all of them known to this runtime', () => {
    for (const typed of ['', 'a', 'africa', 'america/', 'xyz']) {
      const offered = timezonesLike(typed, choiceLimit);
      expect(offered.length).toBeLessThanOrEqual(choiceLimit);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.filter((name) => !isTimezone(name))).toEqual([]);
    }
    expect(timezonesLike('xyz', choiceLimit)).toEqual([]);
  });
});

it('every city nearby leads to one zone, which exists', () => {
  for (const [zone, cities] of Object.entries(citiesByZone)) {
    for (const city of cities) expect([city, timezoneNamed(city)]).toEqual([city, zone]);
  }
});

it.each([
  ['Africa/Casablanca', '2026-03-01T00:00Z', 'UTC'],
  ['Africa/Casablanca', '2026-04-01T00:00Z', 'UTC+1'],
  ['Asia/Kathmandu', '2026-03-01T00:00Z', 'UTC+5:45'],
  ['America/New_York', '2026-03-08T06:59Z', 'UTC-5'],
  ['America/New_York', '2026-03-08T07:00Z', 'UTC-4'],
  ['Africa/Cairo', '2026-05-01T00:00Z', 'UTC+3'],
])('%s at %s is at %s', (timezone, at, offset) => {
  expect(offsetOf(timezone, new Date(at)).replace('UTC+0', 'UTC')).toBe(offset);
});

it.each(['+03:00', 'Mars/Base', '', 'EST5XYZ', 'Africa'])('“%s” is no time zone', (name) => {
  expect(isTimezone(name)).toBe(false);
});
