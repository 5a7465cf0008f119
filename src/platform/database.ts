/** The connection to Postgres and the migrations that bring it up to date. */
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { AuditAction } from '../entities/audit-action.js';
import { AuditNote } from '../entities/audit-note.js';
import { BadgeRole } from '../entities/badge-role.js';
import {
  Buddy,
  BuddyBlock,
  BuddyGroup,
  BuddyMember,
  BuddyRound,
  BuddySchedule,
} from '../entities/buddies.js';
import { Capture } from '../entities/capture.js';
import { Card } from '../entities/card.js';
import { ChallengeAlias } from '../entities/challenge-alias.js';
import { ChallengeAsk } from '../entities/challenge-ask.js';
import { ChallengeReminder } from '../entities/challenge-reminder.js';
import { Digest } from '../entities/digest.js';
import { DigestSubscription } from '../entities/digest-subscription.js';
import { Draft } from '../entities/draft.js';
import { Entry } from '../entities/entry.js';
import { Follow } from '../entities/follow.js';
import { GivenRole } from '../entities/given-role.js';
import { Guild } from '../entities/guild.js';
import { HelpfulVote } from '../entities/helpful-vote.js';
import { KeptPicture } from '../entities/kept-picture.js';
import { Listing } from '../entities/listing.js';
import { Member } from '../entities/member.js';
import { MemberPoints } from '../entities/member-points.js';
import { MessageUpdate } from '../entities/message-update.js';
import { Mute } from '../entities/mute.js';
import { MutedHash } from '../entities/muted-hash.js';
import { NewsSettings } from '../entities/news-settings.js';
import { OutboxMessage } from '../entities/outbox-message.js';
import { PendingErasure } from '../entities/pending-erasure.js';
import { Picture } from '../entities/picture.js';
import { PointChange } from '../entities/point-change.js';
import { PointPeriod } from '../entities/point-period.js';
import { Profile } from '../entities/profile.js';
import { Project } from '../entities/project.js';
import { ProjectMember } from '../entities/project-member.js';
import { ProjectReport } from '../entities/project-report.js';
import { QueueItem } from '../entities/queue-item.js';
import { ReadmeImport } from '../entities/readme-import.js';
import { Report } from '../entities/report.js';
import { Restore } from '../entities/restore.js';
import { Revision } from '../entities/revision.js';
import { Save } from '../entities/save.js';
import { SearchChange } from '../entities/search-change.js';
import { SearchDocument } from '../entities/search-document.js';
import { Session } from '../entities/session.js';
import { SessionMember } from '../entities/session-member.js';
import { ShardOwner } from '../entities/shard-owner.js';
import { StartCard } from '../entities/start-card.js';
import { Subject } from '../entities/subject.js';
import { TakenInteraction } from '../entities/taken-interaction.js';
import { VocabularyWord } from '../entities/vocabulary-word.js';
import { Welcome } from '../entities/welcome.js';
import { retryConflicts } from './conflict-retry.js';
import { type DatabaseAddress, readDatabaseAddress } from './database-address.js';
import {
  type ConnectionLimits,
  keepAlive,
  limitConnection,
  servingLimits,
  unlimited,
} from './database-connection.js';
import { timeQueries } from './query-timing.js';

export { isDatabaseAway, mayHaveHappened } from './database-away.js';

export const entities = [
  AuditAction,
  AuditNote,
  BadgeRole,
  Buddy,
  BuddyBlock,
  BuddyGroup,
  BuddyMember,
  BuddyRound,
  BuddySchedule,
  Capture,
  Card,
  ChallengeAlias,
  ChallengeAsk,
  ChallengeReminder,
  Digest,
  DigestSubscription,
  Draft,
  Entry,
  Follow,
  GivenRole,
  Guild,
  HelpfulVote,
  KeptPicture,
  Listing,
  Member,
  MemberPoints,
  MessageUpdate,
  Mute,
  MutedHash,
  NewsSettings,
  PendingErasure,
  ReadmeImport,
  OutboxMessage,
  Picture,
  PointChange,
  PointPeriod,
  Profile,
  Project,
  ProjectMember,
  ProjectReport,
  QueueItem,
  Report,
  Restore,
  Revision,
  Save,
  Session,
  SessionMember,
  ShardOwner,
  SearchChange,
  SearchDocument,
  StartCard,
  Subject,
  TakenInteraction,
  VocabularyWord,
  Welcome,
];

