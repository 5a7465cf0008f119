/** Databases that the bot can't work with: one sentence each, and nothing is left half made. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { knownMigrations, migrateDatabase } from '../../src/platform/database.js';
import { readDatabaseAddress } from '../../src/platform/database-address.js';
import { checkDatabase } from '../../src/platform/database-check.js';
import { DatabaseProblem, explainDatabaseError } from '../../src/platform/database-problem.js';
import { useDatabase } from '../support/postgres.js';
import { type SwallowingProxy, startSwallowingProxy, targetOf } from '../support/swallowing-proxy.js';
import { databaseUrl } from '../support/template-database.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const database = useDatabase();
const { adminUrl } = inject('testDatabases');
const suffix = `${process.pid}_${Date.now().toString(36)}`;
const role = `learner_${suffix}`;
const empty = `empty_${suffix}`;

async function asAdmin(url: string, ...statements: string[]): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await asAdmin(adminUrl, `CREATE ROLE ${role} LOGIN PASSWORD 'right'`, `CREATE DATABASE ${empty}`);
});
afterAll(async () => {
  await asAdmin(adminUrl, `DROP DATABASE ${empty} WITH (FORCE)`, `DROP ROLE ${role}`);
});

/** The sentence for an address that is changed by the test. */
async function problemOf(
  url: string,
  change: (address: URL) => void = () => undefined,
): Promise<DatabaseProblem> {
  const address = new URL(url);
  change(address);
  const error = await checkDatabase(readDatabaseAddress(address.href), knownMigrations()).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseProblem);
  const problem = error as DatabaseProblem;
  expect(problem.message).toMatch(/^[^\n]+[.;]$/);
  expect(problem.message).not.toContain('right');
  return problem;
}

