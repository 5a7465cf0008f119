/** Writes a backup: every table as it is at one moment, while the bot works on. */
import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { version } from '../version.js';
import {
  type BackupEnd,
  BackupError,
  type BackupHeader,
  endOfRows,
  formatNumber,
  plainFormats,
  type TableHead,
  type TableSum,
} from './backup-format.js';
import { copyStatement, sequencesOf, tablesOf } from './tables.js';

/** Writes it to `target` and gives what it holds. */
export async function writeBackup(client: ClientBase, target: Writable): Promise<BackupEnd> {
  const end: BackupEnd = { end: true, tables: 0, rows: 0 };
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(plainFormats);
    await pipeline(Readable.from(contents(client, end)), createGzip(), target);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
  return end;
}

async function* contents(client: ClientBase, end: BackupEnd): AsyncGenerator<Buffer> {
  yield line(await headerOf(client));
  for (const head of await tablesOf(client)) {
    yield line(head);
    const sum: TableSum = { rows: 0, sha256: '' };
    yield* rowsOf(client, head, sum);
    yield endOfRows;
    yield line(sum);
    end.tables += 1;
    end.rows += sum.rows;
  }
  yield line(end);
}

/** Rows as they are copied; when they are through, `sum` holds their number and checksum. */
export async function* rowsOf(client: ClientBase, head: TableHead, sum: TableSum): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const rows = client.query(copyTo(copyStatement(head, 'TO STDOUT')));
  for await (const chunk of rows) {
    hash.update(chunk as Buffer);
    yield chunk as Buffer;
  }
  sum.rows = rows.rowCount;
  sum.sha256 = hash.digest('hex');
}

async function headerOf(client: ClientBase): Promise<BackupHeader> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
  );
  if (!tables[0]?.there)
    throw new BackupError('The database has no tables of Nexus: there is nothing to back up.');
  const { rows: migrations } = await client.query<{ timestamp: string; name: string }>(
    'SELECT timestamp, name FROM migrations ORDER BY timestamp',
  );
  const { rows } = await client.query<{ server: string; at: Date }>(
    `SELECT current_setting('server_version') AS server, now() AS at`,
  );
  return {
    nexusBackup: formatNumber,
    version,
    takenAt: (rows[0]?.at ?? new Date(0)).toISOString(),
    server: rows[0]?.server ?? '',
    migrations: migrations.map(({ timestamp, name }) => ({ timestamp: Number(timestamp), name })),
    sequences: await sequencesOf(client),
  };
}

const line = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`);
