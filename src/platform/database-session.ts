/** The database for as long as the process runs: given by address or embedded, waited for, migrated, connected. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource, knownMigrations, migrateDatabase } from './database.js';
import { type DatabaseAddress, readDatabaseAddress } from './database-address.js';
import { checkDatabase } from './database-check.js';
import { DatabaseProblem, explainDatabaseError } from './database-problem.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { type Logger, plainError } from './logging.js';
import { grantRuntimeRights } from './runtime-role.js';

/** How long a database that does not answer is waited for at the start (ms), and the pauses between two tries. */
const waitMs = 60_000;
const firstPauseMs = 500;
const longestPauseMs = 5_000;

export interface DatabaseSession {
  dataSource: DataSource;
  /** With the password: not for logs. */
  address: DatabaseAddress;
  /** For the log: `embedded` or `given`. */
  description: string;
  close(): Promise<void>;
}

export interface DatabaseChoice {
  databaseUrl: string | undefined;
  /** The owner of the tables, who migrates; without it the user of `databaseUrl` does. */
  ownerUrl?: string | undefined;
  dataDirectory: string;
  /** Told how long each statement took (s). */
  onQuery?: (seconds: number) => void;
  /** Told when the start waits for a database that doesn't answer, and when it waits no more. */
  onWaiting?: (isWaiting: boolean) => void;
}

/**
 * Connects to the migrated database.
 * @param signal ends the waiting for a database that does not answer
 * @throws EmbeddedPostgresError, DatabaseProblem, or the signal's reason
 */
export async function openDatabase(
  choice: DatabaseChoice,
  log: Logger,
  signal?: AbortSignal,
): Promise<DatabaseSession> {
  const embedded = choice.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataDirectory: choice.dataDirectory,
        database: 'nexus',
        log: (level, message) => log[level](message),
      });
  try {
    const url = choice.databaseUrl ?? embedded?.url('nexus') ?? '';
    const read = (text: string) => readDatabaseAddress(text, embedded ? {} : process.env);
    const owner = choice.ownerUrl && !embedded ? read(choice.ownerUrl) : undefined;
    const known = knownMigrations();
    const there = (wanted: DatabaseAddress) =>
      whenThere(() => checkDatabase(wanted, known), { log, signal, onWaiting: choice.onWaiting });
    const migrating = await there(owner ?? read(url));
    const migrations = await migrateDatabase(migrating).catch((error: unknown) => {
      throw explainDatabaseError(error, migrating) ?? error;
    });
    if (migrations.length > 0) log.info({ migrations }, 'database migrated');
    const user = owner && read(url).user;
    if (user) await grantRuntimeRights(migrating, user);
    const address = owner ? await there(read(url)) : migrating;
    const dataSource = createDataSource({
      url: address,
      ...(choice.onQuery && { onQuery: choice.onQuery }),
      onIdleError: (error) => log.warn({ error: plainError(error) }, 'database connection lost'),
    });
    await dataSource.initialize();
    return {
      dataSource,
      address,
      description: embedded ? 'embedded' : 'given',
      async close() {
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

interface Waiting {
  log: Logger;
  signal: AbortSignal | undefined;
  onWaiting: DatabaseChoice['onWaiting'];
}

/** Tries until the database answers, with growing pauses. */
async function whenThere<T>(work: () => Promise<T>, { log, signal, onWaiting }: Waiting): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    signal?.throwIfAborted();
    try {
      const result = await orAborted(work(), signal);
      onWaiting?.(false);
      return result;
    } catch (error) {
      const isPassing = error instanceof DatabaseProblem && error.isPassing;
      if (!isPassing || performance.now() > deadline) throw error;
      onWaiting?.(true);
      log.warn({ problem: error.message }, 'the database does not answer yet; waiting');
      await sleep(pauseMs, undefined, { signal });
    }
  }
}

/** Stops waiting for a silent server once the process is to stop. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const given = new AbortController();
  const aborted = once(signal, 'abort', { signal: given.signal }).then(
    () => signal.throwIfAborted() as never,
  );
  aborted.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    given.abort();
    work.catch(() => undefined);
  }
}
