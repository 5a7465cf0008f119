/** Backup and restore: whole, compared, across versions of Postgres, and never at the cost of what is there. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDataSource, migrateDatabase, revertDatabase } from '../../src/platform/database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { catalogueOf } from '../support/catalogue.js';
import { useDatabase } from '../support/postgres.js';
import { copyTemplate, databaseUrl, dropDatabase } from '../support/template-database.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const database = useDatabase();
const directory = useTemporaryDirectory();
const { adminUrl, template } = inject('testDatabases');
const tool = fileURLToPath(new URL('../../dist/database-tool.js', import.meta.url));
const file = join(directory, 'nexus.backup');
const created: string[] = [];
/** Another major version than the one of the tests, where the system has it. */
const otherPrograms = '/usr/lib/postgresql/15/bin';
const hasOther =
  existsSync(join(otherPrograms, 'postgres')) && process.env['TEST_POSTGRES_BIN'] !== otherPrograms;

async function run(url: string, ...args: string[]): Promise<{ said: string; code: number; out: Buffer }> {
  const done = promisify(execFile)(process.execPath, [tool, ...args], {
    cwd: directory,
    encoding: 'buffer',
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
    maxBuffer: 100_000_000,
  });
  done.child.stdin?.end();
  try {
    const { stderr, stdout } = await done;
    return { said: stderr.toString(), code: 0, out: stdout };
  } catch (error) {
    const { stderr, code, stdout } = error as { stderr: Buffer; stdout: Buffer; code: number };
    return { said: stderr.toString(), code, out: stdout };
  }
}

async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const tables = await query<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname <> ALL ('{restores,shard_owners,taken_interactions}') ORDER BY relname`,
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables) {
    rows[name] = (await query<{ row: string }>(url, `SELECT t::text AS row FROM "${name}" t ORDER BY 1`)).map(
      ({ row }) => row,
    );
  }
  return rows;
}

async function catalogue(url: string) {
  const client = new Client(url);
  await client.connect();
  try {
    return await catalogueOf(client);
  } finally {
    await client.end();
  }
}

async function newDatabase(from = template): Promise<string> {
  const name = await copyTemplate(adminUrl, from);
  created.push(name);
  return databaseUrl(adminUrl, name);
}

const nasty = String.raw`a\.b \N \\ tab	end` + '\n\\.\nlast "line" 😀 é';

/** Far longer than what is read at a time. */
const picture = randomBytes(1_048_576);

beforeAll(async () => {
  await database.query(
    `INSERT INTO guilds (id, created_at, last_number) VALUES (1, now(), 3), (2, '2026-01-01T00:00:00.123456Z', 0)`,
  );
  await database.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) VALUES (1, 1, 'Amina', now(), now()), (1, 2, 'Kofi', now(), now())`,
  );
  await database.query(
    `INSERT INTO entries (guild_id, number, type, kind, title, body, author_id, created_at, tags)
     VALUES (1, 1, 'learning', 'concept', 'Back\\slash', $1, 1, now(), '{a,b}'), (1, 2, 'challenge', NULL, 'Why', '', 2, now(), '{}')`,
    [nasty],
  );
  await database.query(
    `INSERT INTO entries (guild_id, number, type, body, author_id, created_at, challenge_number, accepted_at, accepted_by)
     VALUES (1, 3, 'solution', 'So', 1, now(), 2, now(), 2)`,
  );
  await database.query(
    `INSERT INTO saves (guild_id, entry_number, member_id, saved_at) VALUES (1, 1, 2, now())`,
  );
  await database.query(
    `INSERT INTO pictures (guild_id, entry_number, place, file_name, size) VALUES (1, 1, 1, 'picture-1.png', $1)`,
    [picture.length],
  );
  await database.query(
    'INSERT INTO kept_pictures (guild_id, entry_number, place, content) VALUES (1, 1, 1, $1)',
    [picture],
  );
});
afterAll(async () => {
  for (const name of created) await dropDatabase(adminUrl, name);
});

