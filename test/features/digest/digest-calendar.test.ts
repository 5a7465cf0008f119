/** Periods over the real ledger while moderators change the schedule in mid-week: none twice, none left out. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleChanges } from '../../../src/features/digest/digest-service.js';
import { useDigests } from '../../support/digest.js';
import { useDatabase } from '../../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);
const [monday, tuesday, wednesday, thursday, friday, sunday] = [1, 2, 3, 4, 5, 7];

let guildId: string;
beforeEach(async () => {
  await database.query('DELETE FROM guilds');
  guildId = bench.guild();
});

type Step = readonly [at: string, changes: ScheduleChanges];

/** Makes each change at its instant, ticking whenever something is due; gives the ends of all periods up to `until`. */
async function endsWith(first: Step, steps: readonly Step[], until: string): Promise<string[]> {
  bench.now = new Date(first[0]);
  const start = new Date(bench.now.getTime() - 7 * 86_400_000);
  await bench.service.schedule(guildId, first[1]);
  for (const [at, changes] of [...steps, [until, undefined] as const]) {
    for (;;) {
      const { nextDueAt } = await bench.service.status(guildId);
      if (!nextDueAt || nextDueAt > new Date(at)) break;
      bench.now = nextDueAt;
      await bench.service.postDue();
    }
    bench.now = new Date(at);
    if (changes) await bench.service.schedule(guildId, changes);
  }
  const periods = await database.query<{ period_start: Date; period_end: Date }>(
    'SELECT period_start, period_end FROM digests WHERE guild_id = $1 ORDER BY period_end',
    [guildId],
  );
  // One after the other, from the very first instant on: nothing is told twice, and nothing is left out.
  for (const [index, period] of periods.entries()) {
    expect(period.period_start).toEqual(index === 0 ? start : periods[index - 1]?.period_end);
  }
  return periods.map(({ period_end: end }) => end.toISOString().slice(0, 16));
}

const nairobi = { weekday: monday, time: '09:00', timezone: 'Africa/Nairobi' };
const newYork = { weekday: sunday, time: '02:30', timezone: 'America/New_York' };

describe('a schedule changed in mid-week', () => {
  it.each<[string, Step, Step[], string, string[]]>([
    [
      'to a later day: one longer period',
      ['2026-03-04T10:00Z', nairobi],
      [['2026-03-11T10:00Z', { weekday: friday }]],
      '2026-03-21T00:00Z',
      ['2026-03-09T06:00', '2026-03-13T06:00', '2026-03-20T06:00'],
    ],
    [
      'to a day that is over: the next one ends it',
      ['2026-03-04T10:00Z', nairobi],
      [['2026-03-12T10:00Z', { weekday: tuesday }]],
      '2026-03-25T00:00Z',
      ['2026-03-09T06:00', '2026-03-17T06:00', '2026-03-24T06:00'],
    ],
    [
      'forth and back: as if it had not been',
      ['2026-03-04T10:00Z', nairobi],
      [
        ['2026-03-11T10:00Z', { weekday: thursday }],
        ['2026-03-11T11:00Z', { weekday: monday }],
      ],
      '2026-03-24T00:00Z',
      ['2026-03-09T06:00', '2026-03-16T06:00', '2026-03-23T06:00'],
    ],
    [
      'on the day itself, before it was due',
      ['2026-03-04T10:00Z', nairobi],
      [['2026-03-09T05:00Z', { time: '18:00' }]],
      '2026-03-17T00:00Z',
      ['2026-03-09T15:00', '2026-03-16T15:00'],
    ],
    [
      'on the day itself, after it was posted: a short period the same day',
      ['2026-03-04T10:00Z', nairobi],
      [['2026-03-09T07:00Z', { time: '18:00' }]],
      '2026-03-17T00:00Z',
      ['2026-03-09T06:00', '2026-03-09T15:00', '2026-03-16T15:00'],
    ],
    [
      'to a zone farther west, between the two due times',
      ['2026-03-04T10:00Z', nairobi],
      [['2026-03-09T08:00Z', { timezone: 'America/New_York' }]],
      '2026-03-17T00:00Z',
      ['2026-03-09T06:00', '2026-03-09T13:00', '2026-03-16T13:00'],
    ],
    [
      'to a zone farther east, whose time that day is over',
      ['2026-03-04T10:00Z', { ...nairobi, timezone: 'America/New_York' }],
      [['2026-03-09T08:00Z', { timezone: 'Asia/Kathmandu' }]],
      '2026-03-24T00:00Z',
      ['2026-03-16T03:15', '2026-03-23T03:15'],
    ],
    [
      'in the week of a clock that goes forward, to an hour that is not there',
      ['2026-03-02T10:00Z', { ...newYork, weekday: wednesday, time: '12:00' }],
      [['2026-03-05T12:00Z', newYork]],
      '2026-03-16T00:00Z',
      ['2026-03-04T17:00', '2026-03-08T07:30', '2026-03-15T06:30'],
    ],
    [
      'in the hour that comes twice, after its first coming',
      ['2026-10-28T00:00Z', { ...newYork, time: '01:30' }],
      [['2026-11-01T05:45Z', { time: '01:45' }]],
      '2026-11-09T00:00Z',
      // 01:45 of that night was at 05:45Z, which is over at that instant; its second coming is not another one.
      ['2026-11-01T05:30', '2026-11-08T06:45'],
    ],
    [
      'in Ramadan, over the end of it',
      ['2026-03-04T10:00Z', { ...nairobi, timezone: 'Africa/Casablanca' }],
      [['2026-03-18T10:00Z', { weekday: sunday }]],
      '2026-03-30T00:00Z',
      ['2026-03-09T09:00', '2026-03-16T09:00', '2026-03-22T08:00', '2026-03-29T08:00'],
    ],
    [
      'over the end of a leap year’s February',
      ['2028-02-23T10:00Z', nairobi],
      [['2028-02-28T12:00Z', { weekday: tuesday }]],
      '2028-03-08T00:00Z',
      ['2028-02-28T06:00', '2028-02-29T06:00', '2028-03-07T06:00'],
    ],
    [
      'over the end of a year',
      ['2026-12-23T10:00Z', nairobi],
      [['2026-12-30T10:00Z', { weekday: friday, time: '00:00' }]],
      '2027-01-09T00:00Z',
      ['2026-12-28T06:00', '2026-12-31T21:00', '2027-01-07T21:00'],
    ],
  ])('%s', async (_name, first, steps, until, ends) => {
    expect(await endsWith(first, steps, until)).toEqual(ends);
  });
});
