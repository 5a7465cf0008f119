/** The rights of a bot that isn't the owner of its tables: to work with rows, and in the audit log only to add them. */
import { Client, escapeIdentifier } from 'pg';
import type { DatabaseAddress } from './database-address.js';
import { limitConnection, unlimited } from './database-connection.js';

/** What nobody but the owner may change or remove. */
const appendOnly = ['audit_log'];
/** What migrations write. */
const readOnly = ['migrations'];

/** Grants `role` what the bot needs of the tables there are now; called by their owner after each migration. */
export async function grantRuntimeRights(
  { prefersEncryption: _, ...owner }: DatabaseAddress,
  role: string,
): Promise<void> {
  const client = new Client({ ...owner, application_name: 'nexus tools' });
  await client.connect();
  try {
    await limitConnection(client, unlimited);
    const { rows } = await client.query<{ schema: string; same: boolean }>(
      'SELECT current_schema() AS schema, current_user = $1 AS same',
      [role],
    );
    const [place] = rows;
    if (!place || place.same) return;
    const schema = escapeIdentifier(place.schema);
    const user = escapeIdentifier(role);
    await client.query('BEGIN');
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${user}`);
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${user}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${user}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${user}`);
    for (const table of appendOnly) {
      await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${escapeIdentifier(table)} FROM ${user}`);
    }
    for (const table of readOnly) {
      await client.query(`REVOKE INSERT, UPDATE, DELETE ON ${escapeIdentifier(table)} FROM ${user}`);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
