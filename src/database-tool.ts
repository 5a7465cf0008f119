/** The database by hand, in a checkout and in the image: `backup`, `restore`, `verify`, `migrate` and `revert`. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pipeline } from 'node:stream/promises';
import { config as readEnvironmentFile } from 'dotenv';
import { Client } from 'pg';
import { BackupError } from './platform/backup/backup-format.js';
import { previewRevert } from './platform/backup/preview-revert.js';
import { readBackup } from './platform/backup/read-backup.js';
import { restoreBackup } from './platform/backup/restore-backup.js';
import { writeBackup } from './platform/backup/write-backup.js';
import { knownMigrations, migrateDatabase, revertDatabase } from './platform/database.js';
import {
  type DatabaseAddress,
  DatabaseAddressError,
  readDatabaseAddress,
} from './platform/database-address.js';
import { checkDatabase } from './platform/database-check.js';
import { limitConnection, unlimited } from './platform/database-connection.js';
import { DatabaseProblem } from './platform/database-problem.js';
import { runningServerUrl } from './platform/embedded-postgres/running.js';
import { EmbeddedPostgresError, startEmbeddedPostgres } from './platform/embedded-postgres.js';
import { exitCodes } from './platform/exit-codes.js';
import { plainError } from './platform/logging.js';

const usage = `Usage: node dist/database-tool.js <command>
  backup [file | -]          writes a backup while the bot runs; - is standard output
  verify <file | ->          reads a backup whole and checks counts and checksums
  restore <file | -> [--yes] puts a backup in the place of everything; the bot has to be stopped
  migrate                    brings the database up to date
  revert [--yes]             undoes the newest migration, after saying what that removes`;

/** Its log goes to standard error, because a backup may go to standard output. */
const say = (text: string) => process.stderr.write(`${text}\n`);

async function main([command, ...rest]: string[]): Promise<void> {
  const isSure = rest.includes('--yes');
  const file = rest.find((argument) => argument !== '--yes');
  switch (command) {
    case 'backup':
      return withDatabase('read', (address) => backup(address, file ?? defaultName()));
    case 'verify':
      return withSpooled(needed(file), verify);
    case 'restore':
      return withSpooled(needed(file), async (path) => {
        await readBackup(path);
        await withDatabase('replace', (address) => restore(address, path, isSure));
      });
    case 'migrate':
      return withDatabase('own', async (address) => {
        const names = await migrateDatabase(address);
        say(names.length > 0 ? `Applied ${names.join(', ')}.` : 'The database is up to date.');
      });
    case 'revert':
      return withDatabase('own', (address) => revert(address, isSure));
    default:
      throw new BackupError(usage);
  }
}

function needed(file: string | undefined): string {
  if (!file) throw new BackupError(usage);
  return file;
}

async function backup(address: DatabaseAddress, file: string): Promise<void> {
  const client = await connect(address);
  try {
    if (file === '-') {
      const { tables, rows } = await writeBackup(client, process.stdout);
      say(`Saved ${rows} rows of ${tables} tables.`);
      return;
    }
    // All or nothing: an interrupted backup doesn't replace an earlier one.
    const unfinished = `${file}.unfinished`;
    try {
      await writeBackup(client, createWriteStream(unfinished, { mode: 0o600 }));
      const { tables, rows } = await readBackup(unfinished);
      await flush(unfinished);
      await rename(unfinished, file);
      await flush(dirname(file));
      say(`Saved ${rows} rows of ${tables} tables to ${file}.`);
    } finally {
      await rm(unfinished, { force: true });
    }
  } finally {
    await client.end();
  }
}

async function verify(file: string): Promise<void> {
  const { tables, rows, header } = await readBackup(file);
  say(
    `${file} is whole: ${rows} rows of ${tables} tables, taken ${header.takenAt} with Nexus ${header.version} on PostgreSQL ${header.server}.`,
  );
}

async function restore(address: DatabaseAddress, file: string, isSure: boolean): Promise<void> {
  const rows = await countRows(address);
  if (rows > 0) {
    await ask(isSure, `The database holds ${rows} rows, which the backup replaces. Go on?`);
  }
  const restored = await restoreBackup(address, file);
  const { migrated } = restored;
  say(`Restored ${restored.rows} rows of ${restored.tables} tables, as they were at ${restored.takenAt}.`);
  if (migrated.length > 0) say(`Applied ${migrated.join(', ')}.`);
}

