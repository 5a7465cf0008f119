/** Migrations with rows in the tables: down to every earlier schema and up again, and what waits is carried over. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createDataSource,
  migrateDatabase,
  revertDatabase,
  withMigrations,
} from '../../src/platform/database.js';
import { fillGuild } from '../support/full-guild.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const guildId = '700000000000000001';
const someone = (last: number, displayName: string) => ({
  id: `80000000000000000${last}`,
  displayName,
  isBot: false,
  isModerator: false,
});
const [amina, kofi] = [someone(1, 'Amina'), someone(2, 'Kofi')] as const;

const fill = async () => {
  const dataSource = await createDataSource({ url: database.url }).initialize();
  try {
    await fillGuild(dataSource, guildId, { member: amina, other: kofi, messageId: 1_000 });
  } finally {
    await dataSource.destroy();
  }
};
const migrationCount = async () => (await database.query('SELECT 1 FROM migrations')).length;
/** What no migration but the first may lose. */
const core = () =>
  database.query(
    `SELECT (SELECT count(*) FROM guilds) AS guilds, (SELECT count(*) FROM members) AS members,
            (SELECT count(*) FROM entries) AS entries, (SELECT count(*) FROM digests) AS digests,
            (SELECT count(*) FROM helpful_votes) AS votes, (SELECT md5(string_agg(title || body, ' ' ORDER BY number)) FROM entries) AS texts`,
  );

beforeEach(() => database.query('DELETE FROM guilds'));

it('goes down to every earlier schema and up again without losing what that schema holds', async () => {
  const count = await migrationCount();
  for (let down = 1; down < count; down += 1) {
    await database.query('DELETE FROM guilds');
    await fill();
    const before = await core();
    await withMigrations(database.url, async (dataSource) => {
      for (let step = 0; step < down; step += 1) await dataSource.undoLastMigration({ transaction: 'all' });
    });
    expect(await core(), `${down} down`).toEqual(before);
    expect(await migrateDatabase(database.url)).toHaveLength(down);
    expect(await core(), `${down} down and up`).toEqual(before);
  }
}, 120_000);

/** Statements of the version before the outbox. */
const old = {
  claimDigest: `UPDATE digests SET state = 'claimed', attempt = attempt + 1, leased_until = now() WHERE state IN ('due', 'failed') RETURNING 1`,
  claimReminder: `INSERT INTO challenge_reminders AS r (guild_id, challenge_number, attempt, claimed_at, next_at)
    VALUES (${guildId}, 2, 1, now(), now()) ON CONFLICT (guild_id, challenge_number)
    DO UPDATE SET attempt = r.attempt + 1 RETURNING attempt`,
  endPeriod: `INSERT INTO digests (guild_id, period_start, period_end, state) VALUES (${guildId}, '2026-03-16', '2026-03-23', 'due')`,
  leaveNotice: `INSERT INTO notices (id, guild_id, member_id, kind, entry_number, facts, created_at, next_at)
    VALUES (gen_random_uuid(), ${guildId}, ${kofi.id}, 'entry-hidden', 1, '{"reason": "Late"}', now(), now())`,
  logLine: `INSERT INTO log_posts (audit_id, guild_id, next_at) SELECT max(id), ${guildId}, now() FROM audit_log`,
  mail: `INSERT INTO digest_deliveries (guild_id, user_id, period_end, next_at) VALUES (${guildId}, ${amina.id}, '2026-03-09', now())`,
  openItem: `INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at, card_due_at)
    VALUES (${guildId}, '00000000-0000-4000-8000-000000000009', 3, false, now(), now())`,
  publish: `UPDATE queue_items SET decided_at = now(), outcome = 'published', publication_due_at = now(), card_due_at = now()
     WHERE id = '00000000-0000-4000-8000-000000000001'`,
};
const item = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;

