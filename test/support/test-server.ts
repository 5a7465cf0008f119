/** The database server of the tests: an embedded Postgres for this run alone, or one named by the environment. */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';

export interface TestServer {
  /** The URL of a database from which others can be created and dropped. */
  adminUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the server.
 * - `TEST_DATABASE_URL`: an existing server is used instead, through this URL of a user who may create databases.
 * - `TEST_POSTGRES_BIN`: the programs of another Postgres, for example `/usr/lib/postgresql/15/bin` of Debian.
 */
export async function startTestServer(): Promise<TestServer> {
  const { TEST_DATABASE_URL: adminUrl, TEST_POSTGRES_BIN: binaries } = process.env;
  if (adminUrl) return { adminUrl, stop: async () => undefined };

  const dataDirectory = await mkdtemp(join(tmpdir(), 'nexus-test-'));
  const removeNow = (): void => rmSync(dataDirectory, { recursive: true, force: true });
  process.once('exit', removeNow);
  const server = await startEmbeddedPostgres({
    dataDirectory,
    database: 'postgres',
    binaries,
    // What a test wrote need not survive the machine's loss of power.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    process.off('exit', removeNow);
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return { adminUrl: server.url('postgres'), stop };
}
