/** deploy/backup.sh, with `docker` replaced by the programs that would run in the bot's container. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../support/postgres.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const database = useDatabase();
const directory = useTemporaryDirectory();
const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(directory, 'nexus.backup');
const log = join(directory, 'docker.log');

/** Runs what is to run in the bot's container, and writes down what happens to the containers. */
const docker = `#!/usr/bin/env bash
while [[ $1 != exec && $1 != run && $1 != stop && $1 != up ]]; do shift; done
echo "$*" >> "$DOCKER_LOG"
if [[ $1 == exec || $1 == run ]]; then while [[ $1 != node ]]; do shift; done; cd "$PROJECT"; exec "$@"; fi
`;

async function run(...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(join(root, 'deploy/backup.sh'), args, {
    env: {
      PATH: `${directory}:${process.env['PATH']}`,
      DOCKER_LOG: log,
      PROJECT: root,
      DATABASE_URL: database.url,
    },
  });
  return stdout + stderr;
}
const guilds = async () => (await database.query('SELECT id FROM guilds ORDER BY id')).map(({ id }) => id);

beforeAll(() => {
  writeFileSync(join(directory, 'docker'), docker);
  chmodSync(join(directory, 'docker'), 0o755);
});
beforeEach(() => writeFileSync(log, ''));

it('puts back what was saved, with the bot stopped meanwhile', async () => {
  await database.query("INSERT INTO guilds (id, created_at) VALUES (1, '2026-01-01')");
  expect(await run('save', file)).toContain(`Saved to ${file}.`);
  await database.query("INSERT INTO guilds (id, created_at) VALUES (2, '2026-01-01')");
  writeFileSync(log, '');
  expect(await run('restore', file)).toMatch(/Restored \d+ rows/);
  expect(await guilds()).toEqual(['1']);
  const steps = readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(steps).toEqual(['run', 'stop', 'run', 'up', '']);
});

it('leaves bot and database alone when the backup is damaged', async () => {
  const damaged = join(directory, 'damaged.backup');
  writeFileSync(damaged, readFileSync(file).subarray(0, 500));
  await expect(run('restore', damaged)).rejects.toThrow(/cut off|damaged/);
  expect(await guilds()).toEqual(['1']);
  expect(readFileSync(log, 'utf8')).not.toMatch(/^stop/m);
});

it('leaves an earlier backup alone when it breaks off', async () => {
  const before = readFileSync(file);
  writeFileSync(join(directory, 'node'), '#!/bin/sh\nhead -c 100 /dev/zero\nexit 1\n');
  chmodSync(join(directory, 'node'), 0o755);
  await expect(run('save', file)).rejects.toThrow();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}.unfinished`)).toBe(false);
});
