/** Looks at a database before anything is written to it: whether the bot can work there, and what to do if it can't. */
import { Client } from 'pg';
import { type DatabaseAddress, encrypted } from './database-address.js';
import { keepAlive, limitConnection, unlimited } from './database-connection.js';
import { DatabaseProblem, explainDatabaseError } from './database-problem.js';

const oldestMajor = 15;
/** What the migrations create, in a database that has none of it yet. */
export const extensions = ['btree_gin', 'btree_gist', 'fuzzystrmatch', 'unaccent'] as const;

/** How long (ms) a server may take to answer a new connection. */
const connectTimeoutMs = 5_000;

/**
 * Connects, encrypted where the server can and the address allows, and checks. Gives the address that works.
 * @param knownMigrations timestamps of the migrations of this version; `any`: the data are to be replaced
 * @throws DatabaseProblem
 */
export async function checkDatabase(
  address: DatabaseAddress,
  knownMigrations: readonly number[] | 'any',
): Promise<DatabaseAddress> {
  const { client, used } = await connect(address);
  try {
    await checkVersion(client);
    await checkPooler(used, client);
    const place = await placeOfTables(client);
    if (place.own) {
      if (knownMigrations !== 'any') await checkMigrations(client, knownMigrations);
    } else await checkEmpty(client, place, used.user);
    return used;
  } catch (error) {
    throw error instanceof DatabaseProblem ? error : (explainDatabaseError(error, used) ?? error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connect(address: DatabaseAddress): Promise<{ client: Client; used: DatabaseAddress }> {
  if (address.prefersEncryption) {
    const used = encrypted(address);
    try {
      return { client: await open(used), used };
    } catch (error) {
      // Only a server without encryption, or a rule that wants none, gets a second, plain try.
      if (!/does not support SSL|SSL on|SSL encryption/.test(String(error))) throw explained(error, address);
    }
  }
  try {
    return { client: await open(address), used: address };
  } catch (error) {
    throw explained(error, address);
  }
}

const explained = (error: unknown, address: DatabaseAddress) => explainDatabaseError(error, address) ?? error;

async function open({ prefersEncryption: _, ...address }: DatabaseAddress): Promise<Client> {
  const client = new Client({
    ...address,
    ...keepAlive,
    application_name: 'nexus',
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: 30_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await limitConnection(client, unlimited);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS version`,
  );
  const [row] = rows;
  if (row && row.number < oldestMajor * 10_000) {
    throw new DatabaseProblem(
      `The server is PostgreSQL ${row.version}: Nexus needs ${oldestMajor} or later.`,
    );
  }
}

/**
 * A pooler in transaction mode hands one server connection to several clients in turn: locks and settings of a
 * connection don't hold there. A second client that gets the connection of the first shows it.
 */
async function checkPooler(address: DatabaseAddress, first: Client): Promise<void> {
  const processOf = async (client: Client) =>
    (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
  const before = await processOf(first);
  const second = await open(address);
  try {
    await second.query('BEGIN');
    const other = await processOf(second);
    const after = await processOf(first);
    await second.query('COMMIT');
    if (other !== before && after === before) return;
  } finally {
    await second.end().catch(() => undefined);
  }
  throw new DatabaseProblem(
    'The pooler in front of the database is in transaction mode, where locks of a connection do not hold: set pool_mode = session for this database, or connect to Postgres itself.',
  );
}

interface TablesPlace {
  /** The schema that a table without one is made in; null: none exists. */
  schema: string | null;
  own: boolean;
  path: string;
  /** Another schema that holds the tables. */
  elsewhere: string | null;
}

async function placeOfTables(client: Client): Promise<TablesPlace> {
  const { rows } = await client.query<TablesPlace>(
    `SELECT current_schema() AS schema, current_setting('search_path') AS path, to_regclass('migrations') IS NOT NULL AS own,
            (SELECT min(schemaname) FROM pg_tables AS one
              WHERE tablename = 'migrations'
                AND EXISTS (SELECT FROM pg_tables AS two WHERE two.schemaname = one.schemaname AND tablename = 'guilds')
            ) AS elsewhere`,
  );
  return rows[0] ?? { schema: null, own: false, path: '', elsewhere: null };
}

/** An older version does not know what a newer one changed, and would write what that can't read. */
async function checkMigrations(client: Client, known: readonly number[]): Promise<void> {
  const { rows } = await client.query<{ timestamp: string; name: string }>(
    'SELECT timestamp, name FROM migrations ORDER BY timestamp DESC',
  );
  const unknown = rows.filter(({ timestamp }) => !known.includes(Number(timestamp)));
  if (unknown.length === 0) return;
  throw new DatabaseProblem(
    `The database is of a newer version of Nexus (${unknown[0]?.name}): start that version, or restore a backup of this one.`,
  );
}

/** Before the first migration: it must be able to make everything, so that nothing is left half made. */
async function checkEmpty(client: Client, place: TablesPlace, user: string | undefined): Promise<void> {
  if (place.elsewhere) {
    throw new DatabaseProblem(
      `The tables are in the schema "${place.elsewhere}", but the search_path is ${place.path}: run ALTER ROLE "${user ?? 'nexus'}" SET search_path = "${place.elsewhere}".`,
    );
  }
  if (place.schema === null) {
    throw new DatabaseProblem(
      `The search_path names no schema that exists: run ALTER ROLE "${user ?? 'nexus'}" SET search_path = public.`,
    );
  }
  const { rows } = await client.query<{
    creates: boolean;
    extends: boolean;
    missing: string[];
    locked: string[];
  }>(
    `SELECT has_schema_privilege(current_schema(), 'CREATE') AS creates,
            has_database_privilege(current_database(), 'CREATE') AS extends,
            ARRAY(SELECT wanted FROM unnest($1::text[]) AS wanted
                   WHERE NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = wanted)) AS missing,
            ARRAY(SELECT wanted FROM unnest($1::text[]) AS wanted
                   WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = wanted)) AS locked`,
    [extensions],
  );
  const [rights] = rows;
  if (!rights) return;
  if (rights.missing.length > 0) {
    throw new DatabaseProblem(
      `The server lacks the extensions ${rights.missing.join(', ')}: install its contrib package (on Debian postgresql-contrib).`,
    );
  }
  if (!rights.creates) {
    throw new DatabaseProblem(
      `The user may not create tables in the schema "${place.schema}": run GRANT CREATE ON SCHEMA "${place.schema}" TO "${user ?? 'nexus'}", or make the user the owner of the database.`,
    );
  }
  if (rights.locked.length > 0 && !rights.extends) {
    const statements = rights.locked.map((name) => `CREATE EXTENSION ${name};`).join(' ');
    throw new DatabaseProblem(
      `The user may not create extensions: let an administrator run in this database: ${statements}`,
    );
  }
}
