/** The database for as long as the process runs: given by address or embedded, waited for, migrated, connected. */
import type { DataSource } from 'typeorm';
import { createDataSource, isDatabaseAway, migrateDatabase } from './database.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { type Logger, plainError } from './logging.js';

/** How long a database that does not answer is waited for at the start (ms), and how often it is asked. */
const patience = 60_000;
const pause = 1_000;

export interface DatabaseSession {
  dataSource: DataSource;
  /** With the password: not for logs. */
  url: string;
  /** For the log: `embedded` or `given`. */
  description: string;
  close(): Promise<void>;
}

/**
 * Connects to the migrated database.
 * @throws EmbeddedPostgresError, or what the given database answers after a minute of waiting
 */
export async function openDatabase(
  config: { databaseUrl: string | undefined; dataDirectory: string },
  log: Logger,
): Promise<DatabaseSession> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataDirectory: config.dataDirectory,
        database: 'nexus',
        log: (level, message) => log[level](message),
      });
  try {
    const url = config.databaseUrl ?? embedded?.url('nexus') ?? '';
    const migrations = await whenThere(() => migrateDatabase(url), log);
    if (migrations.length > 0) log.info({ migrations }, 'database migrated');
    const dataSource = createDataSource({
      url,
      onIdleError: (error) => log.warn({ error: plainError(error) }, 'database connection lost'),
    });
    await dataSource.initialize();
    return {
      dataSource,
      url,
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

async function whenThere<T>(work: () => Promise<T>, log: Logger): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > deadline) throw error;
      log.warn({ error: plainError(error) }, 'the database does not answer yet; waiting');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