const emptyUrl = () => databaseUrl(adminUrl, empty);
const asRole = (address: URL) => {
  address.username = role;
  address.password = 'right';
};
const tablesOf = async (url: string) => {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query(
    `SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  await client.end();
  return rows.length;
};

describe('a database that is in order', () => {
  it('is used as it is, migrated or empty', async () => {
    await checkDatabase(readDatabaseAddress(database.url), knownMigrations());
    await checkDatabase(readDatabaseAddress(emptyUrl()), knownMigrations());
    expect(await tablesOf(emptyUrl())).toBe(0);
  });
});

describe('the sentence', () => {
  it('for a wrong password names the user and the variable', async () => {
    const { message, isPassing } = await problemOf(database.url, (address) => {
      asRole(address);
      address.password = 'wrong';
    });
    expect(message).toMatch(new RegExp(`refuses the user "${role}".*DATABASE_URL`));
    expect(isPassing).toBe(false);
  });

  it('for a database that is not there says how to create it', async () => {
    const { message } = await problemOf(databaseUrl(adminUrl, `none_${suffix}`));
    expect(message).toMatch(/no database "none_.*createdb/);
  });

  it('for an unreachable host names it, and is temporary', async () => {
    const { message, isPassing } = await problemOf('postgres://nexus@no-such-host.invalid/nexus');
    expect(message).toMatch(/No host is named "no-such-host\.invalid".*DATABASE_URL|doesn't answer/);
    expect(isPassing).toBe(true);
  });

  it.each([
    ['EAI_AGAIN', /"db\.example" can't be looked up at the moment: .*DNS.*DATABASE_URL/],
    ['EHOSTUNREACH', /db\.example:5432 doesn't answer \(no route\): .*network.*DATABASE_URL/],
    ['ETIMEDOUT', /db\.example:5432 doesn't answer/],
  ])('for a network that says %s names the variable, and is temporary', (code, sentence) => {
    const error = Object.assign(new Error('no route'), { code });
    const problem = explainDatabaseError(error, { host: 'db.example' });
    expect(problem?.message).toMatch(sentence);
    expect(problem?.isPassing).toBe(true);
  });

  it('for a port where nothing listens names PGPORT when it comes from there', async () => {
    process.env['PGPORT'] = '1';
    try {
      const { message, isPassing } = await problemOf('postgres://nexus@127.0.0.1/nexus');
      expect(message).toMatch(/127\.0\.0\.1:1.*PGPORT/);
      expect(isPassing).toBe(true);
    } finally {
      delete process.env['PGPORT'];
    }
  });

  it('for a server without encryption, where it is required', async () => {
    if (new URL(database.url).searchParams.has('host')) return;
    const { message } = await problemOf(database.url, (address) =>
      address.searchParams.set('sslmode', 'require'),
    );
    expect(message).toMatch(/no encryption.*sslmode/);
  });

  it('for a role that may not create tables, of which none is left', async () => {
    const { message } = await problemOf(emptyUrl(), asRole);
    expect(message).toMatch(/GRANT CREATE ON SCHEMA "public"/);
    expect(await tablesOf(emptyUrl())).toBe(0);
  });

  it('for a role that may not create extensions gives the statements', async () => {
    await asAdmin(emptyUrl(), `GRANT CREATE ON SCHEMA public TO ${role}`);
    const { message } = await problemOf(emptyUrl(), asRole);
    expect(message).toMatch(/administrator.*CREATE EXTENSION btree_gin; .*CREATE EXTENSION unaccent;/);
    await asAdmin(
      emptyUrl(),
      ...['btree_gin', 'btree_gist', 'fuzzystrmatch', 'unaccent'].map((name) => `CREATE EXTENSION ${name}`),
    );
    const address = new URL(emptyUrl());
    asRole(address);
    await checkDatabase(readDatabaseAddress(address.href), knownMigrations());
    expect((await migrateDatabase(address.href)).length).toBe(knownMigrations().length);
  });

  it('for a search_path without a schema, and for one that misses the tables', async () => {
    await asAdmin(database.url, `ALTER ROLE ${role} SET search_path = nowhere`);
    expect((await problemOf(emptyUrl(), asRole)).message).toMatch(/schema "public".*ALTER ROLE/);
    await asAdmin(database.url, 'CREATE SCHEMA aside', `ALTER ROLE ${role} SET search_path = aside`);
    const { message } = await problemOf(database.url, asRole);
    expect(message).toMatch(/schema "public".*search_path is aside: run ALTER ROLE/);
    await asAdmin(database.url, 'DROP SCHEMA aside', `ALTER ROLE ${role} RESET search_path`);
  });

  it('for a database of a newer version names its migration', async () => {
    const [newest, ...known] = knownMigrations().reverse();
    const error = await checkDatabase(readDatabaseAddress(database.url), known).catch(
      (reason: unknown) => reason,
    );
    expect(newest).toBeDefined();
    expect(error).toBeInstanceOf(DatabaseProblem);
    expect((error as Error).message).toMatch(/newer version of Nexus \(\w+\)/);
  });
});

const pgbouncer = process.env['TEST_PGBOUNCER'] ?? 'pgbouncer';
const hasPgBouncer = spawnSync(pgbouncer, ['--version']).status === 0;

/** The pooler of the system, or the one that TEST_PGBOUNCER names; without one these are shown as skipped. */
describe.skipIf(!hasPgBouncer)('PgBouncer', () => {
  const directory = useTemporaryDirectory();
  let running: ChildProcess | undefined;
  const ways: SwallowingProxy[] = [];
  afterAll(async () => {
    running?.kill('SIGKILL');
    for (const way of ways) await way.close();
  });

  async function pooled(mode: 'session' | 'transaction', port: number): Promise<string> {
    const target = new URL(database.url);
    // The embedded server's socket can be entered by its own user alone.
    const way = await startSwallowingProxy(targetOf(database.url));
    ways.push(way);
    const name = target.pathname.slice(1);
    const settings = join(directory, `${mode}.ini`);
    chmodSync(directory, 0o755);
    const users = join(directory, 'users.txt');
    writeFileSync(users, `"${target.username}" "${decodeURIComponent(target.password)}"\n`);
    writeFileSync(
      settings,
      `[databases]\n${name} = host=127.0.0.1 port=${way.port} dbname=${name}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = plain\nauth_file = ${users}\npool_mode = ${mode}\n`,
    );
    running?.kill('SIGKILL');
    const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    running = spawn(pgbouncer, [settings], { stdio: 'ignore', ...identity });
    await expect
      .poll(
        () =>
          new Promise((resolve) => {
            const socket = connect(port, '127.0.0.1');
            socket
              .once('connect', () => resolve(socket.destroy() && true))
              .once('error', () => resolve(false));
          }),
      )
      .toBe(true);
    return `postgres://${target.username}:${target.password}@127.0.0.1:${port}/${name}`;
  }

  it('in session mode works', async () => {
    const url = await pooled('session', 26_432);
    await checkDatabase(readDatabaseAddress(url), knownMigrations());
    expect(await migrateDatabase(url)).toEqual([]);
  });

  it('in transaction mode is recognized and refused', async () => {
    const url = await pooled('transaction', 26_433);
    const { message } = await problemOf(url);
    expect(message).toMatch(/transaction mode.*pool_mode = session/);
  });
});
