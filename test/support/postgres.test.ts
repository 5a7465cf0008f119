/** The tests' own databases: migrated and independent. */
import { describe, expect, inject, it } from 'vitest';
import { useDatabase } from './postgres.js';

describe('useDatabase', () => {
  const database = useDatabase();
  const other = useDatabase();

  it('gives a migrated database', async () => {
    const [row] = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM migrations');
    expect(row?.count).toBeGreaterThan(0);
  });

  it('gives each caller its own', async () => {
    await database.query('CREATE TABLE only_here ()');
    const found = await other.query("SELECT to_regclass('only_here') AS found");
    expect(found).toEqual([{ found: null }]);
    expect(other.url).not.toBe(database.url);
  });

  it('gives the URL of the database', async () => {
    const [row] = await database.query<{ name: string }>('SELECT current_database() AS name');
    expect(new URL(database.url).pathname).toBe(`/${row?.name}`);
    expect(row?.name).not.toBe(inject('testDatabases').template);
  });
});
