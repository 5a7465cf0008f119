/** The benchmark's database: a durable server, and the same guild for every bot. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.js';
import { type BenchEntry, cohortChannelId, guildId, memberCount, memberId } from './cohort.js';
import { indexEntries, withoutCounting } from './documents.js';

const database = 'nexus_bench';

/** Entries per statement. */
const batch = 2_000;

export interface BenchDatabase {
  url: string;
  /** The version, and whether a confirmed write survives a power failure. */
  description: string;
  remove(): Promise<void>;
}

/**
 * A new database on its own server, or on the one `BENCH_DATABASE_URL` names. `BENCH_POSTGRES_BIN` has the binaries of
 * another Postgres, for example `/usr/lib/postgresql/15/bin` of Debian, whose JIT is on.
 */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const server = await openServer();
  try {
    await withClient(server.adminUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${database}`);
    });
    return {
      url: server.url,
      description: await withClient(server.url, describe),
      async remove() {
        await withClient(server.adminUrl, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openServer(): Promise<{ adminUrl: string; url: string; stop(): Promise<void> }> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) {
    const url = new URL(given);
    url.pathname = `/${database}`;
    return { adminUrl: given, url: url.href, stop: async () => undefined };
  }
  const directory = await mkdtemp(join(tmpdir(), 'nexus-bench-'));
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({
      dataDirectory: directory,
      database: 'postgres',
      binaries: process.env.BENCH_POSTGRES_BIN,
    });
    return {
      adminUrl: server.url('postgres'),
      url: server.url(database),
      async stop() {
        await server.stop();
        await removeDirectory();
      },
    };
  } catch (error) {
    await removeDirectory();
    throw error;
  }
}

async function describe(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string; fsync: string; commit: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS commit`,
  );
  const [row] = rows;
  return `PostgreSQL ${row?.version}, fsync ${row?.fsync}, synchronous_commit ${row?.commit}`;
}

/** Inserts the guild into the bot's own tables and into the raw bot's table. */
export async function fill(url: string, entries: readonly BenchEntry[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      `INSERT INTO guilds (id, last_number, channel_id, set_up_at, created_at) VALUES ($1, $2, $3, $4, $4)`,
      [guildId, entries.length, cohortChannelId, entries[0]?.createdAt],
    );
    await client.query(
      `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
       SELECT $1, id, 'Learner ' || place - 1, $3, now() FROM unnest($2::bigint[]) WITH ORDINALITY AS member (id, place)`,
      [guildId, Array.from({ length: memberCount }, (_, index) => memberId(index)), entries[0]?.createdAt],
    );
    await withoutCounting(client, async () => {
      for (let from = 0; from < entries.length; from += batch)
        await client.query(insertEntries, [guildId, JSON.stringify(entries.slice(from, from + batch))]);
      await indexEntries(
        client,
        entries.map((entry) => ({ ...entry, guildId })),
      );
    });
    await client.query(
      `INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at)
       SELECT 1300000000000000000 + number, $2, guild_id, number, created_at FROM entries WHERE guild_id = $1`,
      [guildId, cohortChannelId],
    );
    // Every third entry was helpful to someone, the early ones to more people.
    await client.query(
      `INSERT INTO helpful_votes (guild_id, entry_number, member_id, voted_at)
       SELECT e.guild_id, e.number, m.user_id, e.created_at FROM entries e
         JOIN members m ON m.guild_id = e.guild_id AND m.user_id <> e.author_id
          AND (m.user_id % 1000 * 31 + e.number * 17) % (150 + e.number / 50) = 0
        WHERE e.guild_id = $1 AND e.number % 3 = 0`,
      [guildId],
    );
    await client.query(rawTable);
    await client.query(
      `INSERT INTO raw_entries (guild_id, number, author_id, kind, title, body, tags)
       SELECT guild_id, number, author_id, kind, coalesce(title, 'Solution'), body, tags FROM entries`,
    );
    await client.query(`SELECT setval('raw_entries_number_seq', $1)`, [entries.length]);
    await client.query('CREATE INDEX ON raw_entries USING gin (search)');
    await client.query(rawPoints);
    await client.query('CREATE INDEX ON raw_points (guild_id, points DESC)');
    await client.query('VACUUM ANALYZE');
  });
}

/** A running total, as a bot keeps one that counts each contribution as one. */
const rawPoints = `
  CREATE TABLE raw_points AS
  SELECT guild_id, author_id AS user_id, count(*)::integer AS points FROM entries GROUP BY 1, 2`;

const insertEntries = `
  INSERT INTO entries (guild_id, number, type, kind, title, body, tags, author_id, challenge_number, created_at,
                       accepted_at, accepted_by)
  SELECT $1::bigint, number, type, kind, title, body, ARRAY(SELECT jsonb_array_elements_text(tags)), "authorId",
         "challengeNumber", "createdAt", CASE WHEN "isAccepted" THEN "createdAt" END,
         CASE WHEN "isAccepted" THEN "authorId" END
    FROM jsonb_to_recordset($2::jsonb) AS entry (number integer, type text, kind text, title text, body text,
         tags jsonb, "authorId" bigint, "challengeNumber" integer, "isAccepted" boolean, "createdAt" timestamptz)`;

const rawTable = `
  CREATE TABLE raw_entries (
    guild_id bigint NOT NULL,
    number serial,
    author_id bigint NOT NULL,
    kind text,
    title text NOT NULL,
    body text NOT NULL,
    tags text[],
    search tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED,
    PRIMARY KEY (guild_id, number)
  )`;

export interface Kept {
  entries: number;
  cards: number;
}

/** How many entries and cards the bot has stored for the guild. */
export function countKept(url: string): Promise<Kept> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Kept>(
      `SELECT (SELECT count(*)::integer FROM entries WHERE guild_id = $1) AS entries,
              (SELECT count(*)::integer FROM cards WHERE guild_id = $1) AS cards`,
      [guildId],
    );
    return rows[0] ?? { entries: 0, cards: 0 };
  });
}

export interface KeptImports {
  /** Rows of entries per import, including solutions: the same for all, or it fails. */
  each: number;
  /** Transactions that wrote the rows of one import. */
  transactions: number;
}

/** What so many imports left in the database. */
export function readImports(url: string, imports: number): Promise<KeptImports> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<KeptImports>(
      `SELECT count(*)::integer AS each, count(DISTINCT xmin::text)::integer AS transactions FROM entries
        WHERE import_id IS NOT NULL GROUP BY import_id`,
    );
    const [first] = rows;
    const isAlike = rows.every((row) => row.each === first?.each && row.transactions === first.transactions);
    if (!first || rows.length !== imports || !isAlike)
      throw new Error(`${imports} READMEs were imported; kept are ${JSON.stringify(rows)}`);
    return first;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
