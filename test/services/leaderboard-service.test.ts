/** Points as the rules say, in periods of the guild's own zone; ties, limits, and members who left. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeaderboardPeriod } from '../../src/entities/standing.js';
import type { MembershipCheck } from '../../src/services/leaderboard-service.js';
import { amina, guildId, kofi, moderator, otherGuildId, wanjiru } from '../support/cohort.js';
import { useSearch } from '../support/search.js';

const cohort = useSearch();

/** A Wednesday in Nairobi, the third hour of March there. */
const wednesday = new Date('2026-03-04T09:00:00Z');

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  cohort.time.now = wednesday;
  await cohort.guilds.settings(guildId);
});

async function standings(period: LeaderboardPeriod, viewer = moderator.id, isMember?: MembershipCheck) {
  return cohort.newLeaderboard(isMember).standings(await cohort.guilds.settings(guildId), period, viewer);
}

async function points(period: LeaderboardPeriod = 'all'): Promise<[string, number][]> {
  return (await standings(period)).standings.map((standing) => [standing.displayName, standing.points]);
}

const later = (hours: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + hours * 3_600_000);
};

describe('points', () => {
  it('are 5 for an accepted solution, 2 for a learning, 1 for a solution, a challenge and a Helpful', async () => {
    const learning = await cohort.share({ title: 'Learned' }, amina);
    const challenge = await cohort.ask('Stuck', kofi);
    const solution = await cohort.solve(challenge, 'Do this', wanjiru);
    await cohort.votes.toggleHelpful(guildId, learning, kofi);
    later(1);
    expect(await points()).toEqual([
      ['Amina', 3],
      ['Kofi', 1],
      ['Wanjiru', 1],
    ]);
    await cohort.challenges.accept(guildId, solution, kofi);
    const { standings: listed } = await standings('all');
    expect(listed[0]).toMatchObject({ userId: wanjiru.id, place: 1, points: 5, accepted: 1, solutions: 0 });
    expect(listed[1]).toMatchObject({ userId: amina.id, place: 2, points: 3, learnings: 1, helpful: 1 });
    await cohort.challenges.reopen(guildId, challenge, kofi);
    expect(await points()).toContainEqual(['Wanjiru', 1]);
  });

  it('leave out what is hidden or deleted, with its Helpful, and Helpful taken back', async () => {
    const hidden = await cohort.share({ title: 'Hidden' }, amina);
    const deleted = await cohort.share({ title: 'Deleted' }, kofi);
    const kept = await cohort.share({ title: 'Kept' }, wanjiru);
    await cohort.votes.toggleHelpful(guildId, hidden, kofi);
    await cohort.votes.toggleHelpful(guildId, kept, kofi);
    await cohort.votes.toggleHelpful(guildId, kept, kofi);
    await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE number = $1', [hidden]);
    await cohort.entries.remove(guildId, deleted, kofi.id);
    expect(await points()).toEqual([['Wanjiru', 2]]);
  });

  it('count at most five Helpful a week from one member to another', async () => {
    const numbers: number[] = [];
    for (let index = 0; index < 8; index++)
      numbers.push(await cohort.share({ title: `Entry ${index}` }, amina));
    for (const number of numbers.slice(0, 7)) await cohort.votes.toggleHelpful(guildId, number, kofi);
    expect(await points()).toEqual([['Amina', 16 + 5]]);
    await cohort.votes.toggleHelpful(guildId, numbers[0] ?? 0, wanjiru);
    expect(await points()).toEqual([['Amina', 16 + 6]]);
    later(7 * 24);
    await cohort.votes.toggleHelpful(guildId, numbers[7] ?? 0, kofi);
    expect(await points()).toEqual([['Amina', 16 + 7]]);
  });

  it('are those of one guild', async () => {
    await cohort.share({ title: 'Elsewhere' }, amina, otherGuildId);
    expect(await points()).toEqual([]);
  });

  it('that are equal rank whoever reached them first', async () => {
    const first = await cohort.share({ title: 'First' }, wanjiru);
    later(1);
    await cohort.share({ title: 'Second' }, amina);
    expect((await points()).map(([name]) => name)).toEqual(['Wanjiru', 'Amina']);
    later(1);
    await cohort.share({ title: 'Third' }, amina);
    later(1);
    await cohort.share({ title: 'Fourth' }, wanjiru);
    expect((await points()).map(([name]) => name)).toEqual(['Amina', 'Wanjiru']);
    await cohort.votes.toggleHelpful(guildId, first, kofi);
    expect((await points()).map(([name]) => name)).toEqual(['Wanjiru', 'Amina']);
  });
});

