/** Being forgotten: wherever a member can be kept or named, nothing is left of them, and of others everything. */
import { beforeAll, describe, expect, it } from 'vitest';
import { memberHash } from '../../../src/features/guard/member-hash.js';
import { GuildStore } from '../../../src/features/guilds/guild-store.js';
import { DataRightsService } from '../../../src/features/rights/data-rights-service.js';
import { DataRightsStore } from '../../../src/features/rights/data-rights-store.js';
import { type EntryOutcome, ForgetStore } from '../../../src/features/rights/forget-store.js';
import { PendingErasureStore } from '../../../src/features/rights/pending-erasure-store.js';
import { SearchIndex } from '../../../src/features/search/search-index-store.js';
import { PointsStore } from '../../../src/features/stats/points-store.js';
import { useDataSource } from '../../support/data-source.js';
import { exportWriter } from '../../support/export-writer.js';
import { at, type FullGuild, fillGuild, type Someone } from '../../support/full-guild.js';

const { database, dataSource } = useDataSource();
const hashOf = memberHash('a token');
const rights = () =>
  new DataRightsService({
    data: new DataRightsStore(dataSource()),
    erasing: new ForgetStore(dataSource()),
    pending: new PendingErasureStore(dataSource()),
    drafts: { forgetHeld: () => undefined },
    writer: exportWriter,
    hashOf,
    clock: () => at,
  });

const someone = (id: string, displayName: string): Someone => ({
  id,
  displayName,
  isBot: false,
  isModerator: false,
});

/** Tables that cannot hold a member's id, and why. A table that is on no list, and has no row here, fails the test. */
const elsewhere: Record<string, string> = {
  audit_log: 'names members by their keys in subjects',
  badge_roles: 'ids of roles',
  buddy_groups: 'ids of messages, and a round',
  buddy_rounds: 'a round',
  buddy_schedules: 'settings',
  cards: 'ids of messages, and the number of an entry',
  challenge_reminders: 'ids of messages, and the number of an entry',
  digest_deliveries: 'always empty: what the version before owes goes to the outbox',
  digests: 'ids of messages, and a period',
  guilds: 'settings',
  log_posts: 'ids of lines of the log',
  kept_pictures: 'bytes of pictures, which go with their rows in pictures',
  message_updates: 'ids of messages, and a keyed hash',
  migrations: 'names of migrations',
  notices: 'always empty: what the version before owes goes to the outbox',
  restores: 'when a backup was restored',
  shard_owners: 'which process answers',
  taken_interactions: 'ids of interactions, for 15 minutes',
  muted_hashes: 'a keyed hash',
  point_periods: 'what points are counted for',
  start_cards: 'where a guild’s Start here card is',
  queue_items: 'ids of messages, what it is about, and the key of who decided',
  search_changes: 'numbers of entries',
  search_documents: 'words without long numbers',
  vocabulary: 'words without long numbers',
};

/** Columns of the other tables that cannot hold one either. */
const elsewhereColumns: Record<string, string> = {
  'outbox_messages.id': 'numbers the messages',
  'point_changes.id': 'numbers the changes',
  'outbox_messages.lead_id': 'the number of another message',
  'outbox_messages.topic': 'one of a few words',
  guild_id: 'the guild',
  'sessions.card_channel_id': 'a channel',
  'sessions.card_message_id': 'a message',
  'sessions.event_id': 'an event',
  'sessions.reminder_message_id': 'a message',
  'sessions.recap_message_id': 'a message',
  'projects.card_channel_id': 'a channel',
  'projects.card_message_id': 'a message',
  'projects.looking_for': 'a few words',
  'project_members.thread_id': 'a thread',
  'pictures.file_name': 'a name of the bot’s own',
  'pictures.source_url': 'an address of Discord’s',
  attachment_id: 'a file',
  role_id: 'a role',
  outcome: 'one of a few words',
  channel_id: 'a channel',
  message_id: 'a message',
  type: 'one of a few words',
  kind: 'one of a few words',
  solution: 'one of a few words',
  accepted: 'one of a few words',
  helped: 'one of a few words',
  followed: 'one of a few words',
  state: 'one of a few words',
  reason: 'one of a few words',
  entries: 'one of two words',
  hours: 'one of a few words',
  answer: 'one of a few words',
  track: 'one of a few words',
  language: 'a language',
  locale: 'a language',
  form: 'one of a few words',
  period: 'one of three words',
  challenge_type: 'generated, one of a few words',
  words: 'words without long numbers',
  technology: 'generated from a technology’s title',
  file_hash: 'a hash',
  fingerprint: 'a hash',
};

