/** The digest's rules on a real ledger: schedule, pause, run now, and what each week comes to. */
import { describe, expect, it, vi } from 'vitest';
import { makeEntry, useDigests } from '../../support/digest.js';
import { useDatabase } from '../../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);

const at = (text: string): Date => new Date(text);
const share = (guildId: string, number: number, when: string) =>
  makeEntry(bench.dataSource, { guildId, number, at: when });
const ledger = async (guildId: string) =>
  (await bench.ledger.recent(guildId, 50)).reverse().map(({ periodStart, periodEnd, state, reason }) => ({
    from: periodStart.toISOString().slice(0, 16),
    to: periodEnd.toISOString().slice(0, 16),
    state,
    ...(reason && { reason }),
  }));
const { postedOf } = bench;

/** Scheduled on Wednesday 4 March 2026, 10:00 UTC, for Mondays at 09:00 in Nairobi. */
async function scheduledGuild(): Promise<string> {
  const guildId = bench.guild();
  bench.now = at('2026-03-04T10:00Z');
  await bench.service.schedule(guildId, {
    weekday: 1,
    time: '9:00',
    timezone: 'nairobi',
    channelId: '300000000000000001',
  });
  return guildId;
}

describe('before a moderator schedules it', () => {
  it('posts nothing, and says so', async () => {
    const guildId = bench.guild();
    bench.now = at('2026-03-04T10:00Z');
    await share(guildId, 1, '2026-03-04T09:00Z');
    bench.now = at('2026-03-30T10:00Z');
    await bench.service.postDue();
    expect(postedOf(guildId)).toEqual([]);
    expect(await bench.service.status(guildId)).toMatchObject({
      isScheduled: false,
      nextDueAt: null,
      recent: [],
    });
    const unscheduled = expect.objectContaining({ code: 'digest-not-scheduled' });
    await expect(bench.service.run(guildId)).rejects.toThrowError(unscheduled);
    await expect(bench.service.preview(guildId)).rejects.toThrowError(unscheduled);
    await expect(bench.service.pause(guildId)).rejects.toThrowError(unscheduled);
    await expect(bench.service.resume(guildId)).rejects.toThrowError(unscheduled);
    expect(await bench.service.posted(guildId)).toBeUndefined();
  });
});

describe('schedule', () => {
  it('sets the due instant, looks back a week at first, and shows in the settings immediately', async () => {
    const guildId = await scheduledGuild();
    expect(await bench.service.status(guildId)).toMatchObject({
      isScheduled: true,
      weekday: 1,
      time: '09:00',
      timezone: 'Africa/Nairobi',
      channelId: '300000000000000001',
      periodStart: at('2026-02-25T10:00Z'),
      nextDueAt: at('2026-03-09T06:00Z'),
    });
  });

  it('is seen at once when a period has ended', async () => {
    const guildId = await scheduledGuild();
    await bench.guilds.settings(guildId);
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    expect((await bench.guilds.settings(guildId)).digestPeriodStart).toEqual(at('2026-03-09T06:00Z'));
  });

  it('keeps what is left out', async () => {
    const guildId = await scheduledGuild();
    const status = await bench.service.schedule(guildId, { timezone: 'Africa/Lagos' });
    expect(status).toMatchObject({ weekday: 1, time: '09:00', nextDueAt: at('2026-03-09T08:00Z') });
    expect(await bench.service.schedule(guildId, { channelId: null })).toMatchObject({ channelId: null });
  });

  it('refuses a time or zone that is none, and changes nothing', async () => {
    const guildId = await scheduledGuild();
    const before = await bench.service.status(guildId);
    await expect(bench.service.schedule(guildId, { weekday: 3, time: '25:00' })).rejects.toThrowError(
      expect.objectContaining({ code: 'invalid-time' }),
    );
    await expect(bench.service.schedule(guildId, { weekday: 3, timezone: 'Mars' })).rejects.toThrowError(
      expect.objectContaining({ code: 'unknown-timezone' }),
    );
    expect(await bench.service.status(guildId)).toEqual(before);
  });

  it('ends the running period at the next due instant of a new schedule: no week twice, none skipped', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-08T12:00Z');
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    await share(guildId, 2, '2026-03-10T12:00Z');
    bench.now = at('2026-03-11T10:00Z');
    const status = await bench.service.schedule(guildId, { weekday: 5, time: '18:30' });
    expect(status).toMatchObject({
      periodStart: at('2026-03-09T06:00Z'),
      nextDueAt: at('2026-03-13T15:30Z'),
    });
    bench.now = at('2026-03-13T15:30Z');
    await bench.service.postDue();
    await share(guildId, 3, '2026-03-14T12:00Z');
    bench.now = at('2026-03-20T15:31Z');
    await bench.service.postDue();
    expect((await ledger(guildId)).map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-25T10:00', '2026-03-09T06:00'],
      ['2026-03-09T06:00', '2026-03-13T15:30'],
      ['2026-03-13T15:30', '2026-03-20T15:30'],
    ]);
    expect(postedOf(guildId).map(({ content }) => content.learnings.map(({ number }) => number))).toEqual([
      [1],
      [2],
      [3],
    ]);
  });

  it('first ends a period that is over, when the tick has not come yet', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-08T12:00Z');
    bench.now = at('2026-03-09T06:00:30Z');
    const status = await bench.service.schedule(guildId, { weekday: 3, time: '12:00' });
    expect(status).toMatchObject({
      periodStart: at('2026-03-09T06:00Z'),
      nextDueAt: at('2026-03-11T09:00Z'),
    });
    await bench.service.postDue();
    expect(await ledger(guildId)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-09T06:00', state: 'sent' },
    ]);
  });
});

