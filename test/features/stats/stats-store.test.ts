/** A cohort's figures on a real database: what counts, when, and in whose zone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { StatsStore } from '../../../src/features/stats/stats-store.js';
import { amina, guildId, kofi, otherGuildId, typed, useCohort, wanjiru } from '../../support/cohort.js';

const cohort = useCohort();
/** Monday, eleven in Nairobi. */
const now = new Date('2026-03-16T08:00Z');
const ago = (days: number, hours = 0) => new Date(now.getTime() - days * 86_400_000 - hours * 3_600_000);
const figures = (timezone = 'Africa/Nairobi') =>
  new StatsStore(cohort.dataSource()).figures(guildId, { at: now, timezone });

async function share(at: Date, member = amina, guild = guildId) {
  cohort.time.now = at;
  return (await cohort.entries.share(guild, member, typed())).number;
}
async function ask(at: Date, member = amina) {
  cohort.time.now = at;
  return (await cohort.entries.post(guildId, member, typed())).number;
}
async function solve(challenge: number, at: Date, member = kofi) {
  cohort.time.now = at;
  return (await cohort.entries.solve(guildId, member, challenge, { solution: 'So.', link: '' })).number;
}
const change = (what: string, number: number) =>
  cohort.database.query(`UPDATE entries SET ${what} WHERE guild_id = $1 AND number = $2`, [guildId, number]);
const queued = (opened: Date, decided: Date | null, outcome: string | null) =>
  cohort.database.query(
    `INSERT INTO queue_items (guild_id, id, is_review, opened_at, decided_at, outcome)
     VALUES ($1, gen_random_uuid(), false, $2, $3, $4)`,
    [guildId, opened, decided, outcome],
  );

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  await cohort.database.query('INSERT INTO guilds (id, created_at) VALUES ($1, now())', [guildId]);
});

describe('the figures', () => {
  it('of an empty cohort are nothing at all', async () => {
    const stats = await figures();
    expect(stats.weeks.map(({ date }) => date)).toEqual([
      '2026-01-20',
      '2026-01-27',
      '2026-02-03',
      '2026-02-10',
      '2026-02-17',
      '2026-02-24',
      '2026-03-03',
      '2026-03-10',
    ]);
    const nothing = { asked: 0, solved: 0, unanswered: 0, firstSolution: null };
    expect(stats).toMatchObject({
      shared: { learning: 0, challenge: 0, solution: 0 },
      active: { week: 0, fourWeeks: 0, ever: 0 },
      challenges: { recent: nothing, ever: nothing },
      queue: { open: 0, oldest: null, decided: 0, median: null },
    });
  });

  it('count by type and week, on the guild’s wall clock, and who shared', async () => {
    await share(ago(0, 1));
    await share(ago(3), kofi);
    await share(ago(20), wanjiru);
    await share(ago(100), { ...amina, id: '800000000000000077' });
    await ask(ago(8));
    // 23:30 on Monday in Nairobi, in UTC still within the same day; half an hour later a week begins.
    await share(new Date('2026-03-09T20:30Z'));
    await share(new Date('2026-03-09T21:00Z'));
    const { weeks, shared, active } = await figures();
    expect(weeks.map(({ learning }) => learning)).toEqual([0, 0, 0, 0, 0, 1, 1, 3]);
    expect(weeks.map(({ challenge }) => challenge)).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    expect(shared).toEqual({ learning: 6, challenge: 1, solution: 0 });
    expect(active).toEqual({ week: 2, fourWeeks: 3, ever: 4 });
  });

  it('leave out what is hidden, deleted, imported or of another guild; imported ones are told apart', async () => {
    await share(ago(1));
    await change('hidden_at = created_at', await share(ago(1), kofi));
    await cohort.entries.remove(guildId, await share(ago(1), wanjiru), wanjiru.id);
    await share(ago(1), amina, otherGuildId);
    const imported = await ask(ago(1), kofi);
    await cohort.database.query(
      `WITH made AS (INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, entry_count, pair_count, known_count, created_at, decided_at)
         VALUES ($1, gen_random_uuid(), 1, 'done', 'README.md', repeat('a', 64), 1, 0, 0, now(), now()) RETURNING id)
       UPDATE entries SET import_id = (SELECT id FROM made) WHERE guild_id = $1 AND number = $2`,
      [guildId, imported],
    );
    const { shared, imported: brought, active, challenges } = await figures();
    expect(shared).toEqual({ learning: 1, challenge: 0, solution: 0 });
    expect(brought).toEqual({ learning: 0, challenge: 1, solution: 0 });
    expect(active).toEqual({ week: 1, fourWeeks: 1, ever: 1 });
    expect(challenges.ever.asked).toBe(0);
  });

  it('tell how long a first solution takes, and what became of challenges', async () => {
    const [quick, slow, open, old] = [
      await ask(ago(5)),
      await ask(ago(10)),
      await ask(ago(2)),
      await ask(ago(90)),
    ];
    const hour = 3_600_000;
    const first = await solve(quick, new Date(ago(5).getTime() + hour));
    await solve(quick, new Date(ago(5).getTime() + 9 * hour), wanjiru);
    await solve(slow, new Date(ago(10).getTime() + 11 * hour));
    await change('hidden_at = created_at', await solve(open, ago(1)));
    await solve(old, ago(80));
    await cohort.challenges.accept(guildId, first, amina);
    const { challenges } = await figures();
    expect(challenges.recent).toEqual({
      asked: 3,
      solved: 1,
      unanswered: 1,
      firstSolution: { median: 6 * hour, p90: 10 * hour },
    });
    expect(challenges.ever).toMatchObject({ asked: 4, solved: 1, unanswered: 1 });
  });

  it('tell how long the queue takes; what was withdrawn was decided by nobody', async () => {
    await queued(ago(3), null, null);
    await queued(ago(1), null, null);
    await queued(ago(9), ago(8), 'kept');
    await queued(ago(9), ago(6), 'removed');
    await queued(ago(9), ago(9), 'withdrawn');
    const { queue } = await figures();
    expect(queue).toEqual({ open: 2, oldest: ago(3), decided: 2, median: 2 * 86_400_000 });
  });

  it('are calculated in UTC when the zone is unknown', async () => {
    await share(ago(0, 1));
    expect((await figures('Mars/Olympus')).weeks.at(-1)).toMatchObject({ learning: 1 });
  });
});
