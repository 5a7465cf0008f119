/** Keeps what entries are found by as their texts are: what changed is indexed in batches, before any search that needs it. */
import type { DataSource, EntityManager } from 'typeorm';
import { type DocumentSource, documentOf, documentVersion } from '../words/index.js';

/** Changes indexed in one transaction: few enough that a wait for the guild's lock isn't noticed. */
const batchSize = 200;

/** How many batches a search waits for at most; the job takes up what is left, as after an update of the bot. */
const batchesOfSearch = 5;

/** Documents of another version that are marked to be made again at once. */
const renewedAtOnce = 2_000;

/** All documents are read to find those; once there were none, they are looked for again after this (ms). */
const renewedAgainMs = 3_600_000;

/** One lock a guild: held by all who change documents, so that they take counts of words one after the other. */
const lock = `SELECT pg_advisory_xact_lock(hashtext('vocabulary'), hashint8($1::bigint))`;

/** The newest first: what was just written is what is looked for. Parameters: guild, how many. */
const takeChanges = `
  WITH taken AS (
    DELETE FROM search_changes WHERE id IN (SELECT id FROM search_changes WHERE guild_id = $1 ORDER BY id DESC LIMIT $2)
    RETURNING number
  ) SELECT count(*)::integer AS changes, coalesce(array_agg(DISTINCT number), '{}') AS numbers FROM taken`;

/** Parameters: guild, numbers. */
const dropDocuments = 'DELETE FROM search_documents WHERE guild_id = $1 AND number = ANY ($2)';

/** Parameters: guild, numbers. */
const changedEntries = `
  SELECT number, title, tags, body, type, accepted_at IS NOT NULL AS accepted,
         CASE WHEN type = 'challenge' THEN ARRAY(SELECT words FROM challenge_aliases a
           WHERE a.guild_id = e.guild_id AND a.challenge_number = e.number ORDER BY learned_at DESC LIMIT 20) ELSE '{}' END AS aliases
    FROM entries e WHERE guild_id = $1 AND number = ANY ($2) AND visible ORDER BY number`;

/** Parameters: guild, version, numbers, words, their strengths. */
const addDocuments = `
  INSERT INTO search_documents (guild_id, number, words, strengths, version)
  SELECT $1, number, words::tsvector, strengths::tsvector, $2
    FROM unnest($3::integer[], $4::text[], $5::text[]) AS made (number, words, strengths)`;

interface ChangedRow {
  number: number;
  title: string | null;
  tags: string[];
  body: string;
  type: string;
  accepted: boolean;
  aliases: string[];
}

export class SearchIndex {
  private readonly runs = new Map<string, { current: Promise<void>; next: Promise<void> | undefined }>();

  private renewedAt: number | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Indexes what changed in a guild until now. Those who ask at once share one run, so that they don't wait in line with a
   * connection each: a caller that comes while a run is under way, and may be too late for it, gets the next one.
   */
  catchUp(guildId: string): Promise<void> {
    const runs = this.runs.get(guildId);
    if (!runs) return this.begin(guildId);
    runs.next ??= runs.current.catch(() => undefined).then(() => this.begin(guildId));
    return runs.next;
  }

  private begin(guildId: string): Promise<void> {
    const current = this.run(guildId).finally(() => {
      if (this.runs.get(guildId)?.next === undefined) this.runs.delete(guildId);
    });
    this.runs.set(guildId, { current, next: undefined });
    return current;
  }

  private async run(guildId: string): Promise<void> {
    for (let batches = 0; batches < batchesOfSearch; batches += 1) {
      if ((await this.takeUp(guildId)) < batchSize) return;
    }
  }

  /** Indexes what changed anywhere, until it is asked to stop. */
  async catchUpAll(stopping: AbortSignal): Promise<void> {
    for (;;) {
      const guilds: { guild_id: string }[] = await this.dataSource.query(
        'SELECT DISTINCT guild_id FROM (SELECT guild_id FROM search_changes ORDER BY id LIMIT 1000) oldest',
      );
      if (guilds.length === 0) return;
      for (const { guild_id: guildId } of guilds) {
        if (stopping.aborted) return;
        await this.catchUp(guildId);
      }
    }
  }

  /** Marks documents that another version of the bot made, some at a time; gives how many. Then looks again every hour. */
  async renewOutdated(): Promise<number> {
    if (this.renewedAt !== undefined && performance.now() - this.renewedAt < renewedAgainMs) return 0;
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO search_changes (guild_id, number)
       SELECT guild_id, number FROM search_documents WHERE version <> $1 LIMIT $2 RETURNING id`,
      [documentVersion, renewedAtOnce],
    );
    if (rows.length < renewedAtOnce) this.renewedAt = performance.now();
    return rows.length;
  }

  private async takeUp(guildId: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(lock, [guildId]);
      const [taken]: { changes: number; numbers: number[] }[] = await manager.query(takeChanges, [
        guildId,
        batchSize,
      ]);
      if (taken && taken.changes > 0) await index(manager, guildId, taken.numbers);
      return taken?.changes ?? 0;
    });
  }
}

async function index(manager: EntityManager, guildId: string, numbers: readonly number[]): Promise<void> {
  const entries: ChangedRow[] = await manager.query(changedEntries, [guildId, numbers]);
  await manager.query(dropDocuments, [guildId, numbers]);
  const documents = entries.map((entry) => documentOf({ ...entry, marks: marksOf(entry) }));
  await manager.query(addDocuments, [
    guildId,
    documentVersion,
    entries.map(({ number }) => number),
    documents.map(({ words }) => words),
    documents.map(({ strengths }) => strengths),
  ]);
}

/** What an entry is besides its words: drafts are compared with challenges and with what solved them. */
function marksOf({ type, accepted }: Pick<ChangedRow, 'type' | 'accepted'>): DocumentSource['marks'] {
  return accepted ? [type, 'accepted'] : [type];
}
