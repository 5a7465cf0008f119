/** The guarantees of the outbox, on a topic of the test's own: leases, retries, lost answers, crashes, lanes and bundles. */
import { beforeEach, describe, expect, it } from 'vitest';
import { note } from '../../src/discord/message/blocks.js';
import { deliverableForMs } from '../../src/outbox/backoff.js';
import { enqueue } from '../../src/outbox/enqueue.js';
import { leaseMs } from '../../src/outbox/outbox.js';
import { defineTopic, lanes, type Topic } from '../../src/outbox/topic.js';
import { useDataSource } from '../support/data-source.js';
import { makeOutbox, RecordingMessenger } from '../support/outbox.js';
import { textOf } from '../support/view-text.js';

const { database, dataSource } = useDataSource(20);
const guildId = '700000000000000001';
const memberId = '800000000000000001';
const channelId = '720000000000000001';
const minute = 60_000;
const start = new Date('2026-03-04T09:00:00Z');

let now = start;
let messenger: RecordingMessenger;
/** What followed from deliveries, written in their transactions. */
let followed: string[];
let target = channelId;

const letters = (changes: Partial<Topic> = {}): Topic =>
  defineTopic<{ text: string }>({
    name: 'letter',
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ all }) {
      return { channelId: target, view: note(all.map(({ payload }) => payload.text).join(' ')) };
    },
    async settled(_manager, { key }, { messageId }) {
      followed.push(`${key} is ${messageId.slice(-1)}`);
    },
    async dropped(_manager, { key }, reason) {
      followed.push(`${key} dropped: ${reason}`);
    },
    ...changes,
  });

const outbox = (...topics: Topic[]) =>
  makeOutbox(dataSource(), topics.length > 0 ? topics : [letters()], { messenger, clock: () => now });

const owe = (
  key: string,
  { topic = 'letter', text = key, member = null as string | null, guild = guildId } = {},
) =>
  enqueue(dataSource().manager, {
    guildId: guild,
    topic,
    key,
    payload: { text },
    memberId: member,
    at: now,
  });

const rows = () =>
  database.query<{
    key: string;
    attempt: number;
    channel_id: string | null;
    reason: string | null;
    due_at: Date;
  }>('SELECT key, attempt, channel_id, reason, due_at, leased_until FROM outbox_messages ORDER BY id');
