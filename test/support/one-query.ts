/** One statement on its own connection, for tests of the server rather than its content. */
import { Client } from 'pg';

/** Returns the values of all rows in one list. */
export async function oneQuery(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  // A killed server ends the connection; the pending query is rejected as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}
