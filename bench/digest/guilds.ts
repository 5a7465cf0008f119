/** The guilds of the digest benchmark: many, of very different sizes, generated in the database. */
import { Client } from 'pg';
import { documentVersion } from '../../src/features/words/index.js';
import { madeOf } from '../documents.js';

export const digestGuildCount = 2_500;

/** The smallest and the largest guild (entries); sizes fall off by Zipf's law, as in real communities. */
const smallest = 100;
const largest = 5_000;
const fallOff = 0.5;

/** Guilds per statement. */
const batch = 50;
/** Statements in parallel. */
const connections = 2;

/** A guild's entries are spread over so many weeks before its digest. */
const weeks = 20;

export const digestGuildIds = Array.from(
  { length: digestGuildCount },
  (_, index) => `12500000000${String(index).padStart(8, '0')}`,
);
export const digestChannelOf = (guildId: string) => `126${guildId.slice(3)}`;

const sizeOf = (index: number) => Math.max(smallest, Math.round(largest / (index + 1) ** fallOff));

/** Fills the guilds and schedules a digest in each, all due at `dueAt`. Returns the number of entries. */
export async function fillGuilds(url: string, dueAt: Date): Promise<{ entries: number; seconds: number }> {
  const begun = performance.now();
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client(url);
      await client.connect();
      return client;
    }),
  );
  try {
    const [first] = clients as [Client];
    const { rows: indexes } = await first.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
        WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%'`,
    );
    for (const { name } of indexes) await first.query(`DROP INDEX ${name}`);
    const guilds = digestGuildIds.map((id, index) => ({
      id,
      channel: digestChannelOf(id),
      size: sizeOf(index),
    }));
    const batches = Array.from({ length: Math.ceil(guilds.length / batch) }, (_, index) =>
      guilds.slice(index * batch, (index + 1) * batch),
    );
    await Promise.all(
      clients.map(async (client) => {
        // What triggers would check is correct by construction, and the rows don't need to survive a power failure.
        await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
        for (let next = batches.shift(); next; next = batches.shift()) {
          for (const statement of statements)
            await client.query(statement, parametersOf(statement, next, dueAt));
        }
      }),
    );
    await indexWords(first);
    await Promise.all(
      indexes.map(async ({ definition }, index) => clients[index % connections]?.query(definition)),
    );
    await first.query('VACUUM ANALYZE');
    const entries = guilds.reduce((sum, { size }) => sum + size, 0);
    return { entries, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/**
 * What entries are found by, as the bot would make it. Entries of the same number say the same in all guilds: so the
 * documents of the largest one are those of all.
 */
async function indexWords(client: Client): Promise<void> {
  interface Row {
    number: number;
    title: string | null;
    tags: string[];
    body: string;
    type: string;
    isAccepted: boolean;
  }
  const { rows } = await client.query<Row>(
    `SELECT number, title, tags, body, type, accepted_at IS NOT NULL AS "isAccepted" FROM entries WHERE guild_id = $1`,
    [digestGuildIds[0]],
  );
  await client.query(
    'CREATE TEMPORARY TABLE documents (number integer PRIMARY KEY, words tsvector, strengths tsvector)',
  );
  const made = rows.map(madeOf);
  await client.query(
    'INSERT INTO documents SELECT * FROM unnest($1::integer[], $2::tsvector[], $3::tsvector[])',
    [
      rows.map(({ number }) => number),
      made.map(({ words }) => words),
      made.map(({ strengths }) => strengths),
    ],
  );
  await client.query(
    `INSERT INTO search_documents (guild_id, number, words, strengths, version)
     SELECT e.guild_id, e.number, d.words, d.strengths, $2 FROM entries e JOIN documents d USING (number)
      WHERE e.guild_id = ANY ($1::bigint[])`,
    [digestGuildIds, documentVersion],
  );
  await client.query(
    `INSERT INTO vocabulary (guild_id, word, entries)
     SELECT guild_id, word, count(*) FROM search_documents, unnest(tsvector_to_array(words) || ARRAY['']) AS word
      WHERE guild_id = ANY ($1::bigint[]) GROUP BY 1, 2`,
    [digestGuildIds],
  );
}

function parametersOf(statement: string, guilds: unknown[], dueAt: Date): unknown[] {
  return statement.includes('$2') ? [JSON.stringify(guilds), dueAt] : [JSON.stringify(guilds)];
}

// From old to new, and different in every guild, so that no two charts are the same.
const age = 'power((size - number + 0.5) / size, 1 + id % 50 / 100.0)';

const asked = 'jsonb_to_recordset($1::jsonb) AS guild (id bigint, channel bigint, size integer)';

const statements = [
  `INSERT INTO guilds (id, last_number, channel_id, set_up_at, timezone, digest_weekday, digest_time,
                       digest_period_start, digest_due_at, created_at)
   SELECT id, size, channel, $2::timestamptz - interval '1 year', 'UTC',
          extract(isodow FROM $2::timestamptz AT TIME ZONE 'UTC'), ($2::timestamptz AT TIME ZONE 'UTC')::time,
          $2::timestamptz - interval '7 days', $2, $2::timestamptz - interval '1 year'
     FROM ${asked}`,
  `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
   SELECT id, 1270000000000000000 + member, 'Learner ' || member, $2::timestamptz - interval '1 year', $2
     FROM ${asked}, generate_series(1, 10 + size / 50) AS member`,
  // Of twenty entries fifteen are learnings, three challenges, and two solutions, of which one is accepted.
  `INSERT INTO entries (guild_id, number, type, kind, title, body, tags, author_id, challenge_number, created_at,
                        accepted_at, accepted_by)
   SELECT id, number, type, CASE WHEN type = 'learning' THEN 'concept' END,
          CASE WHEN type <> 'solution' THEN 'Entry ' || number || ' tells of ' || words[1 + number % 12] END,
          'What was seen in ' || words[1 + number % 12] || ' and then in ' || words[1 + number % 7]
            || ', and why it came to that',
          CASE WHEN type = 'solution' THEN '{}' ELSE ARRAY[words[1 + number % 12]] END,
          1270000000000000000 + 1 + (number * 7) % (10 + size / 50),
          CASE WHEN type = 'solution' THEN number - 3 END, created_at,
          CASE WHEN number % 20 = 18 THEN created_at END,
          CASE WHEN number % 20 = 18 THEN 1270000000000000000 + 1 + ((number - 3) * 7) % (10 + size / 50) END
     FROM ${asked}, generate_series(1, size) AS number,
          LATERAL (SELECT CASE WHEN number % 20 < 15 THEN 'learning' WHEN number % 20 < 18 THEN 'challenge'
                     ELSE 'solution' END AS type,
                   $2::timestamptz - ${age} * interval '${weeks} weeks' AS created_at,
                   '{docker,git,django,react,sql,testing,css,jwt,redis,graphql,ci,python}'::text[] AS words) made`,
  `INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at)
   SELECT 1280000000000000000 + id % 100000000 * 10000 + number, channel, id, number,
          $2::timestamptz - ${age} * interval '${weeks} weeks'
     FROM ${asked}, generate_series(1, size) AS number`,
  // Every third entry was helpful to some, within the hour.
  `INSERT INTO helpful_votes (guild_id, entry_number, member_id, voted_at)
   SELECT id, number, 1270000000000000000 + 1 + (number * 7 + other) % (10 + size / 50),
          $2::timestamptz - ${age} * interval '${weeks} weeks' + interval '1 minute'
     FROM ${asked}, generate_series(3, size, 3) AS number, generate_series(1, 1 + number % 4) AS other`,
];