describe('periods', () => {
  it('begin on Monday and on the first of the month, in the guild’s zone', async () => {
    // 2026-03-01T21:00Z is Monday the second, 00:00, in Nairobi; 2026-02-28T21:00Z the first of March.
    const shared: [string, string][] = [
      ['2026-02-28T20:59:59Z', 'february'],
      ['2026-02-28T21:00:00Z', 'march'],
      ['2026-03-01T20:59:59Z', 'sunday'],
      ['2026-03-01T21:00:00Z', 'monday'],
    ];
    for (const [at, title] of shared) {
      cohort.time.now = new Date(at);
      await cohort.share({ title });
    }
    cohort.time.now = wednesday;
    expect(await points('week')).toEqual([['Amina', 2]]);
    expect(await points('month')).toEqual([['Amina', 6]]);
    expect(await points('all')).toEqual([['Amina', 8]]);
    expect((await standings('week')).since).toEqual(new Date('2026-03-01T21:00:00Z'));
    expect((await standings('month')).since).toEqual(new Date('2026-02-28T21:00:00Z'));
    expect((await standings('all')).since).toBeNull();
  });

  it('are the digest’s once one is scheduled, and the next one’s as soon as it is due', async () => {
    const start = new Date('2026-02-27T15:00:00Z');
    const due = new Date('2026-03-06T15:00:00Z');
    await cohort.database.query('UPDATE guilds SET digest_period_start = $1, digest_due_at = $2', [
      start,
      due,
    ]);
    expect((await standingsAnew('week')).since).toEqual(start);
    cohort.time.now = new Date(due.getTime() + 1000);
    expect((await standingsAnew('week')).since).toEqual(due);
    await cohort.database.query('UPDATE guilds SET digest_paused_at = $1', [start]);
    expect((await standingsAnew('week')).since).toEqual(new Date('2026-03-01T21:00:00Z'));
  });

  /** With settings read anew. */
  async function standingsAnew(period: LeaderboardPeriod) {
    return cohort.newLeaderboard().standings(await cohort.guilds.settings(guildId), period, amina.id);
  }
});

describe('places', () => {
  const crowd = Array.from({ length: 14 }, (_, index) => ({
    ...amina,
    id: String(800000000000000100n + BigInt(index)),
    displayName: `Member ${index}`,
  }));

  async function shareByCrowd() {
    for (const [index, member] of crowd.entries()) {
      for (let times = 0; times <= crowd.length - index; times++) {
        await cohort.share({ title: `By ${index}` }, member);
      }
    }
  }

  it('are ten, with the viewer’s own below when it is not among them', async () => {
    await shareByCrowd();
    const seen = await standings('all', crowd[12]?.id);
    expect(seen.standings.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(seen.own).toMatchObject({ place: 13, displayName: 'Member 12', points: 6 });
    expect((await standings('all', crowd[2]?.id)).own).toBeNull();
    expect((await standings('all', moderator.id)).own).toBeNull();
  });

  it('are not for members who left, who are asked about when they were not met for a day', async () => {
    await shareByCrowd();
    const asked: string[] = [];
    const gone = new Set(crowd.slice(0, 4).map(({ id }) => id));
    const isMember: MembershipCheck = async (guild, userId) => {
      expect(guild).toBe(guildId);
      asked.push(userId);
      return !gone.has(userId);
    };
    await standings('all', moderator.id, isMember);
    expect(asked).toEqual([]);
    later(25);
    const seen = await standings('all', moderator.id, isMember);
    expect(seen.standings.map(({ displayName }) => displayName)[0]).toBe('Member 4');
    expect(seen.standings).toHaveLength(10);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(15);
    asked.length = 0;
    expect((await standings('all', moderator.id, isMember)).standings).toHaveLength(10);
    expect(asked).toEqual([]);
  });

  it('stay as they are when nobody can be asked', async () => {
    await cohort.share({ title: 'Here' });
    later(25);
    const seen = await standings('all', moderator.id, async () => {
      throw new Error('Discord is away');
    });
    expect(seen.standings).toHaveLength(1);
    expect((await standings('all')).standings).toHaveLength(1);
  });

  it('are asked about fifteen at most', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...amina,
      id: String(800000000000000200n + BigInt(index)),
      displayName: `Gone ${index}`,
    }));
    for (const member of many) await cohort.share({ title: 'Bye' }, member);
    later(25);
    let asked = 0;
    const seen = await standings('all', moderator.id, async () => {
      asked++;
      return false;
    });
    expect(asked).toBe(15);
    expect(seen.standings).toHaveLength(10);
  });
});