/** Both `src/platform` and `dist/platform` are two levels below the package: migrations are always run as built. */
const migrationsDirectory = fileURLToPath(new URL('../../dist/migrations/', import.meta.url));

/** Any constant will do, as long as every Nexus process asks for the same one. */
const migrationLock = 7_314_001;

export interface DatabaseOptions {
  /** As `DATABASE_URL` has it, or as read before. */
  url: string | DatabaseAddress;
  limits?: ConnectionLimits;
  /** Under which the server lists its connections. */
  applicationName?: string;
  /** Told how long each statement took (s). */
  onQuery?: (seconds: number) => void;
  /** Connections kept at most. */
  poolSize?: number;
  /** Told of errors of idle connections, which would otherwise end the process. */
  onIdleError?: (error: Error) => void;
}

/**
 * A data source with the project's entities; not connected yet. It never synchronizes the schema.
 * @throws DatabaseAddressError
 */
export function createDataSource({
  url,
  poolSize = 10,
  limits = servingLimits,
  applicationName = 'nexus',
  onQuery,
  onIdleError,
}: DatabaseOptions): DataSource {
  const address = typeof url === 'string' ? readDatabaseAddress(url) : url;
  const { prefersEncryption: _, ...connection } = address;
  const dataSource = new DataSource({
    type: 'postgres',
    entities,
    synchronize: false,
    migrationsTableName: 'migrations',
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName,
    poolErrorHandler: (error: unknown) =>
      onIdleError?.(error instanceof Error ? error : new Error(String(error))),
    extra: {
      ...connection,
      ...keepAlive,
      onConnect: async (client: PoolClient) => {
        await limitConnection(client, limits);
        if (onQuery) timeQueries(client, onQuery);
      },
    },
  });
  return retryConflicts(dataSource);
}

/**
 * Brings the database up to date, whole or not at all, while holding an advisory lock: processes that start
 * together wait for each other. Gives the names of the migrations that were run.
 */
export async function migrateDatabase(url: string | DatabaseAddress): Promise<string[]> {
  return withMigrations(url, async (dataSource) => {
    const migrations = await dataSource.runMigrations({ transaction: 'all' });
    return migrations.map((migration) => migration.name);
  });
}

/** Undoes the newest migration. */
export async function revertDatabase(url: string | DatabaseAddress): Promise<void> {
  await withMigrations(url, (dataSource) => dataSource.undoLastMigration({ transaction: 'all' }));
}

/** Works with a data source that knows the migrations, while no other process migrates. */
export async function withMigrations<T>(
  url: string | DatabaseAddress,
  work: (dataSource: DataSource, migrations: readonly (new () => MigrationInterface)[]) => Promise<T>,
): Promise<T> {
  const migrations = await loadMigrations();
  // Waiting for the lock and building an index may both take longer than a member waits: no time-outs here.
  const dataSource = createDataSource({
    url,
    poolSize: 2,
    limits: unlimited,
    applicationName: 'nexus tools',
  }).setOptions({
    migrations: [...migrations],
    // Written in SQL, they need no entities, and making sense of those takes time.
    entities: [],
  });
  await dataSource.initialize();
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await work(dataSource, migrations);
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

async function loadMigrations(): Promise<(new () => MigrationInterface)[]> {
  const modules = await Promise.all(
    migrationFiles().map((file) => import(pathToFileURL(join(migrationsDirectory, file)).href)),
  );
  return modules.flatMap((module) => Object.values<never>(module));
}

/** How many connections the pool of a connected data source has. */
export function poolOf(dataSource: DataSource): { total: number; idle: number; waiting: number } | undefined {
  const { master } = dataSource.driver as { master?: Pool };
  return master && { total: master.totalCount, idle: master.idleCount, waiting: master.waitingCount };
}
