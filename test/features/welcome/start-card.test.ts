/** The Start here card: one a guild, whatever is pressed, and again only when it was deleted. */
import { beforeEach, expect, it } from 'vitest';
import { StartCardService } from '../../../src/features/welcome/start-card-service.js';
import { StartCardStore } from '../../../src/features/welcome/start-card-store.js';
import { startCardTopic } from '../../../src/features/welcome/start-card-topic.js';
import { guildId, moderator, useCohort } from '../../support/cohort.js';
import { Crash, makeOutbox, RecordingMessenger } from '../../support/outbox.js';

const cohort = useCohort();
const channelId = '720000000000000001';
let messenger: RecordingMessenger;
let pinned: string[] = [];
let deleted = new Set<string>();

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  messenger = new RecordingMessenger();
  pinned = [];
  deleted = new Set();
  await cohort.guilds.change(guildId, { channelId });
});

function newProcess() {
  const clock = () => cohort.time.now;
  const store = new StartCardStore(cohort.dataSource());
  const cohortChannelOf = async () => undefined;
  const topic = startCardTopic({
    store,
    guilds: cohort.guilds,
    cohortChannelOf,
    pin: async ({ messageId }) => pinned.push(messageId),
  });
  const outbox = makeOutbox(cohort.dataSource(), [topic], { messenger, clock });
  const service = new StartCardService({
    store,
    message: { isThere: async ({ messageId }) => !deleted.has(messageId) },
    guilds: cohort.guilds,
    cohortChannelOf,
    outbox,
    clock,
  });
  return { press: () => service.post(guildId, moderator.id), outbox };
}

const logged = async () =>
  (await cohort.database.query(`SELECT 1 FROM audit_log WHERE action = 'start-card-posted'`)).length;

it('is posted once, pinned and logged; another press says where it is', async () => {
  const { press } = newProcess();
  const first = await press();
  expect(first).toMatchObject({ outcome: 'posted', place: { channelId } });
  const again = await newProcess().press();
  expect(again).toMatchObject({ outcome: 'there', place: { channelId } });
  expect(messenger.messages).toHaveLength(1);
  expect(pinned).toHaveLength(1);
  expect(await logged()).toBe(1);
});

it('is posted once although several moderators press at once in two processes', async () => {
  const [one, other] = [newProcess(), newProcess()];
  const results = await Promise.all([one.press(), other.press(), one.press(), other.press()]);
  expect(results.filter(({ outcome }) => outcome === 'posted')).toHaveLength(1);
  expect(messenger.messages).toHaveLength(1);
  expect(await logged()).toBe(1);
});

it('is posted again once it was deleted, also when two find that at once', async () => {
  await newProcess().press();
  deleted.add(messenger.messages[0]?.messageId ?? '');
  const results = await Promise.all([newProcess().press(), newProcess().press()]);
  expect(results.filter(({ outcome }) => outcome === 'posted')).toHaveLength(1);
  expect(messenger.messages).toHaveLength(2);
  expect(await newProcess().press()).toMatchObject({ outcome: 'there' });
  expect(await logged()).toBe(2);
});

it('is posted once although the process ends right after posting', async () => {
  const { press } = newProcess();
  messenger.faults.push('crash-after');
  await press().catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
  messenger.restarted();
  cohort.time.now = new Date(cohort.time.now.getTime() + 600_000);
  await newProcess().outbox.deliverDue();
  expect(messenger.messages).toHaveLength(1);
  expect(await newProcess().press()).toMatchObject({ outcome: 'there' });
  expect(pinned).toHaveLength(1);
});

it('says that it could not be posted, and comes once the channel opens', async () => {
  messenger.faults.push({ outcome: 'refused', reason: 'no-permission' });
  expect(await newProcess().press()).toEqual({ outcome: 'failed', channelId });
  expect(messenger.messages).toHaveLength(0);
  expect(await newProcess().press()).toMatchObject({ outcome: 'posted' });
  expect(await logged()).toBe(1);
});

it('asks for a channel where none is known', async () => {
  await cohort.guilds.change(guildId, { channelId: null });
  expect(await newProcess().press()).toEqual({ outcome: 'no-channel' });
  expect(await logged()).toBe(0);
});
