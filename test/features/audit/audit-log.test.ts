/** The audit log: every action has its line, nobody can change or delete one, and who was erased is no longer told. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoggedAction, logAction } from '../../../src/features/audit/audit-statement.js';
import { createDataSource } from '../../../src/platform/database.js';
import { useDatabase } from '../../support/postgres.js';

const database = useDatabase();
const guild = '700000000000000001';
const other = '700000000000000002';
const moderator = '800000000000000001';
const member = '800000000000000002';
const at = new Date('2026-03-04T10:00Z');

let dataSource: DataSource;
beforeAll(async () => {
  // As the bot itself connects: the log must withstand the application's own role.
  dataSource = await createDataSource({ url: database.url }).initialize();
  await database.query(
    'INSERT INTO guilds (id, created_at, log_channel_id) VALUES ($1, $3, 5), ($2, $3, NULL)',
    [guild, other, at],
  );
});
afterAll(() => dataSource.destroy());

const log = (action: Partial<LoggedAction>) =>
  dataSource.transaction((manager) =>
    logAction(manager, { guildId: guild, action: 'entry-hidden', at, ...action }),
  );
const rows = () => database.query('SELECT * FROM audit_log ORDER BY id');

describe('a line of the log', () => {
  it('names members by keys, the same key for the same member, and holds no text', async () => {
    await log({
      actorId: moderator,
      subjectId: member,
      entry: { number: 4, revision: 2 },
      note: 'Off topic',
    });
    await log({ action: 'member-muted', actorId: moderator, subjectId: moderator, after: { until: null } });
    const [first, second] = await rows();
    expect(first).toMatchObject({ action: 'entry-hidden', entry_number: 4, entry_revision: 2 });
    expect(second).toMatchObject({
      actor: first?.['actor'],
      subject: first?.['actor'],
      after: { until: null },
    });
    expect(first?.['subject']).not.toBe(first?.['actor']);
    const everything = JSON.stringify(await rows());
    for (const id of [moderator, member, 'Off topic']) expect(everything).not.toContain(id);
    expect(await database.query('SELECT text FROM audit_notes WHERE key = $1', [first?.['note']])).toEqual([
      { text: 'Off topic' },
    ]);
  });

  it('waits to be posted where there is a log channel, and only there', async () => {
    await log({ guildId: other, actorId: moderator });
    const waiting = await database.query('SELECT DISTINCT guild_id FROM outbox_messages');
    expect(waiting).toEqual([{ guild_id: guild }]);
  });

  it('is not there when what it tells of is rolled back', async () => {
    const before = (await rows()).length;
    const work = dataSource.transaction(async (manager) => {
      await logAction(manager, { guildId: guild, action: 'digest-paused', actorId: moderator, at });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await rows()).toHaveLength(before);
  });

  it('has its key from one row when twenty actions of a new member come at once', async () => {
    const fresh = '800000000000000099';
    await Promise.all(Array.from({ length: 20 }, () => log({ actorId: fresh, action: 'digest-run' })));
    const keys = await database.query(`SELECT DISTINCT actor FROM audit_log WHERE action = 'digest-run'`);
    expect(keys).toHaveLength(1);
  });
});

describe('the log', () => {
  it.each([
    ['a change', `UPDATE audit_log SET action = 'digest-run'`],
    ['a deletion', 'DELETE FROM audit_log'],
    ['being emptied', 'TRUNCATE audit_log CASCADE'],
    ['being emptied with its guilds', 'TRUNCATE guilds CASCADE'],
  ])('refuses %s', async (_name, statement) => {
    const before = await rows();
    await expect(dataSource.query(statement)).rejects.toThrow('append-only');
    expect(await rows()).toEqual(before);
  });

  it('goes with its guild, and with nothing else', async () => {
    await dataSource.query('DELETE FROM guilds WHERE id = $1', [other]);
    expect(await database.query('SELECT 1 FROM audit_log WHERE guild_id = $1', [other])).toEqual([]);
    expect((await rows()).length).toBeGreaterThan(0);
  });
});
