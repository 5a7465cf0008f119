/** The life of the embedded Postgres: started, stopped, killed, left behind, fought over. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { oneQuery } from '../support/one-query.js';
import { PostgresOwner } from '../support/postgres-owner.js';
import { isAlive } from '../support/processes.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const temporary = useTemporaryDirectory();
/** Kept from test to test, as an operator's folder is from day to day. */
const dataDirectory = join(temporary, 'data');
const cluster = join(dataDirectory, 'postgres');
const running: EmbeddedPostgres[] = [];
const owners: PostgresOwner[] = [];

async function start(directory = dataDirectory, log = (_message: string) => {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataDirectory: directory,
    database: 'nexus',
    settings: { fsync: 'off' },
    log: (_level, message) => log(message),
  });
  running.push(server);
  return server;
}

async function beginOwner(): Promise<PostgresOwner> {
  const owner = await PostgresOwner.begin();
  owners.push(owner);
  return owner;
}

/** The process id of the server of a data directory. */
function postmasterId(directory = dataDirectory): number {
  return Number.parseInt(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

beforeAll(async () => {
  const server = await start();
  await server.stop();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await Promise.all(owners.splice(0).map((owner) => owner.signal('SIGKILL')));
});

describe('a start', () => {
  it('makes a new server with the database, durable, closed to the network and to strangers', async () => {
    const server = await startEmbeddedPostgres({
      dataDirectory: join(temporary, 'other'),
      database: 'nexus',
    });
    running.push(server);
    const url = server.url('nexus');
    expect(server.major).toBe(18);
    expect(await oneQuery(url, 'SELECT current_database(), 1 + 1')).toEqual(['nexus', 2]);
    expect(
      await oneQuery(url, "SELECT current_setting('fsync'), current_setting('synchronous_commit')"),
    ).toEqual(['on', 'on']);
    expect(await oneQuery(url, "SELECT current_setting('listen_addresses')")).toEqual(['']);
    expect(await oneQuery(url, 'SELECT inet_server_addr()')).toEqual([null]);

    const stranger = new URL(url);
    stranger.password = 'guessed';
    await expect(oneQuery(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('handles the letters of every language', async () => {
    const url = (await start()).url('nexus');
    await oneQuery(url, 'CREATE EXTENSION pg_trgm');
    expect(await oneQuery(url, "SELECT lower('ÉCOLE ИЖ'), similarity('ÉCOLE', 'école')::float")).toEqual([
      'école иж',
      1,
    ]);
    expect(await oneQuery(url, "SELECT array_length(show_trgm('éé'), 1)")).toEqual([3]);
  });

  it('keeps the data of the one before', async () => {
    const before = await start();
    await oneQuery(before.url('nexus'), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await before.stop();
    const after = await start();
    expect(await oneQuery(after.url('nexus'), 'SELECT answer FROM kept')).toEqual([42]);
  });

  it('listens on the loopback alone where the path is too long for a socket', async () => {
    const directory = join(temporary, 'long'.repeat(25));
    renameSync(dataDirectory, directory);
    const server = await start(directory);
    const url = new URL(server.url('nexus'));
    expect(url.hostname).toBe('127.0.0.1');
    expect(await oneQuery(url.href, "SELECT current_setting('listen_addresses')")).toEqual(['127.0.0.1']);
    url.password = 'guessed';
    await expect(oneQuery(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
    renameSync(directory, dataDirectory);
  });

  it('refuses the data of another major version and says what to do', async () => {
    const versionFile = join(cluster, 'PG_VERSION');
    const version = readFileSync(versionFile);
    writeFileSync(versionFile, '17\n');
    try {
      await expect(start()).rejects.toThrow(
        `The data in ${cluster} were made by PostgreSQL 17, and this is PostgreSQL 18: ` +
          'set DATABASE_URL to a PostgreSQL 17 that serves them, or move that folder away to begin with an empty database.',
      );
    } finally {
      writeFileSync(versionFile, version);
    }
  });
});

describe('a start that fails', () => {
  it("gives the server's own reason", async () => {
    const settings = { fsync: 'off', max_connections: 'many' };
    await expect(startEmbeddedPostgres({ dataDirectory, database: 'nexus', settings })).rejects.toThrow(
      'The embedded Postgres did not start (invalid value for parameter "max_connections": "many"): ' +
        `see ${join(dataDirectory, 'postgres.log')}, or set DATABASE_URL.`,
    );
  });
});

describe('a stop', () => {
  it('leaves no process, and can be asked for twice', async () => {
    const server = await start();
    const id = postmasterId();
    expect(isAlive(id)).toBe(true);
    await Promise.all([server.stop(), server.stop()]);
    expect(isAlive(id)).toBe(false);
    expect(readdirSync(cluster)).not.toContain('postmaster.pid');
  });

  it('does not wait for connections that are still open', async () => {
    const server = await start();
    const client = new Client(server.url('nexus'));
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('an owner that is killed', () => {
  it('leaves a server that the next start ends', async () => {
    const owner = await beginOwner();
    const { url = '' } = await owner.start(dataDirectory);
    await oneQuery(url, 'CREATE TABLE survivor AS SELECT 7 AS answer');
    const left = postmasterId();
    await owner.signal('SIGKILL');
    expect(isAlive(left)).toBe(true);

    const messages: string[] = [];
    const server = await start(dataDirectory, (message) => messages.push(message));
    expect(messages).toContain('A Postgres left behind by an earlier process was stopped.');
    expect(isAlive(left)).toBe(false);
    expect(await oneQuery(server.url('nexus'), 'SELECT answer FROM survivor')).toEqual([7]);
  });

  it('starts again after it was killed during its first start', async () => {
    const directory = join(temporary, 'interrupted');
    const owner = await beginOwner();
    owner.send({ dataDirectory: directory, at: 0 });
    const unfinished = await vi.waitFor(() => {
      const name = readdirSync(directory).find((entry) => entry.startsWith('postgres-new-')) ?? '';
      expect(readdirSync(join(directory, name, 'data'))).toContain('PG_VERSION');
      return name;
    }, 30_000);
    await owner.signal('SIGKILL');

    const server = await start(directory);
    expect(await oneQuery(server.url('nexus'), 'SELECT 1')).toEqual([1]);
    expect(readdirSync(directory)).not.toContain(unfinished);
  });

  it('does not kill another program that now has the process id of an old lock file', async () => {
    const other = await start(join(temporary, 'other'));
    const otherId = postmasterId(join(temporary, 'other'));
    const bystander = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    try {
      for (const id of [otherId, bystander.pid]) {
        const lines = [id, cluster, 1_700_000_000, 5432, cluster, '', '  1234567         9', 'ready   ', ''];
        writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'), { mode: 0o600 });
        writeFileSync(join(cluster, '.s.PGSQL.5432.lock'), lines.slice(0, 5).join('\n'), { mode: 0o600 });
        const server = await start();
        expect(await oneQuery(server.url('nexus'), 'SELECT 1')).toEqual([1]);
        await server.stop();
      }
      expect(await oneQuery(other.url('nexus'), 'SELECT 1')).toEqual([1]);
      expect(isAlive(bystander.pid ?? 0)).toBe(true);
    } finally {
      bystander.kill();
      await once(bystander, 'exit');
    }
  });
});

describe('two starts at once', () => {
  it('start one server and refuse the other, ten times out of ten', async () => {
    const pair = await Promise.all([beginOwner(), beginOwner()]);
    const contested = join(temporary, 'contested');
    const refusal =
      `Another Nexus is already running with the data in ${contested}: ` +
      'stop that one first, or set NEXUS_DATA_DIR to another directory.';
    for (let round = 0; round < 10; round += 1) {
      const at = Date.now() + 30;
      const answers = await Promise.all(pair.map((owner) => owner.start(contested, at)));
      const refused = answers.filter((answer) => answer.error !== undefined);
      expect(refused).toEqual([{ error: refusal, messages: [] }]);
      const url = answers.find((answer) => answer.url)?.url ?? '';
      expect(await oneQuery(url, 'SELECT 1')).toEqual([1]);
      await Promise.all(pair.map((owner) => owner.stop()));
    }
  });
});

describe('a running server', () => {
  it('is not ended by Ctrl-C on the terminal of the bot', async () => {
    const owner = await beginOwner();
    const { url = '' } = await owner.start(dataDirectory);
    await owner.signal('SIGINT');
    expect(await oneQuery(url, 'SELECT pg_sleep(0.2)::text')).toEqual(['']);
    await owner.stop();
  });

  it('is started again, at the same URL, when it is killed', async () => {
    const server = await start();
    const first = postmasterId();
    process.kill(first, 'SIGKILL');
    await vi.waitFor(async () => expect(await oneQuery(server.url('nexus'), 'SELECT 1')).toEqual([1]), {
      timeout: 30_000,
    });
    expect(postmasterId()).not.toBe(first);
  });
});