type Row = Record<string, unknown>;
const tables = async () =>
  (
    await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    )
  ).map(({ name }) => name);

/** Rows of all tables that hold the text anywhere, as text. */
async function rowsWith(text: string, without = 'nobody at all!'): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of await tables()) {
    const rows = await database.query<{ row: string }>(
      `SELECT t::text AS row FROM ${table} t WHERE t::text LIKE $1 AND t::text NOT LIKE $2 ORDER BY 1`,
      [`%${text}%`, `%${without}%`],
    );
    if (rows.length > 0) found[table] = rows.map(({ row }) => row);
  }
  return found;
}

async function columnsWith(text: string): Promise<{ with: Set<string>; all: string[] }> {
  const columns = await database.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('bigint', 'text', 'jsonb', 'ARRAY', 'json', 'character varying')`,
  );
  const holding = new Set<string>();
  for (const { table, column } of columns) {
    const [row] = await database.query(`SELECT FROM ${table} WHERE ${column}::text LIKE $1 LIMIT 1`, [
      `%${text}%`,
    ]);
    if (row) holding.add(`${table}.${column}`);
  }
  return { with: holding, all: columns.map(({ table, column }) => `${table}.${column}`) };
}

async function othersEntries(guildId: string, member: string): Promise<Row[]> {
  return database.query(
    `SELECT to_jsonb(e) AS entry FROM entries e
      WHERE guild_id = $1 AND author_id NOT IN ($2, 0) ORDER BY number`,
    [guildId, member],
  );
}

async function brokenChecks(): Promise<string[]> {
  const checks = await database.query<{ table: string; name: string; expression: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_expr(conbin, conrelid) AS expression
       FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  const broken: string[] = [];
  for (const { table, name, expression } of checks) {
    const rows = await database.query(`SELECT FROM ${table} WHERE NOT (${expression})`);
    if (rows.length > 0) broken.push(name);
  }
  return broken;
}

describe.each<{
  outcome: EntryOutcome;
  guildId: string;
  member: Someone;
  second: Someone;
  other: Someone;
  messageId: number;
}>([
  {
    outcome: 'removed',
    guildId: '700000000000000001',
    member: someone('812345678901234567', 'Amina'),
    second: someone('823456789012345678', 'Kofi'),
    other: someone('834567890123456789', 'Wanjiru'),
    messageId: 10_000,
  },
  {
    outcome: 'kept',
    guildId: '700000000000000002',
    member: someone('845678901234567890', 'Esi'),
    second: someone('856789012345678901', 'Tunde'),
    other: someone('867890123456789012', 'Zola'),
    messageId: 20_000,
  },
])('forgotten, entries $outcome', ({ outcome, guildId, member, second, other, messageId }) => {
  let numbers: FullGuild;
  let secondsRows: Record<string, string[]>;
  let entriesBefore: Row[];
  let exported: string;
  let namedTables: string[];
  const entry = async (number: number): Promise<Row | undefined> =>
    (await database.query('SELECT * FROM entries WHERE guild_id = $1 AND number = $2', [guildId, number]))[0];

  beforeAll(async () => {
    await fillGuild(dataSource(), guildId, { member: second, other, messageId });
    await database.query('DELETE FROM cards WHERE guild_id = $1', [guildId]);
    await database.query('DELETE FROM profiles WHERE guild_id = $1 AND user_id = $2', [guildId, other.id]);
    numbers = await fillGuild(dataSource(), guildId, { member, other, messageId: messageId + 2000 });
    await new SearchIndex(dataSource()).catchUp(guildId);
    const asked = { period: 'all', since: new Date(0), weekAnchor: at } as const;
    await new PointsStore(dataSource()).catchUp(guildId, asked);
    // Marks the points of all authors as changed.
    await database.query('UPDATE entries SET created_at = created_at WHERE guild_id = $1', [guildId]);
  });

  it('begins with a member in every table and column that can hold one', async () => {
    namedTables = Object.keys(await rowsWith(member.id));
    const unhandled = (await tables()).filter((table) => !namedTables.includes(table) && !elsewhere[table]);
    expect(unhandled).toEqual([]);
    const columns = await columnsWith(member.id);
    const missing = columns.all.filter((column) => {
      const [table = '', name = ''] = column.split('.');
      return (
        !elsewhere[table] && !elsewhereColumns[name] && !elsewhereColumns[column] && !columns.with.has(column)
      );
    });
    expect(missing).toEqual([]);
  });

  it('are told of every table that names them, in one file', async () => {
    const { content, isEmpty } = await rights().export(guildId, member.id);
    exported = content.toString();
    expect(isEmpty).toBe(false);
    for (const table of [...namedTables, 'audit_log', 'audit_notes'])
      expect(exported).toContain(`"${table}"`);
    for (const text of [
      'Muted for shouting',
      'What they decided',
      'Zanzibarquirk of mine',
      'Half of it',
      'mine too.md',
      'I do not like it',
    ])
      expect(exported).toContain(text);
    // What others keep to themselves stays theirs.
    for (const text of ['It names', 'Because of', 'From <@', `Ask <@${member.id}>`])
      expect(exported).not.toContain(text);
    expect(exported).not.toMatch(/"by": "8/);
  });

  it('are gone from every row of every table, and no bound is broken', async () => {
    secondsRows = await rowsWith(second.id, member.id);
    entriesBefore = await othersEntries(guildId, member.id);
    const [{ last }] = (await database.query('SELECT last_number AS last FROM guilds WHERE id = $1', [
      guildId,
    ])) as [Row];
    const { removed, kept } = await rights().forget(guildId, member.id, outcome);
    expect({ removed, kept }).toEqual(
      outcome === 'removed' ? { removed: 4, kept: 1 } : { removed: 1, kept: 4 },
    );
    expect(await rowsWith(member.id)).toEqual({});
    expect(await brokenChecks()).toEqual([]);
    expect(await database.query('SELECT last_number AS last FROM guilds WHERE id = $1', [guildId])).toEqual([
      { last },
    ]);
  });

  it('leave others as they were, but for their name', async () => {
    expect(await rowsWith(second.id)).toMatchObject(
      Object.fromEntries(Object.keys(secondsRows).map((table) => [table, expect.anything()])),
    );
    const now = await rowsWith(second.id);
    // Who was named together with them has one row more that can be compared now.
    for (const [table, rows] of Object.entries(secondsRows))
      expect(now[table]).toEqual(expect.arrayContaining(rows));
    const former = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value)
          .replace(/https?:[^"\s]*/g, (link) => link.replaceAll(member.id, 'a-former-member'))
          .replaceAll(`with-${member.id}`, 'with-a-former-member')
          .replaceAll(`<@${member.id}>`, 'a former member')
          .replaceAll(`<@!${member.id}>`, 'a former member')
          .replaceAll(`${member.id}\u0301`, 'a former membeŕ'),
      );
    const expected = former(entriesBefore) as { entry: Row }[];
    for (const { entry } of expected) {
      for (const column of ['accepted_by', 'deleted_by', 'lost_acceptance_by'])
        if (String(entry[column]) === String(Number(member.id))) entry[column] = 0;
    }
    expect(await othersEntries(guildId, member.id)).toEqual(expected);
  });

  it('keeps what others answered whole, and nothing else of theirs unless they chose so', async () => {
    expect(await entry(numbers.answered)).toMatchObject({
      author_id: '0',
      title: 'Who knows this one?',
      deleted_at: null,
    });
    expect(await entry(numbers.answer)).toMatchObject({ author_id: other.id, accepted_by: '0' });
    const gone = { removed: undefined, kept: expect.objectContaining({ author_id: '0' }) }[outcome];
    for (const number of [numbers.learning, numbers.unanswered, numbers.solution])
      expect(await entry(number)).toEqual(gone);
  });

  it('opens the challenge again that a removed solution had solved, and tells its asker', async () => {
    const told = await database.query(
      `SELECT (payload ->> 'entryNumber')::integer AS entry_number FROM outbox_messages
        WHERE guild_id = $1 AND member_id = $2 AND payload ->> 'kind' = 'challenge-reopened'`,
      [guildId, other.id],
    );
    expect(told).toEqual(outcome === 'removed' ? [{ entry_number: numbers.solved }] : []);
  });

  it('forgets words that nobody else used', async () => {
    const words = await database.query(
      `SELECT word FROM vocabulary WHERE guild_id = $1 AND word = 'zanzibarquirk'`,
      [guildId],
    );
    // The second member has the word too.
    expect(words).toHaveLength(1);
    await rights().forget(guildId, second.id, 'removed');
    const left = await database.query(
      `SELECT word FROM vocabulary WHERE guild_id = $1 AND word = 'zanzibarquirk'`,
      [guildId],
    );
    expect(left).toHaveLength(outcome === 'removed' ? 0 : 1);
  });

  it('leaves a mute that runs, without whose it is, and every message that may name them', async () => {
    const mutes = await database.query(
      'SELECT muted_until FROM muted_hashes WHERE guild_id = $1 AND hash = $2',
      [guildId, hashOf(guildId, member.id)],
    );
    expect(mutes).toHaveLength(1);
    const updates = await database.query(
      'SELECT kind, count(*)::integer AS count FROM message_updates WHERE guild_id = $1 AND hash = $2 GROUP BY 1 ORDER BY 1',
      [guildId, hashOf(guildId, member.id)],
    );
    expect(Object.fromEntries(updates.map(({ kind, count }) => [kind, count]))).toMatchObject(
      outcome === 'removed'
        ? { removed: expect.any(Number), card: 2, digest: 1, later: 1 }
        : { card: 5, digest: 1, later: 1 },
    );
    const stale = await database.query(
      'SELECT entry_number FROM cards WHERE guild_id = $1 AND stale_since IS NOT NULL ORDER BY 1',
      [guildId],
    );
    expect(stale.map((card) => card['entry_number'])).toEqual(
      expect.arrayContaining([
        numbers.naming,
        numbers.answered,
        numbers.answer,
        numbers.plain,
        numbers.solved,
      ]),
    );
    expect(await rights().export(guildId, member.id)).toMatchObject({ isEmpty: true });
  });
});

it('lets go of a mute that outlived its member once it is over', async () => {
  const until = (hours: number | null) => hours && new Date(at.getTime() + hours * 3_600_000);
  const [guild, ended, running, endless] = ['700000000000000003', '1', '2', '3'];
  await database.query('INSERT INTO guilds (id, created_at) VALUES ($1, $2)', [guild, at]);
  for (const [member, end] of [
    [ended, until(-1)],
    [running, until(1)],
    [endless, null],
  ] as const) {
    const row = [guild, hashOf(guild, member ?? ''), end];
    await database.query('INSERT INTO muted_hashes (guild_id, hash, muted_until) VALUES ($1, $2, $3)', row);
  }
  await rights().removeEnded();
  const left = await database.query<{ hash: Buffer }>('SELECT hash FROM muted_hashes WHERE guild_id = $1', [
    guild,
  ]);
  const hashes = left.map(({ hash }) => hash.toString('hex')).sort();
  expect(hashes).toEqual([running, endless].map((id) => hashOf(guild, id ?? '').toString('hex')).sort());
});

it('leaves nothing in any table of a guild that the bot left a month ago', async () => {
  const guildId = '700000000000000001';
  expect(Object.keys(await rowsWith(guildId))).toEqual(
    expect.arrayContaining(['message_updates', 'audit_log', 'reports']),
  );
  await database.query('UPDATE guilds SET left_at = $2 WHERE id = $1', [guildId, at]);
  expect(await new GuildStore(dataSource()).eraseLeft(new Date(at.getTime() + 1))).toEqual([guildId]);
  expect(await rowsWith(guildId)).toEqual({});
});