describe('a backup', () => {
  it('is written while the bot works, readable for its owner alone, and checked', async () => {
    const { said, code } = await run(database.url, 'backup', file);
    expect(said).toMatch(new RegExp(`^Saved \\d+ rows of \\d+ tables to ${file}\\.\n$`));
    expect(code).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await run(database.url, 'verify', file)).said).toMatch(/is whole: \d+ rows/);
  });

  it('contains one moment in time, whatever is written meanwhile', async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    expect(text.split('\n')[0]).toMatch(/^\{"nexusBackup":1,.*"migrations":\[\{/);
    expect(text).not.toContain('taken_interactions');
  });

  it('goes to standard output', async () => {
    const { out, said } = await run(database.url, 'backup', '-');
    expect(said).toMatch(/^Saved \d+ rows/);
    expect(gunzipSync(out).toString()).toMatch(/"end":true/);
  });

  it('does not replace an earlier one when it is interrupted', async () => {
    const before = readFileSync(file);
    const gone = await newDatabase();
    await query(adminUrl, `DROP DATABASE "${new URL(gone).pathname.slice(1)}" WITH (FORCE)`);
    expect((await run(gone, 'backup', file)).code).not.toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a restore', () => {
  it('into an empty database gives every table and the same schema', async () => {
    const name = `nexus_restore_${process.pid}`;
    await query(adminUrl, `CREATE DATABASE ${name}`);
    created.push(name);
    const url = databaseUrl(adminUrl, name);
    const { said, code } = await run(url, 'restore', file);
    expect(said).toMatch(/^Restored \d+ rows of \d+ tables, as they were at/);
    expect(code).toBe(0);
    expect(await everything(url)).toEqual(await everything(database.url));
    expect(await catalogue(url)).toEqual(await catalogue(database.url));
    expect(await migrateDatabase(url)).toEqual([]);
    // Sequences go on where they were.
    await query(url, `INSERT INTO guilds (id, created_at) VALUES (3, now())`);
  });

  it('asks before it replaces other data; without a terminal it refuses', async () => {
    const url = await newDatabase();
    await query(url, `INSERT INTO guilds (id, created_at) VALUES (77, now())`);
    await query(url, 'CREATE TABLE of_a_later_version (id integer)');
    const refused = await run(url, 'restore', file);
    expect(refused.said).toMatch(/holds 1 rows.*--yes/);
    expect(refused.code).toBe(1);
    expect(await query(url, 'SELECT id FROM guilds')).toEqual([{ id: '77' }]);
    expect((await run(url, 'restore', file, '--yes')).code).toBe(0);
    expect(await everything(url)).toEqual(await everything(database.url));
  });

  it('of an older version is migrated', async () => {
    const old = await newDatabase();
    await revertDatabase(old);
    const oldFile = join(directory, 'old.backup');
    expect((await run(old, 'backup', oldFile)).code).toBe(0);
    const url = await newDatabase();
    const { said } = await run(url, 'restore', oldFile, '--yes');
    expect(said).toMatch(/\nApplied \w+\.\n$/);
    expect(await catalogue(url)).toEqual(await catalogue(database.url));
  });

  it('is refused while the bot runs', async () => {
    const url = await newDatabase();
    const dataSource = await createDataSource({ url }).initialize();
    const { said, code } = await run(url, 'restore', file, '--yes');
    await dataSource.destroy();
    expect(said).toBe('The bot is running on this database: stop it first.\n');
    expect(code).toBe(1);
  });

  it.each([
    ['empty', () => Buffer.alloc(0), /cut off|no backup/],
    ['something else', () => Buffer.from('hello'), /no backup of Nexus/],
    ['cut off', () => readFileSync(file).subarray(0, readFileSync(file).length - 200), /cut off|damaged/],
    [
      'cut off between two tables',
      () => edited((text) => text.slice(0, text.lastIndexOf('{"table"'))),
      /cut off/,
    ],
    ['changed', () => edited((text) => text.replace('Amina', 'Amira')), /damaged: the rows of members/],
    [
      'without a row',
      () => edited((text) => text.replace(/^.*Kofi.*\n/m, '')),
      /damaged: the rows of members/,
    ],
    [
      'without tables',
      () => edited((text) => `${text.split('\n')[0]}\n{"end":true,"tables":0,"rows":0}\n`),
      /is empty/,
    ],
    [
      'of a newer version',
      () =>
        edited((text) =>
          text.replace(
            '"migrations":[',
            '"migrations":[{"timestamp":9999999999999,"name":"Later9999999999999"},',
          ),
        ),
      /newer version/,
    ],
  ])('of a file that is %s is refused, and everything stays', async (name, content, sentence) => {
    const url = await newDatabase();
    await query(url, `INSERT INTO guilds (id, created_at) VALUES (77, now())`);
    const bad = join(directory, `${name.replaceAll(' ', '-')}.backup`);
    writeFileSync(bad, content());
    const { said, code } = await run(url, 'restore', bad, '--yes');
    expect(said).toMatch(sentence);
    expect(said.trim()).not.toContain('\n');
    expect(code).toBe(1);
    expect(await query(url, 'SELECT id FROM guilds')).toEqual([{ id: '77' }]);
  });

  function edited(change: (text: string) => string): Buffer {
    return gzipSync(change(gunzipSync(readFileSync(file)).toString()));
  }
});

describe.skipIf(!hasOther)('another major version of Postgres', () => {
  let other: EmbeddedPostgres | undefined;
  beforeAll(async () => {
    other = await startEmbeddedPostgres({
      dataDirectory: join(directory, 'other'),
      database: 'nexus',
      binaries: otherPrograms,
      settings: { fsync: 'off' },
    });
  });
  afterAll(() => other?.stop());

  it('takes the backup, and gives one back that is the same', async () => {
    const url = other?.url('nexus') ?? '';
    expect((await run(url, 'restore', file)).said).toMatch(/^Restored/);
    expect(await everything(url)).toEqual(await everything(database.url));
    const there = join(directory, 'there.backup');
    expect((await run(url, 'backup', there)).code).toBe(0);
    const back = await newDatabase();
    expect((await run(back, 'restore', there, '--yes')).said).toMatch(/^Restored/);
    expect(await everything(back)).toEqual(await everything(database.url));
  });
});

describe('db:revert', () => {
  it('says what it would remove, and asks', async () => {
    const url = await newDatabase();
    const [newest] = await query<{ name: string }>(
      url,
      'SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1',
    );
    const refused = await run(url, 'revert');
    expect(refused.said).toMatch(new RegExp(`^Undoing ${newest?.name} removes .*\\. Go on\\? Say --yes`));
    expect(await query(url, 'SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1')).toEqual([newest]);
    expect((await run(url, 'revert', '--yes')).said).toBe(`Undid ${newest?.name}.\n`);
    expect(await query(url, 'SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1')).not.toEqual([
      newest,
    ]);
  });
});
