/** What a digest tells beyond its week, of cohorts made by hand. */
import { describe, expect, it } from 'vitest';
import { type MadeEntry, makeEntry, makeMember, useDigests, vote } from '../../support/digest.js';
import { useDatabase } from '../../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);

const start = new Date('2026-03-09T06:00Z');
const end = new Date('2026-03-16T06:00Z');
const day = 86_400_000;
const before = (days: number) => new Date(end.getTime() - days * day).toISOString();
const [amina, kofi, zuri, liban] = [
  '200000000000000001',
  '200000000000000002',
  '200000000000000003',
  '200000000000000004',
];

function cohort() {
  const guildId = bench.guild();
  let number = 0;
  return {
    guildId,
    async make(made: Omit<MadeEntry, 'guildId' | 'number'>): Promise<number> {
      number += 1;
      await makeEntry(bench.dataSource, { guildId, number, ...made });
      return number;
    },
    vote: (entry: number, member: string, at = before(20)) =>
      vote(bench.dataSource, guildId, entry, member, at),
    read: (periodEnd = end) => bench.contents.read(guildId, { start, end }, periodEnd),
    /** As if so many digests had been there before. */
    async passed(digests: number): Promise<void> {
      await makeMember(bench.dataSource, guildId, amina);
      await bench.dataSource.query('DELETE FROM digests WHERE guild_id = $1', [guildId]);
      await bench.dataSource.query(
        `INSERT INTO digests (guild_id, period_start, period_end, state, reason, settled_at)
         SELECT $1, $2::timestamptz - n * interval '7 days', $2::timestamptz - (n - 1) * interval '7 days', 'skipped', 'empty', $2
           FROM generate_series(1, $3) n`,
        [guildId, start, digests],
      );
    },
  };
}

describe('the chart', () => {
  it('counts each type a day, in days of the guild’s own zone, for eight weeks up to the period’s end', async () => {
    const { guildId, make, read } = cohort();
    await make({ at: '2026-03-15T20:59Z' });
    // Midnight in Nairobi is 21:00 UTC.
    await make({ at: '2026-03-15T21:00Z' });
    const asked = await make({ at: '2026-03-16T05:59Z', type: 'challenge', author: kofi });
    await make({ at: '2026-03-16T05:59Z', type: 'solution', challenge: asked, author: zuri });
    await make({ at: end });
    await make({ at: '2026-01-19T21:00Z' });
    await make({ at: '2026-01-19T20:59Z' });
    await make({ at: before(1), state: 'hidden' });
    const { chart } = await read();
    expect(chart).toHaveLength(56);
    expect(chart.filter(({ learning, challenge, solution }) => learning + challenge + solution > 0)).toEqual([
      { date: '2026-01-20', learning: 1, challenge: 0, solution: 0 },
      { date: '2026-03-15', learning: 1, challenge: 0, solution: 0 },
      { date: '2026-03-16', learning: 1, challenge: 1, solution: 1 },
    ]);
    await bench.dataSource.query('UPDATE guilds SET timezone = $2 WHERE id = $1', [guildId, 'UTC']);
    expect((await read()).chart.at(-1)).toEqual({
      date: '2026-03-16',
      learning: 0,
      challenge: 1,
      solution: 1,
    });
  });

  it('is drawn in UTC when the zone is unknown', async () => {
    const { guildId, make, read } = cohort();
    await make({ at: before(1) });
    await bench.dataSource.query('UPDATE guilds SET timezone = $2 WHERE id = $1', [guildId, 'Mars/Olympus']);
    expect((await read()).chart.at(-2)).toMatchObject({ date: '2026-03-15', learning: 1 });
  });
});

describe('streaks', () => {
  it('are weeks on end up to this one, three at least, the longest first', async () => {
    const { guildId, make, read } = cohort();
    for (const weeks of [0, 1, 2, 3, 4]) await make({ at: before(7 * weeks + 1) });
    // To the instant: the last of one week, and the first of the next.
    for (const days of [7, 14, 21]) await make({ at: before(days), author: kofi });
    for (const weeks of [0, 1]) await make({ at: before(7 * weeks + 1), author: zuri });
    for (const weeks of [1, 2, 3]) await make({ at: before(7 * weeks + 1), author: liban });
    for (const weeks of [0, 1, 2]) await make({ at: before(7 * weeks + 1), author: '200000000000000009' });
    await bench.dataSource.query('UPDATE members SET left_at = $2 WHERE guild_id = $1 AND user_id = $3', [
      guildId,
      end,
      '200000000000000009',
    ]);
    const { streaks } = (await read()).thanks;
    expect(streaks.map(({ person, weeks }) => [person.id, weeks])).toEqual([
      [amina, 5],
      [kofi, 3],
    ]);
    expect(streaks[0]?.person).toEqual({ id: amina, name: 'Member 01', hasLeft: false });
  });
});

describe('the older entry', () => {
  /** Forty learnings of long ago, each found helpful by one. */
  async function longAgo() {
    const made = cohort();
    for (let index = 0; index < 40; index += 1) await made.vote(await made.make({ at: before(60) }), kofi);
    return made;
  }

  it('differs in each of ten digests, and is the same when one is shown again', async () => {
    const { passed, read } = await longAgo();
    const shown: (number | undefined)[] = [];
    for (let digests = 0; digests < 10; digests += 1) {
      await passed(digests);
      shown.push((await read()).older?.number);
    }
    expect(new Set(shown).size).toBe(10);
    expect(shown).not.toContain(undefined);
    // Digests after it change nothing; nor do votes.
    await passed(9);
    expect((await read(new Date(end.getTime() - 20 * day))).older?.number).toBe(shown[7]);
  });

  it('starts with the most helpful of those that are due, by votes up to the period’s end', async () => {
    const { vote: helpful, read } = await longAgo();
    await helpful(24, zuri);
    for (const member of [zuri, liban]) await helpful(32, member, '2026-03-16T06:00Z');
    expect((await read()).older).toMatchObject({
      number: 24,
      helpful: 2,
      title: 'Title 24',
      isSolved: false,
    });
  });

  it('is none that is younger than four weeks, hidden, or helpful to nobody', async () => {
    const { make, vote: helpful, passed, read } = cohort();
    await passed(1);
    const young = await make({ at: before(28) });
    await helpful(young, kofi);
    expect((await read()).older).toBeNull();
    await bench.dataSource.query('UPDATE entries SET created_at = $2 WHERE guild_id = $1', [
      (await read()).guildId,
      new Date(before(28.01)),
    ]);
    expect((await read()).older?.number).toBe(young);
    await bench.dataSource.query('UPDATE entries SET hidden_at = $2 WHERE guild_id = $1', [
      (await read()).guildId,
      end,
    ]);
    expect((await read()).older).toBeNull();
  });

  it('may be a challenge, for the solution that was accepted long ago', async () => {
    const { guildId, make, vote: helpful, passed, read } = cohort();
    await passed(1);
    const asked = await make({ at: before(80), type: 'challenge', author: kofi });
    const given = await make({
      at: before(79),
      type: 'solution',
      challenge: asked,
      author: zuri,
      acceptedAt: before(78),
    });
    await helpful(given, liban);
    expect((await read()).older).toMatchObject({
      number: asked,
      isSolved: true,
      helpful: 1,
      author: { id: zuri },
    });
    await bench.dataSource.query(
      'UPDATE entries SET accepted_at = $2 WHERE guild_id = $1 AND accepted_at IS NOT NULL',
      [guildId, new Date(before(3))],
    );
    expect((await read()).older).toBeNull();
  });
});