describe('a week', () => {
  it('is posted when due and not before, into the channel set, in the words of its period', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-09T05:59:59.999Z');
    await share(guildId, 2, '2026-03-09T06:00Z');
    bench.now = at('2026-03-09T05:59:59Z');
    await bench.service.postDue();
    expect(postedOf(guildId)).toEqual([]);
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    await bench.service.postDue();
    const [post, ...others] = postedOf(guildId);
    expect(others).toEqual([]);
    expect(post).toMatchObject({ channelId: '300000000000000001' });
    expect(post?.nonce.length).toBeLessThanOrEqual(25);
    expect(post?.content.learnings.map(({ number }) => number)).toEqual([1]);
    const latest = await bench.service.posted(guildId);
    expect(latest).toMatchObject({
      content: { start: at('2026-02-25T10:00Z'), end: at('2026-03-09T06:00Z') },
      message: { channelId: '300000000000000001', messageId: post?.messageId },
    });
  });

  it('without anything in it is skipped, and posts nothing', async () => {
    const guildId = await scheduledGuild();
    await makeEntry(bench.dataSource, { guildId, number: 1, at: '2026-03-05T06:00Z', state: 'hidden' });
    bench.now = at('2026-03-09T06:01Z');
    await bench.service.postDue();
    expect(postedOf(guildId)).toEqual([]);
    expect(await ledger(guildId)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-09T06:00', state: 'skipped', reason: 'empty' },
    ]);
    expect(await bench.service.posted(guildId)).toBeUndefined();
    expect((await bench.service.status(guildId)).nextDueAt).toEqual(at('2026-03-16T06:00Z'));
  });

  it('goes to the cohort channel when the digest has none of its own, and to the one of the customary name last', async () => {
    const guildId = await scheduledGuild();
    await bench.service.schedule(guildId, { channelId: null });
    await share(guildId, 1, '2026-03-05T06:00Z');
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    expect(postedOf(guildId)[0]?.channelId).toBe('500000000000000001');
    await bench.dataSource.query('UPDATE guilds SET channel_id = 300000000000000009 WHERE id = $1', [
      guildId,
    ]);
    await share(guildId, 2, '2026-03-10T06:00Z');
    bench.now = at('2026-03-16T06:00Z');
    await bench.another().postDue();
    expect(postedOf(guildId)[1]?.channelId).toBe('300000000000000009');
  });

  it('missed by 47 hours is posted for its own period; by 49 hours it is skipped, and the next one starts at its end', async () => {
    const [caughtUp, missed] = [await scheduledGuild(), await scheduledGuild()];
    for (const guildId of [caughtUp, missed]) {
      await share(guildId, 1, '2026-03-05T06:00Z');
      await share(guildId, 2, '2026-03-10T06:00Z');
    }
    await bench.service.pause(missed);
    bench.now = at('2026-03-11T05:00Z');
    await bench.service.postDue();
    expect(postedOf(caughtUp)[0]?.content.learnings.map(({ number }) => number)).toEqual([1]);
    // As if the bot had been down for the other guild alone.
    await bench.dataSource.query('UPDATE guilds SET digest_paused_at = NULL WHERE id = $1', [missed]);
    bench.now = at('2026-03-11T07:00Z');
    await bench.service.postDue();
    expect(postedOf(missed)).toEqual([]);
    bench.now = at('2026-03-16T06:00Z');
    await bench.service.postDue();
    expect(postedOf(missed)[0]?.content.learnings.map(({ number }) => number)).toEqual([2]);
    expect(await ledger(missed)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-09T06:00', state: 'skipped', reason: 'missed' },
      { from: '2026-03-09T06:00', to: '2026-03-16T06:00', state: 'sent' },
    ]);
  });

  it('after a month down: the weeks long past are skipped one by one, the last one is posted', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-05T06:00Z');
    await share(guildId, 2, '2026-03-29T06:00Z');
    bench.now = at('2026-03-30T18:00Z');
    await bench.service.postDue();
    expect(await ledger(guildId)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-09T06:00', state: 'skipped', reason: 'missed' },
      { from: '2026-03-09T06:00', to: '2026-03-16T06:00', state: 'skipped', reason: 'missed' },
      { from: '2026-03-16T06:00', to: '2026-03-23T06:00', state: 'skipped', reason: 'missed' },
      { from: '2026-03-23T06:00', to: '2026-03-30T06:00', state: 'sent' },
    ]);
    expect((await bench.service.status(guildId)).nextDueAt).toEqual(at('2026-04-06T06:00Z'));
  });

  it('is not posted in a guild that the bot left', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-05T06:00Z');
    await bench.dataSource.query('UPDATE guilds SET left_at = $2 WHERE id = $1', [guildId, bench.now]);
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    expect(postedOf(guildId)).toEqual([]);
  });
});

