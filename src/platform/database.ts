/** The connection to Postgres and the migrations that bring it up to date. */
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { AuditAction } from '../entities/audit-action.js';
import { AuditNote } from '../entities/audit-note.js';
import { Card } from '../entities/card.js';
import { ChallengeReminder } from '../entities/challenge-reminder.js';
import { Digest } from '../entities/digest.js';
import { DigestDelivery } from '../entities/digest-delivery.js';
import { DigestSubscription } from '../entities/digest-subscription.js';
import { Draft } from '../entities/draft.js';
import { Entry } from '../entities/entry.js';
import { Guild } from '../entities/guild.js';
import { HelpfulVote } from '../entities/helpful-vote.js';
import { Listing } from '../entities/listing.js';
import { LogPost } from '../entities/log-post.js';
import { Member } from '../entities/member.js';
import { MessageUpdate } from '../entities/message-update.js';
import { Mute } from '../entities/mute.js';
import { MutedHash } from '../entities/muted-hash.js';
import { Notice } from '../entities/notice.js';
import { Profile } from '../entities/profile.js';
import { QueueItem } from '../entities/queue-item.js';
import { ReadmeImport } from '../entities/readme-import.js';
import { Report } from '../entities/report.js';
import { Revision } from '../entities/revision.js';
import { Save } from '../entities/save.js';
import { Subject } from '../entities/subject.js';
import { VocabularyWord } from '../entities/vocabulary-word.js';

export const entities = [
  AuditAction,
  AuditNote,
  Card,
  ChallengeReminder,
  Digest,
  DigestDelivery,
  DigestSubscription,
  Draft,
  Entry,
  Guild,
  HelpfulVote,
  Listing,
  LogPost,
  Member,
  MessageUpdate,
  Mute,
  MutedHash,
  Notice,
  ReadmeImport,
  Profile,
  QueueItem,
  Report,
  Revision,
  Save,
  Subject,
  VocabularyWord,
];

/** Both `src/platform` and `dist/platform` are two levels below the package: migrations are always run as built. */
const migrationsDirectory = fileURLToPath(new URL('../../dist/migrations/', import.meta.url));

/** Any constant will do, as long as every Nexus process asks for the same one. */
const migrationLock = 7_314_001;

export interface DatabaseOptions {
  url: string;
  /** Connections kept at most. */
  poolSize?: number;
  /** Told of errors of idle connections, which would otherwise end the process. */
  onIdleError?: (error: Error) => void;
}

/** A data source with the project's entities; not connected yet. It never synchronizes the schema. */
export function createDataSource({ url, poolSize = 10, onIdleError }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    migrationsTableName: 'migrations',
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'nexus',
    poolErrorHandler: (error: unknown) =>
      onIdleError?.(error instanceof Error ? error : new Error(String(error))),
    extra: { statement_timeout: 20_000, idle_in_transaction_session_timeout: 30_000, keepAlive: true },
  });
}

/**
 * Brings the database up to date, whole or not at all, while holding an advisory lock: processes that start
 * together wait for each other. Gives the names of the migrations that were run.
 */
export async function migrateDatabase(url: string): Promise<string[]> {
  return withMigrations(url, async (dataSource) => {
    const migrations = await dataSource.runMigrations({ transaction: 'all' });
    return migrations.map((migration) => migration.name);
  });
}

/** Undoes the newest migration. */
export async function revertDatabase(url: string): Promise<void> {
  await withMigrations(url, (dataSource) => dataSource.undoLastMigration({ transaction: 'all' }));
}

async function withMigrations<T>(url: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  // Waiting for the lock and building an index may both take longer than a member's patience: no time-outs here.
  const dataSource = createDataSource({ url, poolSize: 2 }).setOptions({
    migrations: await loadMigrations(),
    // Written in SQL, they need no entities, and making sense of those takes time.
    entities: [],
    extra: {},
  });
  await dataSource.initialize();
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await work(dataSource);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await holder.release();
    await dataSource.destroy();
  }
}

/** Timestamps (ms) of the migrations this version brings, as their file names say. */
export function knownMigrations(): number[] {
  return migrationFiles().map((file) => Number.parseInt(file, 10));
}

function migrationFiles(): string[] {
  return readdirSync(migrationsDirectory)
    .filter((file) => file.endsWith('.js'))
    .sort();
}

async function loadMigrations() {
  const modules = await Promise.all(
    migrationFiles().map((file) => import(pathToFileURL(join(migrationsDirectory, file)).href)),
  );
  return modules.flatMap((module) => Object.values<never>(module));
}

const connectionLost = /^(08|57P0|53300)/;
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOENT',
]);

/** Whether an error means that the database cannot be reached at the moment, rather than that it refused something. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as { code?: string | number }).code ?? '');
  if (connectionLost.test(code) || networkCodes.has(code)) return true;
  if (/connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(error.message))
    return true;
  const { driverError, errors } = error as { driverError?: unknown; errors?: unknown[] };
  return (
    (driverError !== undefined && isDatabaseAway(driverError)) || (errors?.some(isDatabaseAway) ?? false)
  );
}
