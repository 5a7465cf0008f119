/** The log channel: told in order, once, and for two days at most. */
import { beforeEach, describe, expect, it } from 'vitest';
import { logAction } from '../../../src/features/audit/audit-statement.js';
import { AuditStore } from '../../../src/features/audit/audit-store.js';
import { logTopic } from '../../../src/features/moderation/log-topic.js';
import { guildId, kofi, moderator, otherGuildId, useCohort } from '../../support/cohort.js';
import { makeOutbox, RecordingMessenger } from '../../support/outbox.js';
import { textOf } from '../../support/view-text.js';

const cohort = useCohort(20);
const start = new Date('2026-03-02T08:00:00Z');
const minute = 60_000;
let messenger = new RecordingMessenger();

const deliver = () =>
  makeOutbox(
    cohort.dataSource(),
    [logTopic({ audit: new AuditStore(cohort.dataSource()), guilds: cohort.guilds })],
    { messenger, clock: () => cohort.time.now },
  ).deliverDue();
/** The reasons told by each message of a channel. */
const told = (channelId = '77') =>
  messenger
    .in(channelId)
    .map(({ view }) => [...textOf(view).matchAll(/note-([^\s”]+)/g)].map(([, name]) => name));

const log = (note: string, guild = guildId) =>
  cohort.dataSource().transaction((manager) =>
    logAction(manager, {
      guildId: guild,
      action: 'member-unmuted',
      actorId: moderator.id,
      subjectId: kofi.id,
      note: `note-${note}`,
      at: cohort.time.now,
    }),
  );
const waiting = async () => (await cohort.database.query('SELECT 1 FROM outbox_messages')).length;
const later = (milliseconds: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + milliseconds);
};

beforeEach(async () => {
  messenger = new RecordingMessenger();
  cohort.time.now = start;
  await cohort.database.query('DELETE FROM guilds');
  await cohort.database.query(
    'INSERT INTO guilds (id, created_at, log_channel_id) VALUES ($1, $3, 77), ($2, $3, 78)',
    [guildId, otherGuildId, start],
  );
});

describe('what moderators did', () => {
  it('is posted in order, several lines in one message, each once and in its own guild', async () => {
    for (let index = 0; index < 11; index += 1) await log(`${index}`);
    await log('elsewhere', otherGuildId);
    await Promise.all(Array.from({ length: 8 }, deliver));
    await deliver();
    expect(told()).toEqual([
      ['0', '1', '2', '3', '4', '5', '6', '7'],
      ['8', '9', '10'],
    ]);
    expect(told('78')).toEqual([['elsewhere']]);
    expect(await waiting()).toBe(0);
  });

  it.each(['posted-unheard', 'crash-after'] as const)(
    'is not told twice after an answer that was lost (%s)',
    async (fault) => {
      messenger.faults.push(fault);
      await log('first');
      await deliver();
      messenger.restarted();
      // What comes meanwhile stays behind it, in a message of its own.
      await log('second');
      await deliver();
      expect(told()).toEqual([['first']]);
      later(10 * minute);
      await Promise.all([deliver(), deliver()]);
      await deliver();
      expect(told()).toEqual([['first'], ['second']]);
      expect(await waiting()).toBe(0);
    },
  );

  it('waits for a channel that is closed, for two days', async () => {
    messenger.channels.set('77', { outcome: 'refused', reason: 'no-access' });
    await log('lost');
    for (let hours = 0; hours <= 49; hours += 1) {
      await deliver();
      later(60 * minute);
    }
    expect(await waiting()).toBe(0);
    messenger.channels.clear();
    await log('after');
    await deliver();
    expect(told()).toEqual([['after']]);
  });

  it('is dropped when the log channel was removed meanwhile', async () => {
    await log('nowhere');
    await cohort.database.query('UPDATE guilds SET log_channel_id = NULL');
    await deliver();
    expect([messenger.posts, await waiting()]).toEqual([0, 0]);
  });
});

it('shows an erased member as a former member', async () => {
  await log('of kofi');
  await cohort.database.query('DELETE FROM subjects WHERE user_id = $1', [kofi.id]);
  await deliver();
  const texts = messenger.messages.map(({ view }) => textOf(view));
  expect(texts).toHaveLength(1);
  expect(texts[0]).not.toContain(kofi.id);
});
