/** Guilds on a real database: settings, the hint that comes once, leaving and coming back. */
import { describe, expect, it } from 'vitest';
import { amina, atOnce, typed, useCohort } from '../../support/cohort.js';

const cohort = useCohort(20);

describe('settings', () => {
  it('of a guild met for the first time are the defaults, also when 20 ask at once', async () => {
    const id = '700000000000000101';
    const results = await atOnce(20, () => cohort.guilds.settings(id));
    for (const result of results) {
      expect(result).toMatchObject({
        value: { id, timezone: 'Africa/Nairobi', digestWeekday: 1, setUpAt: null },
      });
    }
  });

  it('are read again after a change', async () => {
    const { guilds } = cohort;
    await guilds.settings('700000000000000102');
    expect(await guilds.change('700000000000000102', { timezone: 'Africa/Lagos' })).toMatchObject({
      timezone: 'Africa/Lagos',
    });
  });

  it('last known serve while the database is away', async () => {
    const { guilds } = cohort;
    const known = await guilds.settings('700000000000000103');
    await cohort.dataSource().destroy();
    expect(await guilds.settings('700000000000000103')).toEqual(known);
    await cohort.dataSource().initialize();
  });

  it('hint at the set-up once, and never when it was run', async () => {
    const id = '700000000000000104';
    await cohort.guilds.settings(id);
    const results = await atOnce(10, () => cohort.guilds.claimSetupHint(id));
    expect(results.filter((result) => result.status === 'fulfilled' && result.value)).toHaveLength(1);
    await cohort.guilds.change('700000000000000105', { setUpAt: cohort.time.now });
    expect(await cohort.guilds.claimSetupHint('700000000000000105')).toBe(false);
  });
});

describe('a guild that is left', () => {
  it('is kept for 30 days, then erased whole', async () => {
    const id = '700000000000000106';
    await cohort.entries.share(id, amina, typed());
    await cohort.guilds.left(id);
    cohort.time.now = new Date(cohort.time.now.getTime() + 29 * 86_400_000);
    expect(await cohort.guilds.eraseLeft()).not.toContain(id);
    cohort.time.now = new Date(cohort.time.now.getTime() + 2 * 86_400_000);
    expect(await cohort.guilds.eraseLeft()).toContain(id);
    expect(await cohort.database.query('SELECT 1 FROM entries WHERE guild_id = $1', [id])).toEqual([]);
  });

  it('and joined again in time keeps everything', async () => {
    const id = '700000000000000107';
    await cohort.guilds.left(id);
    await cohort.guilds.joined(id);
    cohort.time.now = new Date(cohort.time.now.getTime() + 60 * 86_400_000);
    expect(await cohort.guilds.eraseLeft()).not.toContain(id);
  });

  it('while the bot was away is noticed at its start, in its own shards only', async () => {
    const ofShard = (shard: bigint) => String((700_000_000_000n * 2n + shard) << 22n);
    const [here, gone, elsewhere] = [ofShard(0n), ofShard(2n), ofShard(1n)];
    for (const id of [here, gone, elsewhere]) await cohort.guilds.settings(id);
    await cohort.guilds.left(here);
    await cohort.guilds.reconcile([here], { count: 2, ids: [0] });
    const leftAt = async (id: string) => (await cohort.guilds.settings(id)).leftAt;
    expect(await leftAt(here)).toBeNull();
    expect(await leftAt(gone)).toEqual(cohort.time.now);
    expect(await leftAt(elsewhere)).toBeNull();
  });
});
