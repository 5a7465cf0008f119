/** Backup and restore, with `docker` replaced by the tools of the Postgres that is tested on (the npm package has none). */
import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database.js';
import { oneQuery } from '../support/one-query.js';
import { databaseUrl, dropDatabase } from '../support/template-database.js';
import { makeTemporaryDirectory } from '../support/temporary-directory.js';

const { TEST_POSTGRES_BIN: binaries } = process.env;
const script = fileURLToPath(new URL('../../deploy/backup.sh', import.meta.url));

/** Runs what is to run in the database's container, and writes down what happens to the bot's. */
const docker = `#!/usr/bin/env bash
while [[ $1 != exec && $1 != stop && $1 != up ]]; do shift; done
if [[ $1 == exec ]]; then shift 3; exec "$@"; fi
echo "$*" >> "$DOCKER_LOG"
`;

describe.skipIf(!binaries)('deploy/backup.sh', () => {
  const { adminUrl } = inject('testDatabases');
  const url = databaseUrl(adminUrl, 'nexus');
  let directory: ReturnType<typeof makeTemporaryDirectory>;
  let file: string;
  let log: string;

  beforeAll(async () => {
    directory = makeTemporaryDirectory();
    file = join(directory.path, 'backup.dump');
    log = join(directory.path, 'docker.log');
    writeFileSync(join(directory.path, 'docker'), docker);
    chmodSync(join(directory.path, 'docker'), 0o755);
    await oneQuery(adminUrl, 'CREATE DATABASE nexus');
    await migrateDatabase(url);
  });
  afterAll(async () => {
    await dropDatabase(adminUrl, 'nexus');
    await dropDatabase(adminUrl, 'nexus_restored');
    directory.remove();
  });

  async function run(...args: string[]): Promise<string> {
    const { searchParams, hostname, port, password } = new URL(adminUrl);
    const { stdout } = await promisify(execFile)(script, args, {
      env: {
        PATH: `${directory.path}:${binaries}:${process.env.PATH}`,
        DOCKER_LOG: log,
        PGHOST: searchParams.get('host') ?? hostname,
        PGPORT: port || '5432',
        PGPASSWORD: password,
      },
    });
    return stdout;
  }

  it('puts back what was saved, in place of everything that came later', async () => {
    await oneQuery(url, "INSERT INTO guilds (id, created_at) VALUES (1, '2026-01-01')");
    expect(await run('save', file)).toBe(`Saved to ${file}.\n`);

    await oneQuery(url, "INSERT INTO guilds (id, created_at) VALUES (2, '2026-01-01')");
    await oneQuery(url, 'CREATE TABLE of_a_later_version (id integer)');
    expect(await run('restore', file)).toBe(`Restored from ${file}.\n`);

    expect(await oneQuery(url, 'SELECT id FROM guilds')).toEqual(['1']);
    expect(await oneQuery(url, "SELECT to_regclass('of_a_later_version')")).toEqual([null]);
    expect(await migrateDatabase(url)).toEqual([]);
    expect(readFileSync(log, 'utf8')).toBe('stop bot\nup --detach bot\n');
  });

  it('leaves the database alone when the backup is damaged', async () => {
    const damaged = join(directory.path, 'damaged.dump');
    writeFileSync(damaged, readFileSync(file).subarray(0, 2_000));
    writeFileSync(log, '');
    await expect(run('restore', damaged)).rejects.toThrow('pg_restore');
    expect(await oneQuery(url, 'SELECT id FROM guilds')).toEqual(['1']);
    expect(readFileSync(log, 'utf8')).toBe('');
  });

  it('leaves an earlier backup alone when it breaks off', async () => {
    const before = readFileSync(file);
    await oneQuery(adminUrl, 'ALTER DATABASE nexus RENAME TO nexus_away');
    await expect(run('save', file)).rejects.toThrow('pg_dump');
    await oneQuery(adminUrl, 'ALTER DATABASE nexus_away RENAME TO nexus');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