const texts = () => messenger.messages.map(({ view }) => textOf(view));
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeEach(async () => {
  await database.query('DELETE FROM guilds');
  await database.query('INSERT INTO guilds (id, created_at) VALUES ($1, $2)', [guildId, start]);
  await database.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) VALUES ($1, $2, 'Amina', $3, $3)`,
    [guildId, memberId, start],
  );
  now = start;
  messenger = new RecordingMessenger();
  followed = [];
  target = channelId;
});

describe('what is owed', () => {
  it('is delivered once by any number of processes, and its result is written with it', async () => {
    for (let one = 0; one < 12; one += 1) await owe(`n${one}`);
    await Promise.all(Array.from({ length: 6 }, () => outbox().deliverDue()));
    await outbox().deliverDue();
    expect(texts().sort()).toEqual(Array.from({ length: 12 }, (_, one) => `n${one}`).sort());
    expect(followed).toHaveLength(12);
    expect(await rows()).toEqual([]);
  });

  it('is owed once while it waits, and goes with the transaction that caused it', async () => {
    await owe('a');
    await owe('a', { text: 'again' });
    const failing = dataSource().transaction(async (manager) => {
      await enqueue(manager, { guildId, topic: 'letter', key: 'b', at: now });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    await outbox().deliverDue();
    expect(texts()).toEqual(['a']);
  });

  it('waits for its time, for a topic that this version has, and while its guild was left or is paused', async () => {
    await enqueue(dataSource().manager, {
      guildId,
      topic: 'letter',
      key: 'later',
      payload: { text: 'later' },
      at: now,
      dueAt: new Date(now.getTime() + minute),
    });
    await owe('unknown', { topic: 'of-the-next-version' });
    await outbox().deliverDue();
    later(minute);
    await database.query('UPDATE guilds SET left_at = now()');
    await outbox().deliverDue();
    await database.query('UPDATE guilds SET left_at = NULL, digest_paused_at = now()');
    await outbox(letters({ isPausable: true })).deliverDue();
    expect(texts()).toEqual([]);
    await outbox().deliverDue();
    expect(texts()).toEqual(['later']);
    expect(await rows()).toMatchObject([{ key: 'unknown', attempt: 0 }]);
  });

  it('is not posted when its guild is paused while it is made', async () => {
    await owe('a');
    const pausing = letters({
      isPausable: true,
      async prepare() {
        await database.query('UPDATE guilds SET digest_paused_at = now()');
        return { channelId, view: note('too late') };
      },
    });
    await outbox(pausing).deliverDue();
    expect(messenger.posts).toBe(0);
  });

  it('goes with the member it is sent to', async () => {
    await owe('a', { member: memberId });
    await owe('to a stranger', { member: '899999999999999999' });
    expect(await rows()).toHaveLength(1);
    await database.query('DELETE FROM members WHERE user_id = $1', [memberId]);
    expect(await rows()).toEqual([]);
  });

  it('is dropped when it is too old to be of use, and says so', async () => {
    await owe('a');
    later(deliverableForMs + 1);
    await outbox().deliverDue();
    expect([texts(), followed, await rows()]).toEqual([[], ['a dropped: expired'], []]);
  });
});

describe('an answer that is lost', () => {
  it.each([
    ['the message is there', 'posted-unheard'],
    ['the message is not there', 'lost'],
  ] as const)('%s: looked for before it is sent again', async (_what, fault) => {
    await owe('a');
    messenger.faults.push(fault);
    await outbox().deliverDue();
    expect(await rows()).toMatchObject([{ reason: 'no-answer', channel_id: channelId, attempt: 1 }]);
    later(minute - 1);
    await outbox().deliverDue();
    expect(messenger.searches).toHaveLength(0);
    later(1);
    await outbox().deliverDue();
    expect(messenger.searches).toHaveLength(1);
    expect(texts()).toEqual(['a']);
    expect(followed).toEqual(['a is 0']);
  });

  it.each([
    ['gives no answer', { outcome: 'unknown' }, 'no-answer'],
    ['cannot be read', { outcome: 'refused', reason: 'no-access' }, 'no-access'],
    ['hides its history', { outcome: 'refused', reason: 'no-history' }, 'no-history'],
  ] as const)(
    'and a channel that %s: not sent again until somebody can tell',
    async (_what, fault, reason) => {
      await owe('a');
      messenger.faults.push('posted-unheard');
      await outbox().deliverDue();
      messenger.findFault = fault;
      for (let tries = 0; tries < 3; tries += 1) {
        later(10 * minute);
        await outbox().deliverDue();
      }
      expect(messenger.posts).toBe(1);
      expect(await rows()).toMatchObject([{ reason, channel_id: channelId }]);
      messenger.findFault = undefined;
      later(60 * minute);
      await outbox().deliverDue();
      expect([texts(), followed]).toEqual([['a'], ['a is 0']]);
    },
  );

  it('and a channel that is gone: sent to where it belongs now', async () => {
    await owe('a');
    messenger.faults.push('posted-unheard');
    await outbox().deliverDue();
    messenger.findFault = { outcome: 'refused', reason: 'channel-gone' };
    target = '720000000000000002';
    later(minute);
    await outbox().deliverDue();
    expect(messenger.in(target)).toHaveLength(1);
  });
});

describe('a process that dies', () => {
  const die = async (fault: 'crash-before' | 'crash-after') => {
    await owe('a');
    messenger.faults.push(fault);
    await outbox().deliverDue();
    expect(messenger.isDead).toBe(true);
    messenger.restarted();
  };

  it.each(['crash-before', 'crash-after'] as const)(
    '(%s): another takes over after its lease',
    async (fault) => {
      await die(fault);
      later(leaseMs - 1);
      await outbox().deliverDue();
      expect(followed).toEqual([]);
      later(1);
      await Promise.all([outbox().deliverDue(), outbox().deliverDue()]);
      expect([texts(), followed]).toEqual([['a'], ['a is 0']]);
    },
  );

  it('and is back after three days: found all the same, and not dropped', async () => {
    await die('crash-after');
    later(72 * 60 * minute);
    await outbox().deliverDue();
    expect([texts(), followed]).toEqual([['a'], ['a is 0']]);
  });

  it('while the result is written: neither the result nor the end of the row is there, and it is found', async () => {
    await owe('a');
    const failing = letters({
      async settled(manager) {
        await manager.query('UPDATE guilds SET digest_nudges = true');
        throw new Error('gone');
      },
    });
    await outbox(failing).deliverDue();
    expect(await database.query('SELECT digest_nudges FROM guilds')).toEqual([{ digest_nudges: false }]);
    later(minute);
    await outbox().deliverDue();
    expect([texts(), followed]).toEqual([['a'], ['a is 0']]);
  });

  it('or only sleeps beyond its lease: what it then does changes nothing', async () => {
    await owe('a');
    let wakeUp = () => {};
    const asleep = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    const sleepy = letters({
      async prepare() {
        await asleep;
        return { channelId, view: note('asleep') };
      },
    });
    const sleeping = outbox(sleepy).deliverDue();
    await expect.poll(async () => (await rows())[0]?.attempt).toBe(1);
    later(leaseMs);
    await outbox().deliverDue();
    wakeUp();
    await sleeping;
    expect([texts(), followed]).toEqual([['a'], ['a is 0']]);
  });
});

describe('a refusal', () => {
  it('is tried again after growing pauses, with its reason, nowhere looked for', async () => {
    await owe('a');
    messenger.channels.set(channelId, { outcome: 'refused', reason: 'no-permission' });
    const pauses: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      const before = now;
      await outbox().deliverDue();
      const [row] = await rows();
      expect(row).toMatchObject({ reason: 'no-permission', channel_id: null });
      now = row?.due_at ?? now;
      pauses.push((now.getTime() - before.getTime()) / minute);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(messenger.searches).toEqual([]);
  });

  it('after an answer that was lost: the first message is still looked for', async () => {
    await owe('a');
    messenger.faults.push('lost', { outcome: 'refused', reason: 'no-permission' });
    await outbox().deliverDue();
    later(minute);
    await outbox().deliverDue();
    expect(await rows()).toMatchObject([{ reason: 'no-permission', channel_id: channelId }]);
  });

  it('of one message holds up no other, and neither does one whose making goes wrong', async () => {
    await owe('a');
    await owe('b');
    await owe('c');
    let made = 0;
    const faulty = letters({
      async prepare({ payload }) {
        made += 1;
        if (made === 1) throw new Error('broken');
        return { channelId, view: note(payload.text) };
      },
    });
    messenger.faults.push({ outcome: 'refused', reason: 'refused' });
    const process = outbox(faulty);
    await process.deliverDue();
    expect(texts()).toHaveLength(1);
    expect(process.errors).toHaveLength(1);
    expect((await rows()).map(({ reason }) => String(reason)).toSorted()).toEqual(['fault', 'refused']);
  });

  it('can change what is tried next', async () => {
    await owe('a');
    const cautious = letters({
      failed: async () => ({ text: 'in other words' }),
    });
    messenger.faults.push({ outcome: 'refused', reason: 'refused' });
    await outbox(cautious).deliverDue();
    expect(texts()).toEqual(['in other words']);
  });

  it.each([
    ['closed', 'parked'],
    ['gone', 'dropped'],
  ] as const)('of a direct message (%s): %s', async (reason, end) => {
    await owe('a', { member: memberId });
    messenger.doors.set(memberId, { outcome: 'refused', reason });
    const direct = letters({
      isParked: true,
      prepare: async () => ({ userId: memberId, view: note('hello') }),
    });
    await outbox(direct).deliverDue();
    later(100 * minute);
    await outbox(direct).deliverDue();
    expect(await rows()).toMatchObject(end === 'parked' ? [{ key: 'a', due_at: null }] : []);
    expect(followed).toEqual([`a dropped: ${reason}`]);
  });
});

describe('a bundle', () => {
  /** One worker: two would share what is due between them. */
  const lane = { ...lanes.channels, parallel: 1 };
  const bundled = (changes: Partial<Topic> = {}) => letters({ bundle: 3, lane, ...changes });

  it('takes what is due together, of one guild and member, in order', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await owe(key, { member: memberId });
    await owe('e');
    await outbox(bundled()).deliverDue();
    expect(texts().sort()).toEqual(['a b c', 'd', 'e']);
    expect(await rows()).toEqual([]);
  });

  it('goes out with the same lines at every attempt, whatever came meanwhile', async () => {
    await owe('a');
    await owe('b');
    messenger.faults.push('posted-unheard');
    await outbox(bundled()).deliverDue();
    await owe('c');
    later(minute);
    await outbox(bundled()).deliverDue();
    expect(texts()).toEqual(['a b', 'c']);
  });

  it('in order: what came later waits for what is tried again', async () => {
    await owe('a');
    messenger.faults.push({ outcome: 'refused', reason: 'refused' });
    await outbox(bundled({ isOrdered: true })).deliverDue();
    await owe('b');
    await outbox(bundled({ isOrdered: true })).deliverDue();
    expect(texts()).toEqual([]);
    later(minute);
    await outbox(bundled({ isOrdered: true })).deliverDue();
    expect(texts()).toEqual(['a', 'b']);
  });
});

describe('lanes', () => {
  it('do not wait for each other', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = letters({
      name: 'slow',
      lane: lanes.direct,
      async prepare() {
        await held;
        return { channelId, view: note('slow') };
      },
    });
    await owe('s', { topic: 'slow' });
    await owe('a');
    const process = outbox(slow, letters());
    process.wake();
    await expect.poll(texts).toEqual(['a']);
    await owe('b');
    process.wake();
    await expect.poll(texts).toEqual(['a', 'b']);
    release();
    await process.deliverDue();
    expect(texts()).toEqual(['a', 'b', 'slow']);
  });

  it('take a message of each topic in turn', async () => {
    for (let one = 0; one < 5; one += 1) await owe(`s${one}`, { topic: 'mass' });
    await owe('a');
    const lane = { name: 'single', parallel: 1, paceMs: 0 };
    await outbox(letters({ name: 'mass', lane }), letters({ lane })).deliverDue();
    expect(texts().indexOf('a')).toBeLessThan(2);
  });

  it('pause between messages where they are to', async () => {
    const pauses: number[] = [];
    await owe('a');
    await owe('b');
    const process = outbox(letters({ lane: lanes.direct }));
    Object.assign((process as unknown as { parts: object }).parts, {
      pace: async (ms: number) => void pauses.push(ms),
    });
    await process.deliverDue();
    expect(pauses).toEqual([500, 500]);
  });
});

it('delivers in one guild and resolves with the outcome, and refuses two topics with one name', async () => {
  await database.query('INSERT INTO guilds (id, created_at) VALUES (2, now())');
  await owe('a');
  await owe('elsewhere', { guild: '2' });
  const process = outbox();
  expect(await process.deliver('letter', guildId)).toEqual([
    { outcome: 'posted', channelId, messageId: '900000000000000000' },
  ]);
  expect(await rows()).toMatchObject([{ key: 'elsewhere' }]);
  expect(() => process.register([letters()])).toThrow('two topics are named letter');
});
