/** Badges are what the facts say: they come, move and go with entries, votes and tracks. */
import { expect, it } from 'vitest';
import { readMemberBadges } from '../../../src/features/badges/badge-store.js';
import { DigestContentStore } from '../../../src/features/digest/digest-content-store.js';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import { useDataSource } from '../../support/data-source.js';
import { type MadeEntry, makeEntry, makeMember, vote } from '../../support/digest.js';

const { dataSource } = useDataSource();

const [amina, kofi, zuri] = ['200000000000000001', '200000000000000002', '200000000000000003'];
const now = new Date('2026-03-20T12:00Z');
/** Mondays in Nairobi begin at 21:00 UTC of the day before. */
const week = { start: new Date('2026-03-09T06:00Z'), end: new Date('2026-03-16T06:00Z') };
let guilds = 0;

function cohort() {
  const guildId = String(710_000_000_000_000_000n + BigInt((guilds += 1)));
  let number = 0;
  const sql = (text: string, ...values: unknown[]) => dataSource().query(text, [guildId, ...values]);
  const make = async (made: Omit<MadeEntry, 'guildId' | 'number'>) => {
    number += 1;
    await makeEntry(dataSource(), { guildId, number, ...made });
    return number;
  };
  return {
    guildId,
    sql,
    make,
    vote: (entry: number, member: string, at: string) => vote(dataSource(), guildId, entry, member, at),
    async solve(helper: string, asker: string, at: string) {
      const challenge = await make({ at, type: 'challenge', author: asker });
      return make({ at, type: 'solution', challenge, author: helper, acceptedAt: at });
    },
    async track(member: string, track: string) {
      await makeMember(dataSource(), guildId, member);
      await sql(
        `INSERT INTO profiles (guild_id, user_id, track, edited_at) VALUES ($1, $2, $3, now())
         ON CONFLICT (guild_id, user_id) DO UPDATE SET track = excluded.track`,
        member,
        track,
      );
    },
    async badges(member = amina, at = now) {
      const { badges } = await readMemberBadges(dataSource(), guildId, member, at);
      return Object.fromEntries(badges.map((one) => [one.badge, one.at.toISOString().slice(0, 10)]));
    },
    streak: async (at = now) => (await readMemberBadges(dataSource(), guildId, amina, at)).streak,
    /** Whom the digest of the period congratulates. */
    async told(period = week) {
      const { thanks } = await new DigestContentStore(dataSource()).read(guildId, period);
      return {
        people: thanks.badges.map(({ person, badges }) => [person.id, badges]),
        more: thanks.moreBadges,
      };
    },
  };
}

it('gives the first share and the first solution accepted by somebody else, with their dates', async () => {
  const { make, solve, badges } = cohort();
  expect(await badges()).toEqual({});
  await make({ at: '2026-02-01T10:00Z', type: 'challenge' });
  await solve(amina, amina, '2026-02-02T10:00Z');
  expect(await badges()).toEqual({});
  await make({ at: '2026-02-04T10:00Z' });
  await make({ at: '2026-02-03T10:00Z' });
  await solve(amina, kofi, '2026-02-06T10:00Z');
  await solve(amina, zuri, '2026-02-05T10:00Z');
  expect(await badges()).toEqual({ 'first-share': '2026-02-03', 'first-accepted': '2026-02-05' });
});

it('counts nothing that is imported, hidden or deleted, nor a solution whose challenge is', async () => {
  const { make, solve, badges, sql, guildId } = cohort();
  await make({ at: '2026-02-01T10:00Z', state: 'hidden' });
  await make({ at: '2026-02-01T10:00Z', state: 'deleted' });
  const imported = await make({ at: '2026-02-01T10:00Z' });
  await sql(
    `WITH made AS (
       INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, entry_count, pair_count, known_count, created_at, decided_at)
       VALUES ($1, gen_random_uuid(), $2, 'done', 'README.md', repeat('0', 64), 1, 0, 0, now(), now()) RETURNING id
     ) UPDATE entries SET import_id = made.id FROM made WHERE guild_id = $1 AND number = $3`,
    amina,
    imported,
  );
  const solution = await solve(amina, kofi, '2026-02-05T10:00Z');
  await sql('UPDATE entries SET hidden_at = now() WHERE guild_id = $1 AND number = $2', solution - 1);
  expect(await badges()).toEqual({});
  await sql('UPDATE entries SET hidden_at = NULL WHERE guild_id = $1');
  expect(await badges()).toEqual({ 'first-share': '2026-02-01', 'first-accepted': '2026-02-05' });
  expect((await readMemberBadges(dataSource(), `${BigInt(guildId) + 500n}`, amina, now)).badges).toEqual([]);
});

it('calls a bridge builder who solved a challenge of another track, as the tracks are now', async () => {
  const { solve, track, badges, sql } = cohort();
  await solve(amina, kofi, '2026-02-05T10:00Z');
  await solve(amina, zuri, '2026-02-07T10:00Z');
  await track(amina, 'backend');
  await track(kofi, 'backend');
  expect(await badges()).not.toHaveProperty('bridge-builder');
  await track(zuri, 'frontend');
  expect(await badges()).toMatchObject({ 'bridge-builder': '2026-02-07' });
  await track(kofi, 'other');
  expect(await badges()).toMatchObject({ 'bridge-builder': '2026-02-05' });
  await sql('UPDATE profiles SET track = NULL WHERE guild_id = $1 AND user_id = $2', amina);
  expect(await badges()).not.toHaveProperty('bridge-builder');
});

