/** The switch that takes the embedded database down: connections are refused meanwhile, and everything works afterwards. */
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseSwitch } from '../../../scripts/session/database-switch.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/embedded-postgres.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const dataDirectory = useTemporaryDirectory();
let server: EmbeddedPostgres;
const start = () => startEmbeddedPostgres({ dataDirectory, database: 'nexus', settings: { fsync: 'off' } });

beforeAll(async () => {
  server = await start();
});
afterAll(() => server.stop());

const isOnWindows = process.platform === 'win32';
const database = databaseSwitch(join(dataDirectory, 'postgres'));

async function connected(): Promise<Client> {
  const client = new Client(server.url('nexus'));
  client.on('error', () => {});
  await client.connect();
  return client;
}

it.skipIf(isOnWindows)('ends connections, refuses new ones, and restores everything', async () => {
  const client = await connected();
  await client.query('CREATE TABLE kept AS SELECT 7 AS number');
  await database.set(true);
  await expect(client.query('SELECT 1')).rejects.toThrow();
  await expect(connected()).rejects.toMatchObject({ code: 'ENOENT' });
  await database.set(false);
  const again = await connected();
  expect((await again.query('SELECT number FROM kept')).rows).toEqual([{ number: 7 }]);
  await again.end();
});

it.skipIf(isOnWindows)('is undone by a server that restarts, and by switching back afterwards', async () => {
  await database.set(true);
  await server.stop();
  await database.set(false);
  server = await start();
  await (await connected()).end();
  await database.set(true);
  await server.stop();
  server = await start();
  await database.set(false);
  await (await connected()).end();
});

it('says why a given database cannot be taken down', () => {
  expect(databaseSwitch(undefined).unavailable).toContain('DATABASE_URL');
});
