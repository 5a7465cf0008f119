/** The database server of the tests: an embedded Postgres for this run only, or one named by the environment. */
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { makeTemporaryDirectory, removeAbandonedDirectories } from './temporary-directory.js';

export interface TestServer {
  /** The URL of a database from which others can be created and dropped. */
  adminUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the server.
 * - `TEST_DATABASE_URL`: use an existing server instead, through this URL of a user who can create databases.
 * - `TEST_POSTGRES_BIN`: the binaries of another Postgres, for example `/usr/lib/postgresql/15/bin` of Debian.
 */
export async function startTestServer(): Promise<TestServer> {
  const { TEST_DATABASE_URL: adminUrl, TEST_POSTGRES_BIN: binaries } = process.env;
  if (adminUrl) return { adminUrl, stop: async () => undefined };

  await removeAbandonedDirectories();
  const directory = makeTemporaryDirectory();
  const server = await startEmbeddedPostgres({
    dataDirectory: directory.path,
    database: 'postgres',
    binaries,
    // What a test wrote doesn't need to survive a power failure.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    directory.remove();
  };
  return { adminUrl: server.url('postgres'), stop };
}