describe('pause and resume', () => {
  it('posts nothing meanwhile; the first digest afterwards covers two weeks at most', async () => {
    const guildId = await scheduledGuild();
    await bench.service.pause(guildId);
    await expect(bench.service.pause(guildId)).rejects.toThrowError(
      expect.objectContaining({ code: 'digest-already-paused' }),
    );
    await share(guildId, 1, '2026-03-05T06:00Z');
    await share(guildId, 2, '2026-03-24T06:00Z');
    bench.now = at('2026-03-25T10:00Z');
    await bench.service.postDue();
    expect(postedOf(guildId)).toEqual([]);
    expect(await bench.service.status(guildId)).toMatchObject({
      nextDueAt: null,
      pausedAt: at('2026-03-04T10:00Z'),
    });
    expect((await bench.service.preview(guildId)).learnings.map(({ number }) => number)).toEqual([2]);

    expect(await bench.service.resume(guildId)).toMatchObject({
      periodStart: at('2026-03-16T06:00Z'),
      nextDueAt: at('2026-03-30T06:00Z'),
      pausedAt: null,
    });
    bench.now = at('2026-03-30T06:00Z');
    await bench.service.postDue();
    expect(postedOf(guildId).map(({ content }) => content.learnings.map(({ number }) => number))).toEqual([
      [2],
    ]);
    expect(await ledger(guildId)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-16T06:00', state: 'skipped', reason: 'paused' },
      { from: '2026-03-16T06:00', to: '2026-03-30T06:00', state: 'sent' },
    ]);
    await expect(bench.service.resume(guildId)).rejects.toThrowError(
      expect.objectContaining({ code: 'digest-not-paused' }),
    );
  });

  it('loses nothing of a pause shorter than a week', async () => {
    const guildId = await scheduledGuild();
    await bench.service.pause(guildId);
    bench.now = at('2026-03-06T10:00Z');
    expect(await bench.service.resume(guildId)).toMatchObject({
      periodStart: at('2026-02-25T10:00Z'),
      nextDueAt: at('2026-03-09T06:00Z'),
    });
    expect(await ledger(guildId)).toEqual([]);
  });

  it('holds back what was due and not yet posted, and does not run either', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-05T06:00Z');
    bench.messenger.faults.push({ outcome: 'refused', reason: 'no-permission' });
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    await bench.service.pause(guildId);
    bench.now = at('2026-03-09T09:00Z');
    await bench.service.postDue();
    expect(await bench.service.run(guildId)).toEqual({ outcome: 'paused' });
    expect(postedOf(guildId)).toEqual([]);
    await bench.service.resume(guildId);
    await bench.service.postDue();
    expect(postedOf(guildId)).toHaveLength(1);
  });
});

