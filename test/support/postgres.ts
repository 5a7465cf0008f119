/** Gives a test file its own database, migrated and empty. */
import { Client, type QueryResultRow } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { copyTemplate, databaseUrl, dropDatabase } from './template-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: { adminUrl: string; template: string };
  }
}

export interface TestDatabase {
  /** The connection URL; there is none before the file's tests start. */
  readonly url: string;
  /** Runs one statement on its own connection and returns the rows. */
  query<Row extends QueryResultRow = QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>;
}

/** Call once at the top level of a test file: the database exists from its `beforeAll` to its `afterAll`. */
export function useDatabase(): TestDatabase {
  const { adminUrl, template } = inject('testDatabases');
  let name: string | undefined;
  let client: Client | undefined;

  beforeAll(async () => {
    name = await copyTemplate(adminUrl, template);
    client = new Client(databaseUrl(adminUrl, name));
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    if (name) await dropDatabase(adminUrl, name);
  });

  return {
    get url() {
      if (!name) throw new Error('The database exists from beforeAll on; do not ask for its URL earlier.');
      return databaseUrl(adminUrl, name);
    },
    async query<Row extends QueryResultRow>(sql: string, params?: unknown[]) {
      if (!client) throw new Error('The database exists from beforeAll on; do not query it earlier.');
      return (await client.query<Row>(sql, params)).rows;
    },
  };
}