async function revert(address: DatabaseAddress, isSure: boolean): Promise<void> {
  const { migration, removes } = await previewRevert(address);
  if (!migration) {
    say('No migration has been applied: there is nothing to undo.');
    return;
  }
  const what = removes.length > 0 ? `removes ${removes.join(', ')}` : 'removes no data';
  await ask(isSure, `Undoing ${migration} ${what}. Go on?`);
  await revertDatabase(address);
  say(`Undid ${migration}.`);
}

/** Rows of guilds or members mean that there is data to lose. */
async function countRows(address: DatabaseAddress): Promise<number> {
  const client = await connect(address);
  try {
    const there = await client.query(
      `SELECT to_regclass('guilds') IS NOT NULL AND to_regclass('entries') IS NOT NULL AS yes`,
    );
    if (!there.rows[0]?.yes) return 0;
    const { rows } = await client.query<{ rows: number }>(
      `SELECT ((SELECT count(*) FROM guilds) + (SELECT count(*) FROM members) + (SELECT count(*) FROM entries))::integer AS rows`,
    );
    return rows[0]?.rows ?? 0;
  } finally {
    await client.end();
  }
}

async function ask(isSure: boolean, question: string): Promise<void> {
  if (isSure) return;
  if (!process.stdin.isTTY) throw new BackupError(`${question} Say --yes, since nobody can be asked here.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new BackupError('Nothing was changed.');
}

async function connect({ prefersEncryption: _, ...address }: DatabaseAddress): Promise<Client> {
  const client = new Client({ ...address, application_name: 'nexus tools' });
  client.on('error', () => undefined);
  await client.connect();
  await limitConnection(client, unlimited);
  return client;
}

/**
 * The database of the environment: the given one, the embedded one of a running bot, or the embedded one,
 * started only for this.
 * @param use `own`: as who may change the schema, while no bot runs; `replace`: whatever is in it
 */
async function withDatabase(
  use: 'read' | 'own' | 'replace',
  work: (address: DatabaseAddress) => Promise<void>,
): Promise<void> {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: owner, NEXUS_DATA_DIR } = process.env;
  if (process.env['NODE_ENV'] === 'production' && !given && !owner) {
    throw new BackupError(
      'DATABASE_URL is missing. Where the settings are in a file: node --env-file=<file> dist/database-tool.js …',
    );
  }
  const dataDirectory = NEXUS_DATA_DIR || '.nexus';
  const url =
    (use !== 'read' && owner) ||
    given ||
    (use === 'read' ? await runningServerUrl(dataDirectory, 'nexus') : undefined);
  if (url)
    return work(await checkDatabase(readDatabaseAddress(url), use === 'replace' ? 'any' : knownMigrations()));
  const embedded = await startEmbeddedPostgres({ dataDirectory, database: 'nexus' });
  try {
    await work(readDatabaseAddress(embedded.url('nexus'), {}));
  } finally {
    await embedded.stop();
  }
}

/** Standard input is read into a file first: a backup is checked whole before anything is touched. */
async function withSpooled(file: string, work: (path: string) => Promise<void>): Promise<void> {
  if (file !== '-') return work(file);
  const path = join(tmpdir(), `nexus-restore-${process.pid}.backup`);
  try {
    await pipeline(process.stdin, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const defaultName = () => `nexus-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;

const sentences = [BackupError, DatabaseAddressError, DatabaseProblem, EmbeddedPostgresError];

readEnvironmentFile({ quiet: true });
try {
  await main(process.argv.slice(2));
} catch (error) {
  const isPlain = sentences.some((kind) => error instanceof kind);
  const name = error instanceof DatabaseAddressError ? 'DATABASE_URL ' : '';
  say(isPlain ? `${name}${(error as Error).message}` : JSON.stringify(plainError(error)));
  process.exitCode =
    error instanceof DatabaseProblem && error.isPassing ? exitCodes.tryLater : exitCodes.failed;
}
