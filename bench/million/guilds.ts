/** A million entries in 200 guilds, one of them of 200,000: made up the same way in every run. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { documentVersion } from '../../src/features/words/index.js';
import {
  type BenchEntry,
  type Cohort,
  cohortChannelId,
  guildId,
  makeCohort,
  memberCount,
  memberId,
} from '../cohort.js';
import { madeOf } from '../documents.js';

/** Entries of the large guild and of each small one; guilds in all. */
export const largeSize = Number(process.env['BENCH_LARGE'] ?? 200_000);
export const smallSize = 4_000;
export const guildCount = Number(process.env['BENCH_GUILDS'] ?? 200);

export const largeGuildId = guildId;
const smallGuildId = (index: number) => String(1_210_000_000_000_000_000n + BigInt(index));
export const smallGuild = { id: smallGuildId(1), channelId: String(1_220_000_000_000_000_001n) };

export interface Filled {
  cohort: Cohort;
  entries: number;
  seconds: number;
}

/**
 * Rows are copied in without triggers, and indexes made once at the end: anything else would take hours. The small guilds
 * all say the same, so that the words of one are read: their rows are what makes tables and indexes large.
 */
export async function fillMillion(url: string): Promise<Filled> {
  const begun = performance.now();
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off;
      SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'`);
    const indexes = await dropIndexes(client);
    const cohort = makeCohort(largeSize);
    await addGuild(client, largeGuildId, cohortChannelId, largeSize);
    await addEntries(client, largeGuildId, cohort.entries);
    await addGuild(client, smallGuild.id, smallGuild.channelId, smallSize);
    await addEntries(client, smallGuild.id, makeCohort(smallSize).entries);
    await client.query(countWords);
    const others = Array.from({ length: guildCount - 2 }, (_, index) => index + 2);
    for (const index of others)
      await addGuild(
        client,
        smallGuildId(index),
        String(1_220_000_000_000_000_000n + BigInt(index)),
        smallSize,
      );
    for (const statement of copies) await client.query(statement, [others.map(smallGuildId), smallGuild.id]);
    for (const definition of indexes) await client.query(definition);
    await client.query('VACUUM ANALYZE');
    const entries = largeSize + (guildCount - 1) * smallSize;
    return { cohort, entries, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    await client.end();
  }
}

/** Drops what no constraint needs of the tables that are filled; gives how to make it again. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = 'public' AND tablename IN ('entries', 'search_documents')
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

const columns = `number, type, kind, title, body, tags, author_id, challenge_number, created_at, accepted_at, accepted_by`;

const copies = ['entries', 'search_documents', 'vocabulary'].map((table) => {
  const copied = {
    entries: columns,
    search_documents: 'number, words, strengths, version',
    vocabulary: 'word, entries',
  }[table];
  return `INSERT INTO ${table} (guild_id, ${copied})
    SELECT id, ${copied} FROM unnest($1::bigint[]) AS id, ${table} WHERE guild_id = $2`;
});

const countWords = `INSERT INTO vocabulary (guild_id, word, entries)
  SELECT guild_id, word, count(*) FROM search_documents, unnest(tsvector_to_array(words) || ARRAY['']) AS word GROUP BY 1, 2`;

async function addGuild(client: Client, id: string, channelId: string, size: number): Promise<void> {
  await client.query(
    `INSERT INTO guilds (id, last_number, channel_id, set_up_at, created_at, hourly_limit, daily_limit)
     VALUES ($1, $2, $3, now(), now(), 500, 1000)`,
    [id, size, channelId],
  );
  await client.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
     SELECT $1, id, 'Learner ' || place - 1, now(), now() FROM unnest($2::bigint[]) WITH ORDINALITY AS member (id, place)`,
    [id, Array.from({ length: memberCount }, (_, index) => memberId(index))],
  );
}

async function addEntries(client: Client, id: string, entries: readonly BenchEntry[]): Promise<void> {
  await copy(client, `entries (guild_id, ${columns})`, entries, (entry) => [
    id,
    entry.number,
    entry.type,
    entry.kind,
    entry.title,
    entry.body,
    `{${entry.tags.join(',')}}`,
    entry.authorId,
    entry.challengeNumber,
    entry.createdAt.toISOString(),
    entry.isAccepted ? entry.createdAt.toISOString() : null,
    entry.isAccepted ? entry.authorId : null,
  ]);
  await copy(client, 'search_documents (guild_id, number, words, strengths, version)', entries, (entry) => {
    const { words, strengths } = madeOf(entry);
    return [id, entry.number, words, strengths, documentVersion];
  });
}

/** One line a row, in the text format of COPY. */
async function copy<Item>(
  client: Client,
  target: string,
  items: readonly Item[],
  valuesOf: (item: Item) => readonly (string | number | null)[],
): Promise<void> {
  function* lines() {
    for (const item of items) yield `${valuesOf(item).map(escaped).join('\t')}\n`;
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (value: string | number | null): string =>
  value === null ? '\\N' : String(value).replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign);