/** One of everything that the version before may have waiting, some of it under way. */
async function fillOld(): Promise<void> {
  const run = (sql: string, ...values: unknown[]) => database.query(sql, values);
  await run(
    `INSERT INTO guilds (id, created_at, log_channel_id, channel_id) VALUES ($1, '2026-01-01', 78, 77)`,
    guildId,
  );
  for (const { id, displayName } of [amina, kofi])
    await run(
      `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) VALUES ($1, $2, $3, '2026-01-01', '2026-01-01')`,
      guildId,
      id,
      displayName,
    );
  for (const number of [1, 2, 3, 4])
    await run(
      `INSERT INTO entries (guild_id, number, type, title, body, author_id, created_at)
       VALUES ($1, $2, 'challenge', 'Title', 'Body', $3, '2026-03-01')`,
      guildId,
      number,
      amina.id,
    );
  await run(
    `INSERT INTO digests (guild_id, period_start, period_end, state, attempt, leased_until, retry_at, channel_id, reason, message_id, settled_at) VALUES
       ($1, '2026-03-02', '2026-03-09', 'sent', 1, NULL, NULL, 77, NULL, 900, '2026-03-09'),
       ($1, '2026-03-09', '2026-03-10', 'due', 0, NULL, NULL, NULL, NULL, NULL, NULL),
       ($1, '2026-03-10', '2026-03-11', 'claimed', 1, '2026-03-11 00:02', NULL, 77, NULL, NULL, NULL),
       ($1, '2026-03-11', '2026-03-12', 'failed', 3, NULL, '2026-03-12 00:04', NULL, 'no-access', NULL, NULL)`,
    guildId,
  );
  await run(`INSERT INTO digest_subscriptions VALUES ($1, $2, '2026-01-01')`, guildId, amina.id);
  await run(
    `INSERT INTO digest_deliveries VALUES ($1, $2, '2026-03-09', 1, '2026-03-09 00:03', 501)`,
    guildId,
    amina.id,
  );
  await run(
    `INSERT INTO challenge_reminders (guild_id, challenge_number, attempt, claimed_at, next_at, channel_id, message_id, settled_at)
     VALUES ($1, 1, 1, '2026-03-04', '2026-03-04 00:02', 77, NULL, NULL), ($1, 3, 1, '2026-03-04', NULL, 77, 901, '2026-03-04')`,
    guildId,
  );
  await run(
    `INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at, decided_at, outcome, card_channel_id, card_message_id, card_attempt, card_due_at,
                              publication_channel_id, publication_attempt, publication_due_at) VALUES
       ($1, $2, 1, true, '2026-03-05', NULL, NULL, NULL, NULL, 0, '2026-03-05', NULL, 0, NULL),
       ($1, $3, 2, false, '2026-03-05', NULL, NULL, 78, 902, 0, '2026-03-06', NULL, 0, NULL),
       ($1, $4, 4, true, '2026-03-05', '2026-03-06', 'published', 78, 903, 0, NULL, 77, 2, '2026-03-06 00:02')`,
    guildId,
    item(1),
    item(2),
    item(3),
  );
  await run(
    `INSERT INTO audit_log (guild_id, action, at) SELECT $1, 'settings-changed', '2026-03-07' FROM generate_series(1, 3)`,
    guildId,
  );
  await run(
    `INSERT INTO log_posts (audit_id, guild_id, attempt, next_at)
     SELECT id, $1, CASE WHEN row_number() OVER (ORDER BY id) < 3 THEN 1 ELSE 0 END, '2026-03-07 00:01' FROM audit_log`,
    guildId,
  );
  await run(
    `INSERT INTO notices (id, guild_id, member_id, kind, entry_number, facts, created_at, attempt, next_at) VALUES
       ($2, $1, $3, 'entry-hidden', 1, '{"reason": "Off topic"}', '2026-03-07', 0, '2026-03-07'),
       ($4, $1, $3, 'member-muted', NULL, '{}', '2026-03-06', 1, NULL)`,
    guildId,
    item(1),
    kofi.id,
    item(2),
  );
}

