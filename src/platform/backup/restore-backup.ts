/**
 * Puts a backup in the place of everything that is in the bot's schema. It happens in one transaction: the old data
 * stay beside the new ones until these are complete and compared, and stay for good when anything goes wrong.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import { knownMigrations, withMigrations } from '../database.js';
import type { DatabaseAddress } from '../database-address.js';
import {
  BackupError,
  type BackupHeader,
  plainFormats,
  type TableHead,
  type TableSum,
} from './backup-format.js';
import { readBackup } from './read-backup.js';
import { copyStatement, tablesOf } from './tables.js';
import { rowsOf } from './write-backup.js';

export interface Restored {
  tables: number;
  rows: number;
  takenAt: string;
  /** Migrations that the backup was too old to have. */
  migrated: string[];
}

/** @throws BackupError; the database is as it was then */
export async function restoreBackup(address: DatabaseAddress, file: string): Promise<Restored> {
  // Read whole before anything is touched.
  const { header } = await readBackup(file);
  const known = new Set(knownMigrations());
  const unknown = header.migrations.find(({ timestamp }) => !known.has(timestamp));
  if (unknown) {
    throw new BackupError(
      `${file} is of a newer version of Nexus (${header.version}, ${unknown.name}): restore it with that one.`,
    );
  }
  return withMigrations(address, async (dataSource, migrations) => {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const migrate = (only: (timestamp: number) => boolean) => runMigrations(runner, migrations, only);
      const restored = await replaceAll(runner, file, header, migrate);
      await runner.commitTransaction();
      return restored;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  });
}

type Migrations = readonly (new () => { name?: string })[];

async function runMigrations(
  runner: QueryRunner,
  migrations: Migrations,
  only: (timestamp: number) => boolean,
): Promise<string[]> {
  const wanted = migrations.filter((migration) => only(Number(/\d{13}$/.exec(migration.name)?.[0])));
  runner.dataSource.setOptions({ migrations: [...wanted] });
  await (runner.dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  const executor = new MigrationExecutor(runner.dataSource, runner);
  executor.transaction = 'none';
  return (await executor.executePendingMigrations()).map(({ name }) => name);
}

async function replaceAll(
  runner: QueryRunner,
  file: string,
  header: BackupHeader,
  migrate: (only: (timestamp: number) => boolean) => Promise<string[]>,
): Promise<Restored> {
  const client = (await runner.connect()) as ClientBase;
  await client.query(plainFormats);
  await refuseWhileInUse(client);
  await dropAll(client);
  const contained = new Set(header.migrations.map(({ timestamp }) => timestamp));
  await migrate((timestamp) => contained.has(timestamp));
  const keys = await dropForeignKeys(client);
  const tables = new Map((await tablesOf(client)).map((head) => [head.table, head]));
  for (const { table } of tables.values()) {
    await client.query(`ALTER TABLE ${escapeIdentifier(table)} DISABLE TRIGGER USER`);
  }
  // What the migrations wrote themselves is in the backup too.
  for (const { table } of tables.values()) await client.query(`DELETE FROM ${escapeIdentifier(table)}`);
  const {
    sums,
    tables: count,
    rows,
  } = await readBackup(file, {
    table: (head, content) => fill(client, file, tables, head, content),
  });
  await compare(client, file, sums);
  await setSequences(client, header.sequences);
  for (const statement of keys) await client.query(statement);
  for (const { table } of tables.values()) {
    await client.query(`ALTER TABLE ${escapeIdentifier(table)} ENABLE TRIGGER USER`);
  }
  const migrated = await migrate(() => true);
  await client.query('INSERT INTO restores (restored_at, taken_at) VALUES (clock_timestamp(), $1)', [
    header.takenAt,
  ]);
  return { tables: count, rows, takenAt: header.takenAt, migrated };
}

/** A bot that works on while its data are replaced would write what it had in mind into others. */
async function refuseWhileInUse(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'nexus'`,
  );
  if (rowCount) throw new BackupError('The bot is running on this database: stop it first.');
}

/** Everything in the schema that no extension brought. */
async function dropAll(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `WITH own AS (SELECT current_schema()::regnamespace AS schema)
     SELECT format('DROP TABLE %s CASCADE', oid::regclass) AS statement, 1 AS place FROM pg_class, own
      WHERE relnamespace = schema AND relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
     UNION ALL SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure), 2 FROM pg_proc, own
      WHERE pronamespace = schema AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
     UNION ALL SELECT format('DROP TEXT SEARCH CONFIGURATION IF EXISTS %s CASCADE', oid::regconfig), 3 FROM pg_ts_config, own
      WHERE cfgnamespace = schema
     UNION ALL SELECT format('DROP TEXT SEARCH DICTIONARY IF EXISTS %s CASCADE', oid::regdictionary), 4 FROM pg_ts_dict, own
      WHERE dictnamespace = schema AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_ts_dict.oid AND deptype = 'e')
     UNION ALL SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype), 5 FROM pg_type, own
      WHERE typnamespace = schema AND typtype IN ('d', 'e')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e')
     ORDER BY place`,
  );
  for (const { statement } of rows) await client.query(statement);
}

/** Tables refer to each other in circles, so that no order of filling them would do. Gives what puts the keys back. */
async function dropForeignKeys(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  const statements: string[] = [];
  for (const { table, name, definition } of rows) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${escapeIdentifier(name)}`);
    statements.push(`ALTER TABLE ${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`);
  }
  return statements;
}

async function fill(
  client: ClientBase,
  file: string,
  tables: ReadonlyMap<string, TableHead>,
  head: TableHead,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const there = tables.get(head.table);
  if (!there || head.columns.some((column) => !there.columns.includes(column))) {
    throw new BackupError(`${file} holds a table that its migrations do not make: ${head.table}.`);
  }
  await pipeline(Readable.from(rows), client.query(copyFrom(copyStatement(head, 'FROM STDIN'))));
}

/** What is in the tables now, read out again, is what is in the backup. */
async function compare(
  client: ClientBase,
  file: string,
  sums: ReadonlyMap<string, TableHead & TableSum>,
): Promise<void> {
  for (const [table, sum] of sums) {
    const now: TableSum = { rows: 0, sha256: '' };
    for await (const _ of rowsOf(client, sum, now));
    if (now.rows !== sum.rows || now.sha256 !== sum.sha256) {
      throw new BackupError(`${file} was not restored: ${table} differs from the backup.`);
    }
  }
}

async function setSequences(client: ClientBase, sequences: Readonly<Record<string, string>>): Promise<void> {
  for (const [place, value] of Object.entries(sequences)) {
    const [table = '', column = ''] = place.split('.');
    await client.query(
      `SELECT setval(pg_get_serial_sequence(${escapeLiteral(escapeIdentifier(table))}, ${escapeLiteral(column)}), $1)`,
      [value],
    );
  }
}
