/** The schema as Postgres keeps it: as recorded, the same after down and up, and the one the entities describe. */
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { createDataSource, migrateDatabase, revertDatabase } from '../../src/platform/database.js';
import { catalogueOf } from '../support/catalogue.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();

/** What only the version before reads and writes: its work is redirected to the outbox. A later migration drops it. */
const retired = [
  /^(digest_deliveries|log_posts|notices)\b/,
  /^digests\.(attempt|leased_until|retry_at)\b/,
  /^challenge_reminders\.(attempt|claimed_at|next_at)\b/,
  /^queue_items\.publication_(attempt|channel_id|due_at)\b/,
];
const isRetired = (line: string) => retired.some((pattern) => pattern.test(line));

describe('the catalogue', () => {
  it('is as recorded', async () => {
    const catalogue = await read();
    await expect(`${JSON.stringify(catalogue, null, 2)}\n`).toMatchFileSnapshot('catalogue.snapshot.json');
  });

  it('is empty after every migration went down, and the same after they came up again', async () => {
    const before = await read();
    const names = await database.query('SELECT name FROM migrations');
    for (const _ of names) await revertDatabase(database.url);
    expect(await read()).toEqual({
      columns: [],
      constraints: [],
      functions: [],
      indexes: [],
      searches: [],
      triggers: [],
    });
    expect(await migrateDatabase(database.url)).toHaveLength(names.length);
    expect(await read()).toEqual(before);
  });

  it('is migrated once by processes that start together', async () => {
    for (const _ of await database.query('SELECT name FROM migrations')) await revertDatabase(database.url);
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(database.url)));
    expect(runs.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('has the columns that the entities describe, with their types and nulls', async () => {
    const dataSource = await createDataSource({ url: database.url }).initialize();
    const described = dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => {
        const type = String(column.type)
          .replace('timestamptz', 'timestamp with time zone')
          .replace(/^time$/, 'time without time zone');
        return `${entity.tableName}.${column.databaseName} ${column.isArray ? `${type}[]` : type}${column.isNullable ? '' : ' not null'}`;
      }),
    );
    const primary = dataSource.entityMetadatas.map(
      (entity) =>
        `${entity.tableName}: ${entity.primaryColumns
          .map((column) => column.databaseName)
          .sort()
          .join(', ')}`,
    );
    await dataSource.destroy();
    // What the database makes itself is not the entities' to write.
    const kept = (await read()).columns
      .filter((column) => !/ generated\b/.test(column) && !isRetired(column))
      .map((column) => column.replace('(0)', '').replace(/ (default .*|identity)$/, ''));
    expect(described.sort()).toEqual(kept.sort());
    const keys = (await read()).constraints.flatMap((line) => {
      const match = /^(\w+): .* PRIMARY KEY \((.*)\)$/.exec(line);
      return match?.[1] && match[1] !== 'migrations' && !isRetired(line)
        ? [`${match[1]}: ${match[2]?.split(', ').sort().join(', ')}`]
        : [];
    });
    expect(primary.sort()).toEqual(keys.sort());
  });
});

async function read() {
  const client = new Client(database.url);
  await client.connect();
  try {
    return await catalogueOf(client);
  } finally {
    await client.end();
  }
}