/** What waits in the old tables, as one picture. */
const waitingOld = () =>
  database.query(
    `SELECT (SELECT jsonb_agg(jsonb_build_array(period_end, state, channel_id) ORDER BY period_end) FROM digests) AS digests,
            (SELECT count(*)::integer FROM digest_deliveries) AS mails, (SELECT count(*)::integer FROM log_posts) AS lines,
            (SELECT jsonb_agg(jsonb_build_array(kind, facts, next_at IS NULL) ORDER BY created_at) FROM notices) AS notices,
            (SELECT jsonb_agg(jsonb_build_array(challenge_number, message_id) ORDER BY challenge_number) FROM challenge_reminders) AS reminders,
            (SELECT jsonb_agg(jsonb_build_array(id, card_due_at IS NULL, publication_due_at IS NULL) ORDER BY id) FROM queue_items) AS items`,
  );

describe('the outbox', () => {
  /** The schema before it, with something waiting everywhere. */
  const toOld = async () => {
    const names = await database.query<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC');
    const steps = names.findIndex(({ name }) => name.startsWith('CreateOutbox')) + 1;
    for (let step = 0; step < steps; step += 1) await revertDatabase(database.url);
  };

  it('takes over waiting messages with their destination and lease, and migrates them back', async () => {
    await toOld();
    await fillOld();
    const before = await waitingOld();
    await migrateDatabase(database.url);
    const owed = await database.query(
      `SELECT topic, key, attempt, channel_id, due_at IS NULL AS parked, leased_until, reason, lead_id IS NOT NULL AS led
         FROM outbox_messages ORDER BY topic, id`,
    );
    expect(
      owed.map(({ topic, attempt, channel_id: channel, parked, led }) => [
        topic,
        attempt,
        channel,
        parked,
        led,
      ]),
    ).toEqual([
      ['audit-line', 1, null, false, true],
      ['audit-line', 1, null, false, true],
      ['audit-line', 0, null, false, false],
      ['challenge-reminder', 1, '77', false, false],
      ['digest', 0, null, false, false],
      ['digest', 1, '77', false, false],
      ['digest', 3, null, false, false],
      ['digest-mail', 1, '501', false, false],
      ['notice', 0, null, true, false],
      ['notice', 0, null, false, false],
      ['publication', 2, '77', false, false],
      ['queue-card', 0, null, false, false],
    ]);
    expect(owed.find(({ topic, attempt }) => topic === 'digest' && attempt === 1)).toMatchObject({
      key: '2026-03-11T00:00:00.000Z',
      leased_until: new Date('2026-03-11T00:02Z'),
    });
    expect(await waitingOld()).toMatchObject([{ mails: 0, lines: 0, notices: null, reminders: [[3, 901]] }]);
    await toOld();
    // What was being posted is tried again, and looked for before.
    const back = before.map((row) => ({
      ...row,
      digests: (row['digests'] as [string, string, number | null][]).map(([end, state, channel]) => [
        end,
        state === 'claimed' ? 'failed' : state,
        channel,
      ]),
    }));
    expect(await waitingOld()).toEqual(back);
    await migrateDatabase(database.url);
  });

  it('leaves the previous version nothing to claim, and takes over what that still enqueues', async () => {
    await toOld();
    await fillOld();
    await migrateDatabase(database.url);
    expect(await database.query(old.claimDigest)).toEqual([]);
    expect(await database.query(old.claimReminder)).toEqual([]);
    await database.query('DELETE FROM outbox_messages');
    const { claimDigest: _digest, claimReminder: _reminder, ...writes } = old;
    for (const statement of Object.values(writes)) await database.query(statement);
    const owed = await database.query<{ topic: string }>('SELECT topic FROM outbox_messages ORDER BY topic');
    expect(owed.map(({ topic }) => topic)).toEqual([
      'audit-line',
      'digest',
      'digest-mail',
      'notice',
      'publication',
      'queue-card',
    ]);
    expect(
      await database.query(
        'SELECT 1 FROM notices UNION ALL SELECT 1 FROM log_posts UNION ALL SELECT 1 FROM digest_deliveries',
      ),
    ).toEqual([]);
    expect(
      await database.query(
        'SELECT 1 FROM queue_items WHERE publication_due_at IS NOT NULL OR (card_due_at IS NOT NULL AND card_message_id IS NULL)',
      ),
    ).toEqual([]);
  });
});
