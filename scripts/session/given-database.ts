/** The sample cohort in a database that the user named with DATABASE_URL: whether it is there, and removing it. */
import { Client } from 'pg';
import { guildId } from '../cohort/world.js';
import { PlainError } from '../plain-error.js';

/** @throws PlainError if the database can't be reached */
export function holdsCohort(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      "SELECT to_regclass('guilds') IS NOT NULL AS found",
    );
    if (!rows[0]?.found) return false;
    const { rowCount } = await client.query('SELECT FROM guilds WHERE id = $1', [guildId]);
    return rowCount === 1;
  });
}

/** Removes the sample cohort's guild and all its data; nothing else. */
export async function forgetCohort(url: string): Promise<void> {
  await withClient(url, (client) => client.query('DELETE FROM guilds WHERE id = $1', [guildId]));
}

async function withClient<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new PlainError(
      `The database of DATABASE_URL cannot be reached (${reason}): start it, or leave DATABASE_URL empty.`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
