/** The database of a bot without `DATABASE_URL`: a real Postgres from an npm package, started and stopped with it. */
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { findBinaries } from './embedded-postgres/binaries.js';
import {
  majorOf,
  openDataDirectory,
  ownerOf,
  prepareCluster,
  SUPERUSER,
} from './embedded-postgres/data-directory.js';
import { EmbeddedPostgresError } from './embedded-postgres/error.js';
import { chooseIdentity, type RootStrategy } from './embedded-postgres/identity.js';
import { type OwnerLock, takeOwnerLock } from './embedded-postgres/owner-lock.js';
import { type Endpoint, runServer, SOCKET_PORT } from './embedded-postgres/server.js';

export { EmbeddedPostgresError };

export interface EmbeddedPostgresOptions {
  /** The server's data live in its folder `postgres`; created when missing. */
  dataDirectory: string;
  /** Created when missing. */
  database: string;
  log?: (level: 'info' | 'warn' | 'debug', message: string) => void;
  /** A directory with `initdb` and `postgres` to use in place of the npm package's. */
  binaries?: string;
  /** Settings of the server in place of its own, for example `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
  /** How a start as root gives up that identity; chosen when left out. */
  asRoot?: RootStrategy;
}

export interface EmbeddedPostgres {
  /** The connection URL (`postgres://…`) of one of the server's databases, with a password: not for logs. */
  url(database: string): string;
  /** The server's major version. */
  major: number;
  /** Stops the server (within 8 seconds, by force if need be) and frees the data for another process. */
  stop(): Promise<void>;
}

/**
 * Starts the server whose data live in `${dataDirectory}/postgres`, first making them on the first start, and keeps
 * it running: one that dies is started again. One left behind by a killed process is stopped first.
 * No other user of the machine gets in: it listens on a private socket, or on the loopback, and asks for a
 * random password.
 *
 * @throws {EmbeddedPostgresError} whose message is a plain sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const binaries = options.binaries ?? (await findBinaries());
    const dataDirectory = await openDataDirectory(options.dataDirectory);
    const lock = await takeOwnerLock(dataDirectory);
    try {
      return await startOwned(options, binaries, dataDirectory, lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedPostgresError(
      `The embedded Postgres cannot be used (${reason}): fix that, or set DATABASE_URL to a Postgres 15 or later.`,
      { cause },
    );
  }
}

async function startOwned(
  options: EmbeddedPostgresOptions,
  binaries: string,
  dataDirectory: string,
  lock: OwnerLock,
): Promise<EmbeddedPostgres> {
  const { log = () => undefined, settings = {} } = options;
  const cluster = join(dataDirectory, 'postgres');
  const identity = await chooseIdentity(binaries, await ownerOf(cluster), options.asRoot);
  const { password, created } = await prepareCluster(cluster, identity, settings.fsync !== 'off');
  if (created) log('info', `A new database was created in ${cluster}.`);

  const logFile = join(dataDirectory, 'postgres.log');
  const server = await runServer({ cluster, logFile, identity, binaries, settings, log });
  const url = (database: string): string => databaseUrl(server.endpoint, password, database);
  try {
    await ensureDatabase(url('postgres'), options.database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  log('debug', `PostgreSQL ${identity.version} serves ${cluster}.`);

  const stop = async (): Promise<void> => {
    await server.stop();
    await lock.release();
  };
  let stopped: Promise<void> | undefined;
  return { url, major: majorOf(identity.version), stop: () => (stopped ??= stop()) };
}

/** The port is named too: the driver would take PGPORT otherwise. */
function databaseUrl(endpoint: Endpoint, password: string, database: string): string {
  const name = encodeURIComponent(database);
  return 'port' in endpoint
    ? `postgres://${SUPERUSER}:${password}@127.0.0.1:${endpoint.port}/${name}`
    : `postgres://${SUPERUSER}:${password}@localhost:${SOCKET_PORT}/${name}?host=${encodeURIComponent(endpoint.socketDirectory)}`;
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new Client(adminUrl);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
