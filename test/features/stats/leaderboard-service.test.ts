/** Points as the rules say, in periods of the guild's own zone; ties, limits, and members who left. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeaderboardPeriod } from '../../../src/features/stats/leaderboard-model.js';
import type { MembershipCheck } from '../../../src/features/stats/leaderboard-service.js';
import { leaderboardView } from '../../../src/features/stats/leaderboard-view.js';
import { en } from '../../../src/locales/en/index.js';
import { amina, guildId, kofi, moderator, otherGuildId, wanjiru } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

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

  it('that are equal rank the member who reached them first higher', async () => {
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

  describe('that have just begun', () => {
    const [before, ended, next] = ['2026-02-20T06:00:00Z', '2026-02-27T06:00:00Z', '2026-03-06T06:00:00Z'];
    const digestDue = (start: string | null, due: string | null) =>
      cohort.database.query('UPDATE guilds SET digest_period_start = $1, digest_due_at = $2', [start, due]);
    const shownAt = async (at: string, viewer = amina.id) => {
      cohort.time.now = new Date(at);
      const {
        since,
        until,
        standings: listed,
        hasNone,
      } = await cohort.newLeaderboard().standings(await cohort.guilds.settings(guildId), 'week', viewer);
      return {
        since,
        until,
        hasNone,
        listed: listed.map(({ displayName, points: sum }) => [displayName, sum]),
      };
    };

    beforeEach(async () => {
      cohort.time.now = new Date('2026-02-19T06:00:00Z');
      await cohort.share({ title: 'Older' }, wanjiru);
      cohort.time.now = new Date('2026-02-26T06:00:00Z');
      await cohort.share({ title: 'Last week' }, amina);
    });

    it('show the digest’s week that ended until somebody has points in the new one', async () => {
      const lastWeek = { since: new Date(before), until: new Date(ended), listed: [['Amina', 2]] };
      await digestDue(before, ended);
      expect(await shownAt('2026-02-26T12:00:00Z')).toMatchObject({ ...lastWeek, until: null });
      // Due, and not posted yet.
      expect(await shownAt('2026-02-27T06:00:01Z')).toMatchObject(lastWeek);
      await digestDue(ended, next);
      await cohort.database.query(
        `INSERT INTO digests (guild_id, period_start, period_end, state) VALUES ($1, $2, $3, 'due')`,
        [guildId, before, ended],
      );
      expect(await shownAt('2026-02-27T07:00:00Z')).toMatchObject({ ...lastWeek, hasNone: false });
      expect(await shownAt('2026-02-27T07:00:00Z', kofi.id)).toMatchObject({ ...lastWeek, hasNone: true });
      const first = await cohort.share({ title: 'New' }, kofi);
      expect(await shownAt('2026-02-27T08:00:00Z')).toEqual({
        since: new Date(ended),
        until: null,
        hasNone: true,
        listed: [['Kofi', 2]],
      });
      await cohort.entries.remove(guildId, first, kofi.id);
      expect(await shownAt('2026-02-27T09:00:00Z')).toMatchObject(lastWeek);
    });

    it('show last week from Monday to Monday while there is no digest', async () => {
      await digestDue(null, null);
      expect(await shownAt('2026-03-01T21:00:01Z')).toMatchObject({
        since: new Date('2026-02-22T21:00:00Z'),
        until: new Date('2026-03-01T21:00:00Z'),
        listed: [['Amina', 2]],
      });
    });

    it('show themselves when nobody had points in the week that ended either, or none ended', async () => {
      await digestDue(ended, next);
      expect(await shownAt('2026-02-27T07:00:00Z')).toMatchObject({ until: null, listed: [] });
      await cohort.database.query(
        `INSERT INTO digests (guild_id, period_start, period_end, state) VALUES ($1, $2, $3, 'due')`,
        [guildId, '2026-02-26T20:00:00Z', ended],
      );
      expect(await shownAt('2026-02-27T07:00:00Z')).toMatchObject({ until: null, listed: [] });
    });
  });

  /** With settings read again. */
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

  it('and medals are shared by equal points, in the list and below it', async () => {
    for (const [index, member] of crowd.entries()) {
      for (let times = index < 2 ? 2 : 1; times > 0; times--)
        await cohort.share({ title: 'Learned' }, member);
      later(1);
    }
    const { standings: listed, own } = await standings('all', crowd[13]?.id);
    expect(listed.map(({ place }) => place)).toEqual([1, 1, 3, 3, 3, 3, 3, 3, 3, 3]);
    expect(own).toMatchObject({ place: 3, displayName: 'Member 13', points: 2 });
    const view = JSON.stringify(leaderboardView(en, await standings('all', crowd[13]?.id)));
    expect(view.match(/🥇|🥈|🥉/g)?.join('')).toBe(`🥇🥇${'🥉'.repeat(9)}`);
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