it('counts weeks in a row on the guild’s own calendar', async () => {
  const { make, badges, streak, sql } = cohort();
  // In Nairobi: Sunday the 8th, Monday the 9th, and the weeks after.
  for (const at of ['2026-02-08T20:59Z', '2026-02-08T21:00Z', '2026-02-20T10:00Z']) await make({ at });
  await make({ at: '2026-03-05T10:00Z' });
  expect(await badges()).not.toHaveProperty('four-weeks');
  const between = await make({ at: '2026-02-27T10:00Z' });
  await make({ at: '2026-02-25T10:00Z', type: 'challenge', author: kofi });
  expect(await badges()).toMatchObject({ 'four-weeks': '2026-02-27' });
  expect(await streak(new Date('2026-03-08T20:59Z'))).toEqual({ now: 5, longest: 5 });
  // A week that is not over yet ends no streak; a whole one does.
  expect(await streak(new Date('2026-03-15T20:59Z'))).toEqual({ now: 5, longest: 5 });
  expect(await streak(new Date('2026-03-15T21:00Z'))).toEqual({ now: 0, longest: 5 });
  await sql('UPDATE entries SET hidden_at = now() WHERE guild_id = $1 AND number = $2', between);
  expect(await badges()).not.toHaveProperty('four-weeks');
  expect(await streak(new Date('2026-03-08T20:59Z'))).toEqual({ now: 1, longest: 3 });
});

it('calls a teacher who helped ten different people, and no more when a vote is withdrawn', async () => {
  const { make, vote: voted, solve, badges, sql, told } = cohort();
  const first = await make({ at: '2026-02-01T10:00Z' });
  const second = await make({ at: '2026-02-01T10:00Z' });
  const people = Array.from({ length: 9 }, (_, index) => String(200_000_000_000_000_100n + BigInt(index)));
  for (const [index, person] of people.entries()) {
    await voted(first, person, `2026-03-0${index + 1}T10:00Z`);
    await voted(second, person, '2026-03-10T10:00Z');
  }
  await voted(first, amina, '2026-03-10T10:00Z');
  await solve(amina, people[0] ?? '', '2026-03-10T10:00Z');
  expect(await badges()).not.toHaveProperty('teacher');
  await solve(amina, kofi, '2026-03-11T10:00Z');
  expect(await badges()).toMatchObject({ teacher: '2026-03-11' });
  expect((await told()).people).toEqual([[amina, ['teacher', 'first-accepted']]]);
  await sql('DELETE FROM helpful_votes WHERE guild_id = $1 AND member_id = $2', people[4]);
  expect(await badges()).not.toHaveProperty('teacher');
  expect((await told()).people).toEqual([[amina, ['first-accepted']]]);
});

it('leaves nothing over when a member is erased, and takes nothing from whom they helped but that', async () => {
  const { guildId, make, vote: voted, solve, badges } = cohort();
  const learning = await make({ at: '2026-02-01T10:00Z' });
  await voted(learning, kofi, '2026-02-02T10:00Z');
  await solve(amina, kofi, '2026-02-03T10:00Z');
  const erase = (memberId: string) =>
    new ForgetStore(dataSource()).erase({
      guildId,
      memberId,
      entries: 'kept',
      hash: Buffer.alloc(32, memberId),
      moderatorId: null,
      at: now,
    });
  await erase(kofi);
  expect(await badges()).toEqual({ 'first-share': '2026-02-01', 'first-accepted': '2026-02-03' });
  await erase(amina);
  expect(await badges()).toEqual({});
});

it('congratulates in one period only, and not those who are welcomed or left', async () => {
  const { make, solve, told, sql } = cohort();
  const before = { start: new Date('2026-03-02T06:00Z'), end: week.start };
  const after = { start: week.end, end: new Date('2026-03-23T06:00Z') };
  // Kofi is new here, Amina asked before, and Zuri shared before and deleted that.
  await make({ at: '2026-03-10T10:00Z', author: kofi });
  await make({ at: '2026-02-01T10:00Z', type: 'challenge' });
  await make({ at: '2026-03-09T06:00Z' });
  await make({ at: '2026-02-01T10:00Z', author: zuri, state: 'deleted' });
  await make({ at: '2026-03-10T10:00Z', author: zuri });
  await solve(zuri, amina, '2026-03-16T05:59:59Z');
  expect((await told()).people).toEqual([
    [zuri, ['first-accepted']],
    [amina, ['first-share']],
  ]);
  expect((await told(before)).people).toEqual([]);
  expect((await told(after)).people).toEqual([]);
  await sql('UPDATE members SET left_at = now() WHERE guild_id = $1 AND user_id = $2', zuri);
  expect((await told()).people).toEqual([[amina, ['first-share']]]);
});

it('names three at most, the most remarkable first, and counts the others', async () => {
  const { make, solve, track, told } = cohort();
  const people = Array.from({ length: 5 }, (_, index) => String(200_000_000_000_000_200n + BigInt(index)));
  await track(kofi, 'frontend');
  for (const person of people) {
    await make({ at: '2026-02-01T10:00Z', type: 'challenge', author: person });
    await make({ at: '2026-03-10T10:00Z', author: person });
  }
  await track(people[4] ?? '', 'backend');
  await solve(people[3] ?? '', kofi, '2026-03-11T10:00Z');
  await solve(people[4] ?? '', kofi, '2026-03-12T10:00Z');
  expect(await told()).toEqual({
    people: [
      [people[4], ['bridge-builder', 'first-accepted', 'first-share']],
      [people[3], ['first-accepted', 'first-share']],
      [people[0], ['first-share']],
    ],
    more: 2,
  });
});
