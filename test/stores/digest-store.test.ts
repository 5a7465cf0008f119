/** The ledger under races, crashes and silence: every period is posted once, by one process. */
import { describe, expect, it } from 'vitest';
import { type Claim, DigestStore } from '../../src/stores/digest-store.js';
import { Crash, makeEntry, useDigests } from '../support/digest.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);

const minutes = 60_000;
const due = new Date('2026-03-09T06:00Z');
const after = (ms: number): Date => new Date(due.getTime() + ms);
const postedOf = (guildId: string) =>
  bench.publisher.messages.filter(({ content }) => content.guildId === guildId);
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

/** A process that ends before it marks anything. */
class DyingLedger extends DigestStore {
  override async markSent(): Promise<boolean> {
    throw new Crash();
  }
  override async markFailed(): Promise<boolean> {
    throw new Crash();
  }
}

/** A process whose database fails it once, at the worst moment. */
class ForgetfulLedger extends DigestStore {
  override async markSent(): Promise<boolean> {
    throw new Error('no answer');
  }
}

describe('claims', () => {
  it('never overlap: 20 processes at once post 30 digests once each', async () => {
    const guilds = new Set<string>();
    for (let index = 0; index < 30; index += 1) guilds.add(await dueGuild());
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => bench.another().postDue()));
    // Guilds held by another process are left to it.
    await bench.service.postDue();
    expect(results.map(({ status }) => status)).not.toContain('rejected');
    for (const guildId of guilds) expect(postedOf(guildId)).toHaveLength(1);
  });

  it('that fail once the digest is posted keep in mind where it may be: it is found there and not sent again', async () => {
    const guildId = await dueGuild();
    await expect(bench.another(new ForgetfulLedger(bench.dataSource)).postDue()).rejects.toThrow();
    const [failed] = await bench.ledger.recent(guildId, 1);
    expect(failed).toMatchObject({ state: 'failed', channelId: channelOf(guildId) });
    bench.now = after(30 * minutes);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await bench.ledger.recent(guildId, 1)).toMatchObject([{ state: 'sent' }]);
  });

  it('of 20 at once on one digest, one wins', async () => {
    const guildId = await dueGuild();
    await bench.ledger.turn(guildId, (guild) => ({
      ended: [{ start: guild.digestPeriodStart ?? due, end: due, state: 'due' }],
      guild: { digestPeriodStart: due, digestDueAt: after(7 * 24 * 60 * minutes) },
    }));
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => bench.ledger.claim(due, after(2 * minutes), guildId)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('pass to another process when the lease runs out, and the first one can do nothing more', async () => {
    const guildId = await dueGuild();
    await bench.ledger.turn(guildId, (guild) => ({
      ended: [{ start: guild.digestPeriodStart ?? due, end: due, state: 'due' }],
      guild: { digestPeriodStart: due, digestDueAt: after(7 * 24 * 60 * minutes) },
    }));
    const first = (await bench.ledger.claim(due, after(2 * minutes), guildId)) as Claim;
    expect(await bench.ledger.claim(after(2 * minutes - 1), after(4 * minutes), guildId)).toBeUndefined();
    expect(await bench.ledger.aim(first, '300000000000000001', after(2 * minutes), after(4 * minutes))).toBe(
      false,
    );
    const second = await bench.ledger.claim(after(2 * minutes), after(4 * minutes), guildId);
    expect(second).toMatchObject({ attempt: 2, channelId: null });
    const message = { channelId: '300000000000000001', messageId: '900000000000000000' };
    expect(await bench.ledger.markSent(first, message, due)).toBe(false);
    expect(await bench.ledger.markFailed(first, { reason: 'fault', retryAt: due, channelId: null })).toBe(
      false,
    );
    expect(
      await bench.ledger.aim(second as Claim, '300000000000000001', after(3 * minutes), after(5 * minutes)),
    ).toBe(true);
    expect(await bench.ledger.markSent(second as Claim, message, after(3 * minutes))).toBe(true);
    expect(await row(guildId)).toMatchObject({ state: 'sent', leasedUntil: null, attempt: 2 });
  });

  it('are not taken nor aimed while the guild is paused', async () => {
    const guildId = await dueGuild();
    await bench.ledger.turn(guildId, (guild) => ({
      ended: [{ start: guild.digestPeriodStart ?? due, end: due, state: 'due' }],
      guild: { digestPeriodStart: due, digestDueAt: after(7 * 24 * 60 * minutes) },
    }));
    const claim = (await bench.ledger.claim(due, after(2 * minutes), guildId)) as Claim;
    await bench.service.pause(guildId);
    expect(await bench.ledger.aim(claim, '300000000000000001', due, after(2 * minutes))).toBe(false);
    expect(await bench.ledger.claim(after(3 * minutes), after(5 * minutes), guildId)).toBeUndefined();
  });
});

