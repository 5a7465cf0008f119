/** The ledger and the outbox together: every period is posted once, and what became of it is written down. */
import { describe, expect, it } from 'vitest';
import { leaseMs } from '../../../src/outbox/outbox.js';
import { makeEntry, useDigests } from '../../support/digest.js';
import { useDatabase } from '../../support/postgres.js';

const bench = useDigests(useDatabase());
const { postedOf } = bench;
const minutes = 60_000;
const due = new Date('2026-03-09T06:00Z');
const after = (ms: number): Date => new Date(due.getTime() + ms);
const row = async (guildId: string) => (await bench.ledger.recent(guildId, 1))[0];
const channelOf = (guildId: string): string => `3${guildId.slice(1)}`;

/** A guild with one learning and a digest due at `due`. */
async function dueGuild(): Promise<string> {
  const guildId = bench.guild();
  bench.now = new Date('2026-03-04T10:00Z');
  await bench.service.schedule(guildId, {
    weekday: 1,
    time: '09:00',
    timezone: 'Africa/Nairobi',
    channelId: channelOf(guildId),
  });
  await makeEntry(bench.dataSource, { guildId, number: 1, at: '2026-03-05T06:00Z' });
  bench.now = due;
  return guildId;
}

it('20 processes at once post 30 digests once each', async () => {
  const guilds = new Set<string>();
  for (let index = 0; index < 30; index += 1) guilds.add(await dueGuild());
  await Promise.all(Array.from({ length: 20 }, () => bench.another().postDue()));
  // Guilds held by another process are left to it.
  await bench.service.postDue();
  for (const guildId of guilds) expect(postedOf(guildId)).toHaveLength(1);
});

it.each(['crash-before', 'crash-after'] as const)(
  'a process ends (%s): the next one posts it once',
  async (fault) => {
    const guildId = await dueGuild();
    bench.messenger.faults.push(fault);
    await bench.another().postDue();
    bench.messenger.restarted();
    await bench.service.postDue();
    expect(await row(guildId)).toMatchObject({ state: 'due' });
    bench.now = after(leaseMs);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
    const [posted] = postedOf(guildId);
    expect(await row(guildId)).toMatchObject({ state: 'sent', messageId: posted?.messageId });
  },
);

it('is still found after three days, and not recorded as missed', async () => {
  const guildId = await dueGuild();
  bench.messenger.faults.push('crash-after');
  await bench.another().postDue();
  bench.messenger.restarted();
  bench.now = after(72 * 60 * minutes);
  await bench.service.postDue();
  expect(postedOf(guildId)).toHaveLength(1);
  expect(await row(guildId)).toMatchObject({ state: 'sent' });
});

describe('a failed attempt', () => {
  it('shows as failed, with the reason and the next attempt, until it is posted', async () => {
    const guildId = await dueGuild();
    bench.messenger.faults.push('lost');
    await bench.service.postDue();
    expect(await row(guildId)).toMatchObject({
      state: 'failed',
      reason: 'no-answer',
      retryAt: after(minutes),
    });
    bench.now = after(minutes);
    await bench.service.postDue();
    expect(await row(guildId)).toMatchObject({ state: 'sent', reason: null, retryAt: null });
  });

  it('is given up after 48 hours, for the reason that kept it from being posted', async () => {
    const guildId = await dueGuild();
    let next: Date | null = due;
    let posts = 0;
    while (next) {
      bench.now = next;
      bench.messenger.faults.splice(0, 1, { outcome: 'refused', reason: 'no-permission' });
      const before = bench.messenger.posts;
      await bench.service.postDue();
      posts += bench.messenger.posts - before;
      next = (await row(guildId))?.retryAt ?? null;
    }
    bench.messenger.faults.length = 0;
    expect(posts).toBeGreaterThan(40);
    expect(posts).toBeLessThan(60);
    expect(bench.now.getTime() - due.getTime()).toBeGreaterThan(48 * 60 * minutes);
    expect(await row(guildId)).toMatchObject({ state: 'skipped', reason: 'no-permission' });
  });

  it.each(['schedule', 'settings'] as const)(
    'is tried at once when the %s changes: the channel may be another now',
    async (what) => {
      const guildId = await dueGuild();
      bench.messenger.faults.push({ outcome: 'refused', reason: 'channel-gone' });
      await bench.service.postDue();
      expect(await row(guildId)).toMatchObject({ state: 'failed', reason: 'channel-gone', channelId: null });
      const changes = { digestChannelId: '300000000000000002' };
      if (what === 'schedule') await bench.service.schedule(guildId, { channelId: changes.digestChannelId });
      else await bench.guilds.change(guildId, changes);
      await bench.service.postDue();
      expect(postedOf(guildId)[0]?.channelId).toBe('300000000000000002');
    },
  );
});
