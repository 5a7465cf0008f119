/** Digests by direct message: who gets them, what they show, and what follows from what Discord says. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type DigestProcess, makeEntry, useDigests } from '../../support/digest.js';
import { directChannelOf } from '../../support/outbox.js';
import { useDatabase } from '../../support/postgres.js';
import { textOf } from '../../support/view-text.js';

const database = useDatabase();
const bench = useDigests(database);
const due = new Date('2026-03-09T06:00Z');

let process: DigestProcess;
let guildId: string;

const member = (id: string) => ({ id, displayName: `Member ${id}`, isBot: false });
const post = async () => {
  bench.now = due;
  await process.postDue();
  // The mail is owed from the moment the digest was posted.
  await process.postDue();
};
const sent = (id: string) => bench.messenger.in(directChannelOf(id)).map(({ view }) => textOf(view));
const waiting = () =>
  database.query("SELECT member_id FROM outbox_messages WHERE topic = 'digest-mail' AND guild_id = $1", [
    guildId,
  ]);
const subscriptions = async () =>
  database.query('SELECT user_id, closed_at FROM digest_subscriptions WHERE guild_id = $1', [guildId]);

beforeEach(async () => {
  await database.query('DELETE FROM guilds');
  bench.clear();
  guildId = bench.guild();
  process = bench.another();
  bench.now = new Date('2026-03-04T10:00Z');
  await process.schedule(guildId, { weekday: 1, time: '09:00', timezone: 'Africa/Nairobi' });
  await makeEntry(bench.dataSource, { guildId, number: 1, at: '2026-03-04T09:00Z' });
});

describe('subscribing', () => {
  it('is confirmed once, and only the member can end it', async () => {
    const { mail } = process;
    expect(await mail.subscribe(guildId, member('201'))).toBe(true);
    expect(await mail.subscribe(guildId, member('201'))).toBe(false);
    expect(await mail.subscribers(guildId)).toBe(1);
    expect(await mail.unsubscribe(guildId, '202')).toBe(false);
    expect(await mail.unsubscribe(guildId, '201')).toBe(true);
    expect(await mail.subscribers(guildId)).toBe(0);
  });

  it('is not for bots', async () => {
    await expect(process.mail.subscribe(guildId, { ...member('201'), isBot: true })).rejects.toThrowError(
      expect.objectContaining({ code: 'bots-cannot' }),
    );
  });
});

describe('delivering', () => {
  it('comes after the channel’s post, to each subscriber once, with a link to it', async () => {
    for (const id of ['201', '202', '203']) await process.mail.subscribe(guildId, member(id));
    await post();
    await Promise.all([process.postDue(), bench.another().postDue()]);
    for (const id of ['201', '202', '203']) expect(sent(id)).toHaveLength(1);
    const [posted] = bench.postedOf(guildId);
    const [mail] = bench.messenger.in(directChannelOf('201'));
    expect(JSON.stringify(mail?.view)).toContain(`/${posted?.channelId}/${posted?.messageId}`);
    expect(await waiting()).toEqual([]);
  });

  it('does not come to those who subscribe after it was posted, nor who unsubscribe before', async () => {
    await process.mail.subscribe(guildId, member('201'));
    bench.messenger.doors.set('201', { outcome: 'unknown' });
    await post();
    expect(await waiting()).toHaveLength(1);
    bench.messenger.doors.clear();
    await process.mail.unsubscribe(guildId, '201');
    await process.mail.subscribe(guildId, member('202'));
    bench.now = new Date(due.getTime() + 3_600_000);
    await process.postDue();
    expect([sent('201'), sent('202'), await waiting()]).toEqual([[], [], []]);
  });

  it('shows what the channel’s digest shows', async () => {
    await process.mail.subscribe(guildId, member('201'));
    await bench.guilds.change(guildId, { digestHidden: ['learnings'] });
    await post();
    expect(sent('201')[0]).not.toContain('Title 1');
    expect(sent('201')[0]).toContain('**1** learning shared');
  });

  it('isn’t sent to members who left the guild or were erased', async () => {
    await process.mail.subscribe(guildId, member('201'));
    await process.mail.subscribe(guildId, member('202'));
    bench.left.add('201');
    bench.messenger.doors.set('202', { outcome: 'refused', reason: 'gone' });
    await post();
    expect([sent('201'), sent('202')]).toEqual([[], []]);
    expect(await subscriptions()).toEqual([]);
    expect(await process.mail.endClosed(guildId, '201')).toBe(false);
  });
});

describe('closed direct messages', () => {
  const close = () => bench.messenger.doors.set('201', { outcome: 'refused', reason: 'closed' });

  it('are reported once, then the subscription ends', async () => {
    await process.mail.subscribe(guildId, member('201'));
    await process.mail.subscribe(guildId, member('202'));
    close();
    await post();
    expect(sent('202')).toHaveLength(1);
    expect(await process.mail.subscribers(guildId)).toBe(1);
    expect(await process.mail.endClosed(guildId, '202')).toBe(false);
    const told = await Promise.all(
      [process, bench.another(), bench.another()].map(({ mail }) => mail.endClosed(guildId, '201')),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await subscriptions()).toHaveLength(1);
  });

  it('are tried again when the member subscribes again', async () => {
    await process.mail.subscribe(guildId, member('201'));
    close();
    await post();
    expect(await process.mail.subscribe(guildId, member('201'))).toBe(true);
    expect(await process.mail.endClosed(guildId, '201')).toBe(false);
    expect(await process.mail.subscribers(guildId)).toBe(1);
  });
});
