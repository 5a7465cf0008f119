/** Running totals of points: whatever members and moderators do, they are what a recount would give. */
import { expect, it } from 'vitest';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import type { LeaderboardPeriod } from '../../../src/features/stats/leaderboard-model.js';
import { LeaderboardStore } from '../../../src/features/stats/leaderboard-store.js';
import { PointsStore } from '../../../src/features/stats/points-store.js';
import { UserError } from '../../../src/platform/user-error.js';
import { amina, kofi, moderator, typed, wanjiru } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();

const people = [amina, kofi, wanjiru, moderator];
const hourMs = 3_600_000;
const weekMs = 168 * hourMs;
const start = new Date('2026-03-02T00:00:00Z');

/** The same in every run; another one with `POINTS_SEED`. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Counts everything again, independently of the statements under test. */
const recount = `
WITH votes AS (
  SELECT e.author_id, v.voted_at, row_number() OVER (PARTITION BY e.author_id, v.member_id,
           floor(extract(epoch FROM v.voted_at - $3::timestamptz) / 604800) ORDER BY v.voted_at, v.entry_number) AS place
    FROM helpful_votes v JOIN entries e ON e.guild_id = $1 AND e.number = v.entry_number
   WHERE v.guild_id = $1 AND e.deleted_at IS NULL AND e.hidden_at IS NULL AND e.import_id IS NULL AND v.member_id <> e.author_id
), earned AS (
  SELECT author_id, coalesce(accepted_at, created_at) AS at,
         CASE WHEN accepted_at IS NOT NULL THEN 5 WHEN type = 'learning' THEN 2 ELSE 1 END AS points
    FROM entries WHERE guild_id = $1 AND deleted_at IS NULL AND hidden_at IS NULL AND import_id IS NULL
  UNION ALL SELECT author_id, voted_at, 1 FROM votes WHERE place <= 5
)
SELECT m.user_id::text AS "userId", sum(points)::integer AS points, max(at) AS "reachedAt"
  FROM earned JOIN members m ON m.guild_id = $1 AND m.user_id = author_id AND m.left_at IS NULL
 WHERE at >= $2 GROUP BY m.user_id ORDER BY 2 DESC, 3, m.user_id`;

