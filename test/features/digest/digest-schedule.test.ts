/** When digests are due, over every kind of jump a clock makes. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  nextDueAfter,
  parseTime,
  parseTimezone,
  periodAfterPause,
  periodsUntil,
  type WeeklySchedule,
} from '../../../src/features/digest/digest-schedule.js';
import { isTooLate, pauseAfter } from '../../../src/outbox/backoff.js';

const [monday, thursday, friday, sunday] = [1, 4, 5, 7];

const weekly = (weekday: number, time: string, timezone: string): WeeklySchedule => ({
  weekday,
  time,
  timezone,
});

describe('nextDueAfter', () => {
  it.each([
    ['an ordinary week', monday, '09:00', 'Africa/Nairobi', '2026-03-04T10:00Z', '2026-03-09T06:00Z'],
    [
      'later the same day',
      monday,
      '09:00',
      'Africa/Nairobi',
      '2026-03-09T05:59:59.999Z',
      '2026-03-09T06:00Z',
    ],
    [
      'not the due instant itself',
      monday,
      '09:00',
      'Africa/Nairobi',
      '2026-03-09T06:00Z',
      '2026-03-16T06:00Z',
    ],
    [
      'Sunday there, Monday in UTC',
      sunday,
      '20:00',
      'America/New_York',
      '2026-01-05T00:30Z',
      '2026-01-05T01:00Z',
    ],
    [
      'three quarters of an hour off',
      monday,
      '09:00',
      'Asia/Kathmandu',
      '2026-03-04T10:00Z',
      '2026-03-09T03:15Z',
    ],
    ['the end of a year', thursday, '09:00', 'Africa/Lagos', '2026-12-31T08:00Z', '2027-01-07T08:00Z'],
    ['New Year as the due day', friday, '00:00', 'Africa/Accra', '2026-12-26T00:00Z', '2027-01-01T00:00Z'],
    ['a leap day as the due day', 2, '09:00', 'Africa/Nairobi', '2028-02-28T12:00Z', '2028-02-29T06:00Z'],
    ['the week after a leap day', 2, '09:00', 'Africa/Nairobi', '2028-02-29T06:00Z', '2028-03-07T06:00Z'],
    // New York: forward on 8 March 2026 at 02:00, back on 1 November at 02:00.
    [
      'before the clock goes forward',
      monday,
      '09:00',
      'America/New_York',
      '2026-03-02T00:00Z',
      '2026-03-02T14:00Z',
    ],
    [
      'after the clock went forward',
      monday,
      '09:00',
      'America/New_York',
      '2026-03-02T14:00Z',
      '2026-03-09T13:00Z',
    ],
    [
      'a time the clock jumps over',
      sunday,
      '02:30',
      'America/New_York',
      '2026-03-01T07:30Z',
      '2026-03-08T07:30Z',
    ],
    [
      'the week after such a time',
      sunday,
      '02:30',
      'America/New_York',
      '2026-03-08T07:30Z',
      '2026-03-15T06:30Z',
    ],
    [
      'a time that comes twice',
      sunday,
      '01:30',
      'America/New_York',
      '2026-10-25T05:30Z',
      '2026-11-01T05:30Z',
    ],
    ['not its second coming', sunday, '01:30', 'America/New_York', '2026-11-01T05:30Z', '2026-11-08T06:30Z'],
    // Casablanca: UTC+1 but for Ramadan; in 2026 back on 15 February, forward on 22 March.
    ['before Ramadan', monday, '09:00', 'Africa/Casablanca', '2026-02-04T00:00Z', '2026-02-09T08:00Z'],
    ['in Ramadan', monday, '09:00', 'Africa/Casablanca', '2026-02-09T08:00Z', '2026-02-16T09:00Z'],
    ['after Ramadan', monday, '09:00', 'Africa/Casablanca', '2026-03-16T09:00Z', '2026-03-23T08:00Z'],
    [
      'the hour Ramadan repeats',
      sunday,
      '02:30',
      'Africa/Casablanca',
      '2026-02-08T01:30Z',
      '2026-02-15T01:30Z',
    ],
    [
      'the hour Ramadan gives back',
      sunday,
      '02:30',
      'Africa/Casablanca',
      '2026-03-15T02:30Z',
      '2026-03-22T02:30Z',
    ],
    // Cairo: forward on the last Friday of April at 00:00, back on the last Thursday of October at 24:00.
    [
      'a midnight that does not exist',
      friday,
      '00:00',
      'Africa/Cairo',
      '2026-04-16T22:00Z',
      '2026-04-23T22:00Z',
    ],
    [
      'the week after that midnight',
      friday,
      '00:00',
      'Africa/Cairo',
      '2026-04-23T22:00Z',
      '2026-04-30T21:00Z',
    ],
    [
      'a last hour that comes twice',
      thursday,
      '23:30',
      'Africa/Cairo',
      '2026-10-22T20:30Z',
      '2026-10-29T20:30Z',
    ],
    ['not its second coming', thursday, '23:30', 'Africa/Cairo', '2026-10-29T20:30Z', '2026-11-05T21:30Z'],
    // Zones that changed their rules: what held at each instant counts, not what holds today.
    [
      'the last week before South Sudan moved west for good',
      monday,
      '09:00',
      'Africa/Juba',
      '2021-01-18T06:00Z',
      '2021-01-25T06:00Z',
    ],
    [
      'the week South Sudan moved in',
      monday,
      '09:00',
      'Africa/Juba',
      '2021-01-25T06:00Z',
      '2021-02-01T07:00Z',
    ],
    [
      'the first of São Tomé’s year ahead',
      monday,
      '09:00',
      'Africa/Sao_Tome',
      '2017-12-25T09:00Z',
      '2018-01-01T08:00Z',
    ],
    ['and its return', friday, '09:00', 'Africa/Sao_Tome', '2018-12-28T08:00Z', '2019-01-04T09:00Z'],
    [
      'Egypt without summer time, 2022',
      friday,
      '09:00',
      'Africa/Cairo',
      '2022-06-03T07:00Z',
      '2022-06-10T07:00Z',
    ],
    [
      'Egypt with summer time again, 2023',
      friday,
      '09:00',
      'Africa/Cairo',
      '2023-04-21T07:00Z',
      '2023-04-28T06:00Z',
    ],
    [
      'a Friday that Samoa left out',
      friday,
      '09:00',
      'Pacific/Apia',
      '2011-12-23T19:00Z',
      '2011-12-30T19:00Z',
    ],
    ['the Friday after it', friday, '09:00', 'Pacific/Apia', '2011-12-30T19:00Z', '2012-01-05T19:00Z'],
    [
      'the end of a year east of UTC',
      friday,
      '00:30',
      'Asia/Kathmandu',
      '2026-12-24T18:45Z',
      '2026-12-31T18:45Z',
    ],
    [
      'a zone this runtime does not know, in UTC',
      monday,
      '09:00',
      'Mars/Base',
      '2026-03-04T10:00Z',
      '2026-03-09T09:00Z',
    ],
  ])('%s', (_, weekday, time, timezone, after, due) => {
    expect(nextDueAfter(weekly(weekday, time, timezone), new Date(after)).toISOString()).toBe(
      new Date(due).toISOString(),
    );
  });

  it('neither skips nor doubles a week over a year, whatever the zone, day and hour', () => {
    const zones = [
      'America/New_York',
      'Africa/Casablanca',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    for (const timezone of zones) {
      for (const weekday of [monday, thursday, friday, sunday]) {
        for (const time of ['00:00', '01:30', '02:30', '23:30']) {
          let due = nextDueAfter(weekly(weekday, time, timezone), new Date('2026-01-01T00:00Z'));
          let previous: Temporal.PlainDate | undefined;
          while (due < new Date('2027-01-10T00:00Z')) {
            const date = Temporal.Instant.fromEpochMilliseconds(due.getTime())
              .toZonedDateTimeISO(timezone)
              .toPlainDate();
            expect(date.dayOfWeek).toBe(weekday);
            if (previous) expect(previous.until(date).days).toBe(7);
            previous = date;
            due = nextDueAfter(weekly(weekday, time, timezone), due);
          }
        }
      }
    }
  });
});

describe('periodsUntil', () => {
  const schedule = weekly(monday, '09:00', 'Africa/Nairobi');
  const running = { start: new Date('2026-03-02T06:00Z'), end: new Date('2026-03-09T06:00Z') };

  it('leaves a period that has not ended', () => {
    expect(periodsUntil(schedule, running, new Date('2026-03-09T05:59Z'))).toEqual({ ended: [], running });
  });

  it('gives each of several missed weeks its own period, one after the other', () => {
    const { ended, running: last } = periodsUntil(schedule, running, new Date('2026-03-24T12:00Z'));
    const ends = ['2026-03-09T06:00Z', '2026-03-16T06:00Z', '2026-03-23T06:00Z', '2026-03-30T06:00Z'];
    const all = [...ended, last];
    expect(all.map(({ end }) => end)).toEqual(ends.map((end) => new Date(end)));
    for (const [index, period] of all.entries()) {
      expect(period.start).toEqual(index === 0 ? running.start : all[index - 1]?.end);
    }
  });
});

describe('periodAfterPause', () => {
  const schedule = weekly(monday, '09:00', 'America/New_York');

  it('keeps the start of a short pause', () => {
    const start = new Date('2026-03-02T14:00Z');
    expect(periodAfterPause(schedule, start, new Date('2026-03-12T00:00Z'))).toEqual({
      start,
      end: new Date('2026-03-16T13:00Z'),
    });
  });

  it('covers at most two weeks, including the week of a clock change', () => {
    const { start, end } = periodAfterPause(
      schedule,
      new Date('2026-05-04T13:00Z'),
      new Date('2026-11-03T00:00Z'),
    );
    expect(end).toEqual(new Date('2026-11-09T14:00Z'));
    expect(end.getTime() - start.getTime()).toBe(14 * 86_400_000);
  });
});

it('posts up to 48 hours late and no later', () => {
  const end = new Date('2026-03-09T06:00Z');
  expect(isTooLate(end, new Date('2026-03-11T06:00Z'))).toBe(false);
  expect(isTooLate(end, new Date('2026-03-11T06:00:00.001Z'))).toBe(true);
});

it('waits longer after each failure, up to an hour', () => {
  expect([1, 2, 3, 6, 7, 60, 2000].map((attempts) => pauseAfter(attempts) / 60_000)).toEqual([
    1, 2, 4, 32, 60, 60, 60,
  ]);
});

describe('parseTime', () => {
  it.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    [' 9 ', '09:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9 p.m.', '21:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['6.30 pm', '18:30'],
    ['1830', '18:30'],
    ['18h30', '18:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('takes %s', (typed, time) => expect(parseTime(typed)).toBe(time));

  it.each(['', '24:00', '9:60', '13pm', '0am', 'noon', '9:5', '-1:00', '123456', '09:00:00'])(
    'refuses “%s”',
    (typed) => {
      expect(() => parseTime(typed)).toThrowError(expect.objectContaining({ code: 'invalid-time' }));
    },
  );
});

describe('parseTimezone', () => {
  it.each([
    ['Africa/Nairobi', 'Africa/Nairobi'],
    ['nairobi', 'Africa/Nairobi'],
    ['ADDIS ABABA', 'Africa/Addis_Ababa'],
    ['africa/addis_ababa', 'Africa/Addis_Ababa'],
    ['new york', 'America/New_York'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['katmandu', 'Asia/Kathmandu'],
    ['kolkata', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['africa/timbuktu', 'Africa/Timbuktu'],
  ])('takes %s', (typed, timezone) => expect(parseTimezone(typed)).toBe(timezone));

  it.each(['', 'Mars/Base', '+03:00', 'Nairob', 'Africa'])('refuses “%s”', (typed) => {
    expect(() => parseTimezone(typed)).toThrowError(expect.objectContaining({ code: 'unknown-timezone' }));
  });
});
