/** What the benchmark's entries are found by, made at once: the bot would take them up one batch after the other. */
import type { Client } from 'pg';
import { documentOf, documentVersion, type EntryDocument } from '../src/features/words/index.js';

/** Documents of one statement. */
const batch = 2_000;

export interface Indexed {
  guildId: string;
  number: number;
  title: string | null;
  tags: readonly string[];
  body: string;
  type: string;
  isAccepted: boolean;
}

/** Runs the work without the triggers that note changes and count words, then counts all words again. */
export async function withoutCounting(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('ALTER TABLE entries DISABLE TRIGGER entries_note_search_change');
  await client.query('ALTER TABLE search_documents DISABLE TRIGGER search_documents_added');
  await work();
  await client.query('ALTER TABLE search_documents ENABLE TRIGGER search_documents_added');
  await client.query('ALTER TABLE entries ENABLE TRIGGER entries_note_search_change');
  await client.query('TRUNCATE vocabulary');
  await client.query(
    `INSERT INTO vocabulary (guild_id, word, entries)
     SELECT guild_id, word, count(*) FROM search_documents, unnest(tsvector_to_array(words) || ARRAY['']) AS word GROUP BY 1, 2`,
  );
}

export async function indexEntries(client: Client, entries: readonly Indexed[]): Promise<void> {
  for (let from = 0; from < entries.length; from += batch) {
    const part = entries.slice(from, from + batch);
    const documents = part.map(madeOf);
    await client.query(
      `INSERT INTO search_documents (guild_id, number, words, strengths, version)
       SELECT guild_id, number, words::tsvector, strengths::tsvector, $5
         FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[]) AS made (guild_id, number, words, strengths)`,
      [
        part.map(({ guildId }) => guildId),
        part.map(({ number }) => number),
        documents.map(({ words }) => words),
        documents.map(({ strengths }) => strengths),
        documentVersion,
      ],
    );
  }
}

/** As the bot would make it. */
export function madeOf({
  title,
  tags,
  body,
  type,
  isAccepted,
}: Omit<Indexed, 'guildId' | 'number'>): EntryDocument {
  return documentOf({ title, tags, body, aliases: [], marks: isAccepted ? [type, 'accepted'] : [type] });
}