it.each([1, 2, 3].map((run) => run + Number(process.env['POINTS_SEED'] ?? 0)))(
  'are those of a recount after anything, run %i',
  async (run) => {
    const guildId = `70000000000000${1000 + run}`;
    const chance = chanceOf(run);
    const points = new PointsStore(cohort.dataSource());
    const board = new LeaderboardStore(cohort.dataSource(), points);
    let weekAnchor = start;
    let written = 0;
    cohort.time.now = start;
    const someone = () => people[chance(people.length)] ?? amina;
    const sql = (text: string, ...values: unknown[]) => cohort.dataSource().query(text, [guildId, ...values]);
    const pick = async (condition: string): Promise<{ number: number; author: string } | undefined> => {
      const found: { number: number; author: string }[] = await sql(
        `SELECT number, author_id::text AS author FROM entries WHERE guild_id = $1 AND ${condition} ORDER BY number`,
      );
      return found[chance(found.length)];
    };
    const by = (id: string) => people.find((person) => person.id === id);
    const content = () => typed({ title: `Entry ${(written += 1)}`, body: `Words ${written}`, tags: '' });
    const actions: Record<string, () => Promise<unknown>> = {
      share: () => cohort.entries.share(guildId, someone(), content()),
      ask: () => cohort.entries.post(guildId, someone(), content()),
      async solve() {
        const challenge = await pick(`type = 'challenge' AND visible`);
        if (!challenge) return;
        const solution = `Solution ${(written += 1)}`;
        await cohort.entries.solve(guildId, someone(), challenge.number, { solution, link: '' });
      },
      async vote() {
        const entry = await pick('visible');
        if (entry) await cohort.votes.toggleHelpful(guildId, entry.number, someone());
      },
      async 'vote often'() {
        const [voter, author] = [someone(), someone()];
        for (let times = 0; times < 7; times += 1) {
          const { number } = await cohort.entries.share(guildId, author, content());
          await cohort.votes.toggleHelpful(guildId, number, voter);
        }
      },
      async accept() {
        const solution = await pick(`type = 'solution' AND visible`);
        const asked = solution && (await cohort.entries.any(guildId, solution.number)).challenge;
        const asker = asked && by(asked.authorId);
        if (solution && asker) await cohort.challenges.accept(guildId, solution.number, asker);
      },
      async reopen() {
        const challenge = await pick(`type = 'challenge' AND visible`);
        const asker = challenge && by(challenge.author);
        if (challenge && asker) await cohort.challenges.reopen(guildId, challenge.number, asker);
      },
      async delete() {
        const entry = await pick('visible');
        if (entry && by(entry.author)) await cohort.entries.remove(guildId, entry.number, entry.author);
      },
      async restore() {
        const entry = await pick('deleted_at IS NOT NULL');
        if (entry && by(entry.author)) await cohort.entries.restore(guildId, entry.number, entry.author);
      },
      hide: () =>
        sql('UPDATE entries SET hidden_at = $2 WHERE guild_id = $1 AND number % 7 = 3', cohort.time.now),
      'bring back': () => sql('UPDATE entries SET hidden_at = NULL WHERE guild_id = $1 AND number % 2 = 1'),
      erase: () =>
        sql(
          'DELETE FROM entries WHERE guild_id = $1 AND number % 11 = 5 AND challenge_number IS NULL AND type = $2',
          'learning',
        ),
      async import() {
        const entry = await pick(`type = 'learning' AND import_id IS NULL`);
        if (!entry) return;
        await sql(
          `WITH made AS (
             INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, entry_count, pair_count, known_count, created_at, decided_at)
             VALUES ($1, gen_random_uuid(), $2, 'done', 'README.md', repeat('0', 64), 1, 0, 0, $3, $3) RETURNING id
           ) UPDATE entries SET import_id = made.id FROM made WHERE guild_id = $1 AND number = $4`,
          entry.author,
          cohort.time.now,
          entry.number,
        );
      },
      leave: () =>
        sql(
          'UPDATE members SET left_at = $3 WHERE guild_id = $1 AND user_id = $2',
          someone().id,
          cohort.time.now,
        ),
      forget: async () => {
        const outcome = chance(2) === 0 ? 'kept' : 'removed';
        await new ForgetStore(cohort.dataSource()).erase({
          guildId,
          memberId: someone().id,
          entries: outcome,
          hash: Buffer.alloc(32),
          moderatorId: null,
          at: cohort.time.now,
        });
      },
      'another weekday': async () => {
        weekAnchor = new Date(weekAnchor.getTime() + (1 + chance(6)) * 24 * hourMs);
      },
      'a week later': async () => {
        cohort.time.now = new Date(cohort.time.now.getTime() + weekMs);
        weekAnchor = new Date(weekAnchor.getTime() + weekMs);
      },
      'counted meanwhile': () => points.catchUpAll(),
    };
    const often = ['share', 'solve', 'vote', 'accept', 'vote', 'ask'];
    const rare = Object.keys(actions);
    const done: string[] = [];
    const periods: LeaderboardPeriod[] = ['week', 'month', 'all'];
    for (let step = 0; step < 120; step += 1) {
      cohort.time.now = new Date(cohort.time.now.getTime() + chance(12 * hourMs));
      const name = (chance(3) > 0 ? often[chance(often.length)] : rare[chance(rare.length)]) ?? 'share';
      done.push(name);
      await actions[name]?.().catch(refusal);
      const period = periods[chance(3)] ?? 'all';
      const since = { week: weekAnchor, month: start, all: new Date(0) }[period];
      const listed = await board.standings(guildId, { period, since, weekAnchor, places: 10, memberId: '1' });
      const expected: { userId: string; points: number }[] = await sql(recount, since, weekAnchor);
      expect(
        listed.map(({ userId, points: sum }) => [userId, sum]),
        `${period} after ${done.slice(-5).join(', ')}`,
      ).toEqual(expected.map(({ userId, points: sum }) => [userId, sum]));
      // They add up to what they were earned with.
      for (const one of listed) {
        const { accepted, learnings, solutions, challenges, helpful } = one;
        expect(5 * accepted + 2 * learnings + solutions + challenges + helpful).toBe(one.points);
      }
    }
    expect(new Set(done).size).toBeGreaterThan(10);
  },
  120_000,
);

/** What the rules refuse changes nothing. */
function refusal(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}

it('count each change once when many ask at once', async () => {
  const guildId = '700000000000002000';
  const board = () => new LeaderboardStore(cohort.dataSource());
  const asked = { period: 'all', since: new Date(0), weekAnchor: start, places: 10, memberId: '1' } as const;
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      await cohort.entries.share(guildId, amina, typed({ title: `Entry ${index}`, body: `Words ${index}` }));
      await board().standings(guildId, asked);
    }),
  );
  expect(await board().standings(guildId, asked)).toMatchObject([{ userId: amina.id, points: 24 }]);
});
