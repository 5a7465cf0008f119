/** The log channel: told in order, once, and for two days at most. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ChannelLog, type LogMessage, logLease } from '../../src/services/channel-log.js';
import { logAction } from '../../src/stores/audit-statement.js';
import { AuditStore } from '../../src/stores/audit-store.js';
import { LogPostStore } from '../../src/stores/log-post-store.js';
import { guildId, kofi, moderator, otherGuildId, useCohort } from '../support/cohort.js';

const cohort = useCohort(20);
const start = new Date('2026-03-02T08:00:00Z');
const minute = 60_000;
let posted: LogMessage[] = [];
let answers: ('posted' | 'closed' | 'unknown' | 'crash')[] = [];
/** What the channel shows: the same nonce twice within minutes is one message. */
const shown = () => [...new Map(posted.map((message) => [message.nonce, message])).values()];
const told = () => shown().map(({ lines }) => lines.map(({ reason }) => reason));

const channelLog = () =>
  new ChannelLog({
    store: new LogPostStore(cohort.dataSource()),
    audit: new AuditStore(cohort.dataSource()),
    guilds: cohort.guilds,
    publisher: {
      async postLog(message) {
        const answer = answers.shift() ?? 'posted';
        if (answer !== 'closed') posted.push(message);
        if (answer === 'crash') throw new Error('killed');
        return answer;
      },
    },
    clock: () => cohort.time.now,
  });

const log = (note: string, guild = guildId) =>
  cohort.dataSource().transaction((manager) =>
    logAction(manager, {
      guildId: guild,
      action: 'member-unmuted',
      actorId: moderator.id,
      subjectId: kofi.id,
      note,
      at: cohort.time.now,
    }),
  );
const waiting = async () => (await cohort.database.query('SELECT audit_id FROM log_posts')).length;
const later = (milliseconds: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + milliseconds);
};

beforeEach(async () => {
  posted = [];
  answers = [];
  cohort.time.now = start;
  await cohort.database.query('DELETE FROM guilds');
  await cohort.database.query(
    'INSERT INTO guilds (id, created_at, log_channel_id) VALUES ($1, $3, 77), ($2, $3, 78)',
    [guildId, otherGuildId, start],
  );
});

describe('what moderators did', () => {
  it('is told in order, several in one message, to each guild its own', async () => {
    for (let index = 0; index < 11; index += 1) await log(`${index}`);
    await log('elsewhere', otherGuildId);
    await channelLog().postDue();
    expect(told()).toEqual(
      expect.arrayContaining([['0', '1', '2', '3', '4', '5', '6', '7'], ['8', '9', '10'], ['elsewhere']]),
    );
    expect(told()).toHaveLength(3);
    expect(
      shown()
        .map(({ channelId }) => channelId)
        .sort(),
    ).toEqual(['77', '77', '78']);
    expect(shown()[0]?.lines[0]).toMatchObject({ actorId: moderator.id, subjectId: kofi.id });
    expect(await waiting()).toBe(0);
  });

  it.each(['unknown', 'crash'] as const)('is not told twice after an answer that is %s', async (fault) => {
    answers = [fault];
    await log('first');
    await channelLog()
      .postDue()
      .catch(() => undefined);
    // What comes meanwhile stays behind it, in a message of its own.
    await log('second');
    await channelLog().postDue();
    expect(told()).toEqual([['first']]);
    later(logLease + 1);
    await Promise.all([channelLog().postDue(), channelLog().postDue()]);
    expect(told()).toEqual([['first'], ['second']]);
    expect(await waiting()).toBe(0);
  });

  it('waits for a channel that is closed, longer each time, without spinning, for two days', async () => {
    answers = Array.from({ length: 500 }, () => 'closed' as const);
    await log('lost');
    let attempts = 0;
    for (let minutes = 0; minutes <= 49 * 60; minutes += 10) {
      const before = answers.length;
      await channelLog().postDue();
      attempts += before - answers.length;
      later(10 * minute);
    }
    expect(attempts).toBeGreaterThan(40);
    expect(attempts).toBeLessThan(60);
    expect(await waiting()).toBe(0);
    answers = [];
    await log('after');
    await channelLog().postDue();
    expect(told()).toEqual([['after']]);
  });

  it('is told once by several processes at once', async () => {
    for (let index = 0; index < 30; index += 1) await log(`${index}`);
    await Promise.all(Array.from({ length: 8 }, () => channelLog().postDue()));
    expect(posted.flatMap(({ lines }) => lines.map(({ reason }) => Number(reason)))).toEqual(
      Array.from({ length: 30 }, (_, index) => index),
    );
  });

  it('is let go of when the log channel was taken away meanwhile', async () => {
    await log('nowhere');
    await cohort.database.query('UPDATE guilds SET log_channel_id = NULL');
    await channelLog().postDue();
    expect(posted).toEqual([]);
    expect(await waiting()).toBe(0);
  });
});

it('a member whose data were erased is told as a former one', async () => {
  await log('of kofi');
  await cohort.database.query('DELETE FROM subjects WHERE user_id = $1', [kofi.id]);
  await channelLog().postDue();
  expect(shown()[0]?.lines[0]).toMatchObject({ actorId: moderator.id, subjectId: '0' });
});
