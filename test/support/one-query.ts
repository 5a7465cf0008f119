/** One statement on a connection of its own, for tests of the server rather than of what is in it. */
import { Client } from 'pg';

/** Gives the values of all rows in one list. */
export async function oneQuery(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  // A server that is killed ends the connection; whoever waits for an answer is told by a rejection too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}