describe('a process that ends', () => {
  it('between claim and send: the digest is posted once, by the next one', async () => {
    const guildId = await dueGuild();
    bench.publisher.faults.push('crash-before');
    await expect(bench.another(new DyingLedger(bench.dataSource)).postDue()).rejects.toThrowError(
      AggregateError,
    );
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(0);
    bench.now = after(3 * minutes);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await row(guildId)).toMatchObject({ state: 'sent', attempt: 2 });
  });

  it('between send and mark: the message is found and not posted again', async () => {
    const guildId = await dueGuild();
    await expect(bench.another(new DyingLedger(bench.dataSource)).postDue()).rejects.toThrowError(
      AggregateError,
    );
    expect(postedOf(guildId)).toHaveLength(1);
    bench.now = after(3 * minutes);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await row(guildId)).toMatchObject({ state: 'sent', messageId: postedOf(guildId)[0]?.messageId });
  });

  it('between send and mark, and back after three days: found all the same, not recorded as missed', async () => {
    const guildId = await dueGuild();
    await expect(bench.another(new DyingLedger(bench.dataSource)).postDue()).rejects.toThrowError(
      AggregateError,
    );
    bench.now = after(72 * 60 * minutes);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await row(guildId)).toMatchObject({ state: 'sent' });
  });
});

describe('no answer from Discord', () => {
  it.each(['posted-unheard', 'lost'] as const)('(%s): looked for before it is sent again', async (fault) => {
    const guildId = await dueGuild();
    bench.publisher.faults.push(fault);
    await bench.service.postDue();
    expect(await row(guildId)).toMatchObject({
      state: 'failed',
      reason: 'no-answer',
      retryAt: after(minutes),
    });
    const searches = bench.publisher.searches.length;
    bench.now = after(minutes);
    await bench.service.postDue();
    expect(bench.publisher.searches).toHaveLength(searches + 1);
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await row(guildId)).toMatchObject({ state: 'sent', reason: null });
  });

  it('to the search either: not sent again until there is one', async () => {
    const guildId = await dueGuild();
    bench.publisher.faults.push('posted-unheard');
    await bench.service.postDue();
    bench.publisher.findFault = { outcome: 'unknown' };
    for (const wait of [1, 3, 7]) {
      bench.now = after(wait * minutes);
      await bench.service.postDue();
    }
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await row(guildId)).toMatchObject({ state: 'failed', reason: 'no-answer', attempt: 4 });
    bench.publisher.findFault = undefined;
    bench.now = after(60 * minutes);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
    expect(await row(guildId)).toMatchObject({ state: 'sent' });
  });

  it('and then a closed channel: still looked for once it opens again', async () => {
    const guildId = await dueGuild();
    bench.publisher.faults.push('posted-unheard', { outcome: 'refused', reason: 'no-access' });
    await bench.service.postDue();
    bench.publisher.findFault = { outcome: 'refused', reason: 'no-access' };
    bench.now = after(minutes);
    await bench.service.postDue();
    expect(await row(guildId)).toMatchObject({ state: 'failed', reason: 'no-access' });
    bench.publisher.findFault = undefined;
    bench.now = after(60 * minutes);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('is kept with its reason, tried again after growing pauses, and given up after 48 hours', async () => {
    const guildId = await dueGuild();
    const tries: number[] = [];
    let next: Date | null = due;
    while (next) {
      for (const at of [new Date(next.getTime() - 1), next]) {
        bench.now = at;
        bench.publisher.faults.splice(0, Number.POSITIVE_INFINITY, {
          outcome: 'refused',
          reason: 'no-permission',
        });
        const before = bench.publisher.posts;
        await bench.service.postDue();
        if (bench.publisher.posts > before) tries.push((at.getTime() - due.getTime()) / minutes);
      }
      next = (await row(guildId))?.retryAt ?? null;
    }
    bench.publisher.faults.length = 0;
    expect(tries.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
    expect(tries.length).toBeLessThan(60);
    expect(tries.at(-1)).toBeLessThanOrEqual(48 * 60);
    expect(await row(guildId)).toMatchObject({ state: 'skipped', reason: 'no-permission' });
  });

  it('does not hold up other guilds', async () => {
    const [closed, open] = [await dueGuild(), await dueGuild()];
    const refused = bench.guild();
    bench.publisher.faults.push({ outcome: 'refused', reason: 'channel-gone' });
    await bench.service.postDue();
    expect([...postedOf(closed), ...postedOf(open), ...postedOf(refused)]).toHaveLength(1);
  });

  it('nor does a digest whose making goes wrong; the fault is told', async () => {
    const [, open] = [await dueGuild(), await dueGuild()];
    bench.publisher.faults.push('crash-before');
    await expect(bench.service.postDue()).rejects.toThrowError(AggregateError);
    const states = await bench.dataSource.query(
      'SELECT state, reason FROM digests WHERE period_end = $1 AND reason IS NOT NULL',
      [due],
    );
    expect(states).toContainEqual({ state: 'failed', reason: 'fault' });
    expect(postedOf(open).length).toBeLessThanOrEqual(1);
  });

  it('is forgotten when the schedule changes: the channel may be another now', async () => {
    const guildId = await dueGuild();
    bench.publisher.faults.push({ outcome: 'refused', reason: 'channel-gone' });
    await bench.service.postDue();
    expect(await row(guildId)).toMatchObject({ state: 'failed', reason: 'channel-gone', channelId: null });
    await bench.service.schedule(guildId, { channelId: '300000000000000002' });
    await bench.service.postDue();
    expect(postedOf(guildId)[0]?.channelId).toBe('300000000000000002');
  });
});