describe('run', () => {
  it('ends the running period now and posts it; the next one starts there and ends when it would have', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-04T09:00Z');
    bench.now = at('2026-03-05T12:00Z');
    expect(await bench.service.run(guildId)).toEqual({
      outcome: 'sent',
      channelId: '300000000000000001',
      messageId: postedOf(guildId)[0]?.messageId,
    });
    expect(await bench.service.status(guildId)).toMatchObject({
      periodStart: at('2026-03-05T12:00Z'),
      nextDueAt: at('2026-03-09T06:00Z'),
    });
  });

  it('leaves an empty period open', async () => {
    const guildId = await scheduledGuild();
    await expect(bench.service.run(guildId)).rejects.toThrowError(
      expect.objectContaining({ code: 'digest-empty' }),
    );
    expect(await ledger(guildId)).toEqual([]);
    expect((await bench.service.status(guildId)).periodStart).toEqual(at('2026-02-25T10:00Z'));
  });

  it('twenty times at once posts one digest, whichever process runs it', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-04T09:00Z');
    const processes = Array.from({ length: 4 }, () => bench.another());
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, async (_, index) => processes[index % 4]?.run(guildId)),
    );
    const [posted, ...more] = postedOf(guildId);
    expect(more).toEqual([]);
    // Who ended the period is told of the digest too where another process posted it.
    const told = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(told.length).toBeGreaterThan(0);
    for (const result of told)
      expect(result).toMatchObject({ outcome: 'sent', messageId: posted?.messageId });
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason.code).toMatch(/^digest-(under-way|empty)$/);
    }
    expect(await ledger(guildId)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-04T10:00', state: 'sent' },
    ]);
  });

  it('tells who runs it of the digest that another process was quicker to take', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-04T09:00Z');
    const [first, second] = [bench.another(), bench.another()];
    const deliver = first.outbox.deliver.bind(first.outbox);
    vi.spyOn(first.outbox, 'deliver').mockImplementationOnce(async (...asked) => {
      await second.outbox.deliverDue();
      return deliver(...asked);
    });
    const result = await first.run(guildId);
    expect(result).toMatchObject({ outcome: 'sent', messageId: postedOf(guildId)[0]?.messageId });
    expect(postedOf(guildId)).toHaveLength(1);
  });

  it('posts what could not be posted before, as soon as a moderator has fixed the cause', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-05T06:00Z');
    bench.messenger.faults.push({ outcome: 'refused', reason: 'no-permission' });
    bench.now = at('2026-03-09T06:00Z');
    await bench.service.postDue();
    expect((await bench.service.status(guildId)).recent[0]).toMatchObject({
      state: 'failed',
      reason: 'no-permission',
    });
    bench.now = at('2026-03-09T06:00:20Z');
    expect(await bench.service.run(guildId)).toMatchObject({ outcome: 'sent' });
    expect(await ledger(guildId)).toEqual([
      { from: '2026-02-25T10:00', to: '2026-03-09T06:00', state: 'sent' },
    ]);
  });

  it('tells what went wrong', async () => {
    const guildId = await scheduledGuild();
    await share(guildId, 1, '2026-03-04T09:00Z');
    bench.messenger.faults.push({ outcome: 'refused', reason: 'channel-gone' });
    expect(await bench.service.run(guildId)).toEqual({
      outcome: 'failed',
      reason: 'channel-gone',
      channelId: '300000000000000001',
      retryAt: at('2026-03-04T10:01Z'),
    });
  });
});

describe('the whole week', () => {
  it('is given page by page for a period of this guild alone, ended or running', async () => {
    const [guildId, other] = [await scheduledGuild(), await scheduledGuild()];
    for (let number = 1; number <= 16; number += 1) await share(guildId, number, '2026-03-05T06:00Z');
    const due = at('2026-03-09T06:00Z');
    expect(await bench.service.week(guildId, due, 0)).toMatchObject({
      page: 0,
      pages: 2,
      entries: { length: 15 },
    });
    bench.now = due;
    await bench.service.postDue();
    expect(await bench.service.week(guildId, due, 1)).toMatchObject({
      page: 1,
      pages: 2,
      entries: [{ number: 16 }],
    });
    expect(await bench.service.week(guildId, due, 99)).toMatchObject({ page: 1, entries: [{ number: 16 }] });
    const gone = expect.objectContaining({ code: 'control-gone' });
    await expect(bench.service.week(guildId, at('2026-03-08T06:00Z'), 0)).rejects.toThrowError(gone);
    await bench.dataSource.query('DELETE FROM digests WHERE guild_id = $1', [other]);
    await expect(bench.service.week(other, due, 0)).rejects.toThrowError(gone);
  });
});
