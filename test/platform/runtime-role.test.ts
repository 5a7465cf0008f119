/** A bot with fewer rights than the owner of its tables: it works, and can't change what was done. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/platform/database-session.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const { adminUrl } = inject('testDatabases');
const role = `runtime_${process.pid}_${Date.now().toString(36)}`;
const silent = { info: () => undefined, warn: () => undefined } as never;

async function asAdmin(sql: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  await client.query(sql);
  await client.end();
}
beforeAll(() => asAdmin(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`));
afterAll(async () => {
  await database.query(`DROP OWNED BY ${role}`);
  await asAdmin(`DROP ROLE ${role}`);
});

it('reads and writes everything, adds to the audit log, and changes nothing in it', async () => {
  const url = new URL(database.url);
  url.username = role;
  url.password = 'x';
  const session = await openDatabase(
    { databaseUrl: url.href, ownerUrl: database.url, dataDirectory: '/nowhere' },
    silent,
  );
  const query = (sql: string) => session.dataSource.query(sql);
  try {
    await query('INSERT INTO guilds (id, created_at) VALUES (1, now())');
    await query(`UPDATE guilds SET language = 'en'`);
    const [columns] = await query(
      `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
        WHERE table_name = 'audit_log' AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'`,
    );
    expect(columns.names).toContain('guild_id');
    await query('SELECT count(*) FROM audit_log');
    for (const forbidden of [
      `UPDATE audit_log SET action = 'x'`,
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
      'ALTER TABLE audit_log DISABLE TRIGGER ALL',
      'DROP TABLE audit_log CASCADE',
      'CREATE TABLE another (id integer)',
      'DELETE FROM migrations',
    ]) {
      await expect(query(forbidden), forbidden).rejects.toMatchObject({ code: '42501' });
    }
    const [may] = await query(`SELECT has_table_privilege('audit_log', 'INSERT') AS inserts`);
    expect(may).toEqual({ inserts: true });
    // What a guild leaves goes with it all the same.
    await query('DELETE FROM guilds WHERE id = 1');
  } finally {
    await session.close();
  }
});
