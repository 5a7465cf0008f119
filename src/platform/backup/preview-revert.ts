/** Says what undoing the newest migration would remove, by undoing it in a transaction that is rolled back. */
import { type ClientBase, escapeIdentifier } from 'pg';
import { MigrationExecutor } from 'typeorm';
import { withMigrations } from '../database.js';
import type { DatabaseAddress } from '../database-address.js';
import { tablesOf } from './tables.js';

export interface RevertPreview {
  /** Undefined: there is nothing to undo. */
  migration: string | undefined;
  /** Lines such as `the table reports with 12 rows`. */
  removes: string[];
}

export async function previewRevert(address: DatabaseAddress): Promise<RevertPreview> {
  return withMigrations(address, async (dataSource) => {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const client = (await runner.connect()) as ClientBase;
      const isMigrated = await runner.hasTable('migrations');
      const newest = isMigrated
        ? await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1')
        : undefined;
      const migration = newest?.rows[0]?.name;
      if (!migration) return { migration: undefined, removes: [] };
      const before = await contents(client);
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = 'none';
      await executor.undoLastMigration();
      const after = await contents(client);
      return { migration, removes: lost(before, after) };
    } finally {
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  });
}

type Contents = Map<string, { columns: string[]; rows: number }>;

async function contents(client: ClientBase): Promise<Contents> {
  const found: Contents = new Map();
  for (const { table, columns } of await tablesOf(client)) {
    if (table === 'migrations') continue;
    const { rows } = await client.query<{ rows: number }>(
      `SELECT count(*)::integer AS rows FROM ${escapeIdentifier(table)}`,
    );
    found.set(table, { columns, rows: rows[0]?.rows ?? 0 });
  }
  return found;
}

function lost(before: Contents, after: Contents): string[] {
  const lines: string[] = [];
  for (const [table, { columns, rows }] of before) {
    const left = after.get(table);
    if (!left) {
      lines.push(`the table ${table} with ${rows} rows`);
      continue;
    }
    const gone = columns.filter((column) => !left.columns.includes(column));
    if (gone.length > 0) lines.push(`of ${table} (${rows} rows) the columns ${gone.join(', ')}`);
    if (left.rows < rows) lines.push(`of ${table} ${rows - left.rows} rows`);
  }
  return lines;
}
