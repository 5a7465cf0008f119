/** Imports of READMEs in the database: previews, deciding on them, and keeping all their entries at once. */

import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { Entry, EntryType, LearningKind } from '../../entities/entry.js';
import type { Contributor } from '../../entities/member.js';
import type { ReadmeImport } from '../../entities/readme-import.js';
import { changed, rows } from '../../platform/rows.js';
import { openReview } from '../entries/index.js';
import { rememberMember } from '../members/index.js';
import type { ImportSummary } from './import-model.js';
import { type FoundImport, type SummaryRow, summaryOf } from './import-rows.js';
import {
  insertEntries,
  lockDeleted,
  ownEntries,
  releaseDeleted,
  summaryQuery,
  takeNumbers,
} from './import-statements.js';

export type { FoundImport };

type OwnEntry = Pick<Entry, 'number' | 'type' | 'kind' | 'title' | 'fingerprint'>;

export type NewImport = Pick<
  ReadmeImport,
  'guildId' | 'id' | 'memberId' | 'fileName' | 'fileHash' | 'preview' | 'keptUntil' | 'createdAt'
>;

/** An entry to be of an import; a challenge with a solution becomes two, paired. */
export interface ImportedEntry {
  type: Exclude<EntryType, 'solution'>;
  kind: LearningKind | null;
  title: string;
  body: string;
  solution: string | null;
  link: string | null;
  tags: readonly string[];
  section: string | null;
  isDone: boolean;
  fingerprint: string;
}

/** What of a preview is kept, and how many of its entries were left out since they are there already. */
export interface Chosen {
  /** What the document calls itself. */
  title?: string | null;
  entries: readonly ImportedEntry[];
  knownCount: number;
}

const importQuery = `
  SELECT member_id, state, file_name, file_hash, preview, kept_until, created_at FROM imports
   WHERE guild_id = $1 AND id = $2`;

/** Previews and cancelled imports of a member that are kept at most. */
const previewsKept = 5;

export class ImportStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a preview; the member's older ones beyond a few go. */
  async insert(row: NewImport): Promise<void> {
    await this.dataSource.query(
      `WITH guild AS (INSERT INTO guilds (id, created_at) VALUES ($1, $8) ON CONFLICT DO NOTHING), older AS (
         -- Asked again outside: one that is confirmed while this waits for it is none of these any more.
         DELETE FROM imports WHERE guild_id = $1 AND state <> 'done' AND id IN (
           SELECT id FROM imports WHERE guild_id = $1 AND member_id = $3 AND state <> 'done'
            ORDER BY created_at DESC, id OFFSET ${previewsKept - 1}))
       INSERT INTO imports (guild_id, id, member_id, file_name, file_hash, preview, kept_until, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        row.guildId,
        row.id,
        row.memberId,
        row.fileName,
        row.fileHash,
        JSON.stringify(row.preview),
        row.keptUntil,
        row.createdAt,
      ],
    );
  }

  async find(guildId: string, id: string): Promise<FoundImport | undefined> {
    const [found] = await rows<FoundImport>(this.dataSource, importQuery, [guildId, id]);
    return found;
  }

  /** When the member last imported a file with this hash. */
  async doneBefore(guildId: string, memberId: string, fileHash: string): Promise<Date | null> {
    const [done] = await rows<{ decidedAt: Date }>(
      this.dataSource,
      `SELECT decided_at FROM imports WHERE guild_id = $1 AND member_id = $2 AND file_hash = $3 AND state = 'done'
        ORDER BY decided_at DESC LIMIT 1`,
      [guildId, memberId, fileHash],
    );
    return done?.decidedAt ?? null;
  }

  /** The member's entries that are not deleted, solutions left out. */
  async ownEntries(guildId: string, memberId: string): Promise<OwnEntry[]> {
    return this.dataSource.query(ownEntries, [guildId, memberId]);
  }

  /** Changes a preview, one change at a time. `change` gives null, or throws, when there is nothing to change. */
  async change(
    guildId: string,
    id: string,
    change: (found: FoundImport | undefined) => Record<string, unknown>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const preview = change(await locked(manager, guildId, id));
      await manager.query('UPDATE imports SET preview = $3 WHERE guild_id = $1 AND id = $2', [
        guildId,
        id,
        JSON.stringify(preview),
      ]);
    });
  }

  /** Lets go of a preview unless it was decided on; `settle` looks at what is found, and throws to leave it. */
  async cancel(
    guildId: string,
    id: string,
    at: Date,
    settle: (found: FoundImport | undefined) => void,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      settle(await locked(manager, guildId, id));
      await manager.query(
        `UPDATE imports SET state = 'cancelled', preview = NULL, decided_at = $3
          WHERE guild_id = $1 AND id = $2 AND state = 'preview'`,
        [guildId, id, at],
      );
    });
  }

  /**
   * Stores what `choose` takes of a preview, all or nothing, and only once: a second caller finds it done.
   * `choose` sees the import and what the author has; it gives undefined when there is nothing to decide any more, or
   * throws. Imports of one author wait for each other, so that two files never bring the same entry twice.
   */
  async keep(
    guildId: string,
    id: string,
    author: Contributor,
    at: Date,
    choose: (found: FoundImport | undefined, own: readonly OwnEntry[]) => Chosen | undefined,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const found = await locked(manager, guildId, id);
      await manager.query(
        `SELECT pg_advisory_xact_lock(hashtext('imports'), hashint8($1::bigint # $2::bigint))`,
        [guildId, author.id],
      );
      await manager.query(lockDeleted, [guildId, author.id]);
      const chosen = choose(found, await manager.query(ownEntries, [guildId, author.id]));
      if (!chosen) return;
      const { title = null, entries, knownCount } = chosen;
      if (entries.length > 0) await this.insertEntries(manager, { guildId, id, author, at, entries });
      await manager.query(
        `UPDATE imports SET state = 'done', preview = NULL, kept_until = NULL, decided_at = $3, entry_count = $4,
                pair_count = $5, known_count = $6, title = $7
          WHERE guild_id = $1 AND id = $2`,
        [guildId, id, at, entries.length, entries.filter(isPair).length, knownCount, title],
      );
    });
  }

  /** What an import brought; undefined when it is not done. */
  async summary(guildId: string, id: string): Promise<ImportSummary | undefined> {
    const [row] = await rows<SummaryRow>(this.dataSource, summaryQuery, [guildId, id]);
    return row && summaryOf(guildId, id, row);
  }

  /** Remembers the card that sums an import up, the first one. */
  async recordCard(guildId: string, id: string, place: CardPlace): Promise<void> {
    await recordSummary(this.dataSource, guildId, id, place);
  }

  /** Erases previews nobody decided on in time, and what was cancelled. */
  async removeExpired(now: Date): Promise<number> {
    return changed(this.dataSource, 'DELETE FROM imports WHERE kept_until < $1', [now]);
  }

  private async insertEntries(
    manager: EntityManager,
    {
      guildId,
      id,
      author,
      at,
      entries,
    }: { guildId: string; id: string; author: Contributor; at: Date } & Pick<Chosen, 'entries'>,
  ): Promise<void> {
    await manager.query(releaseDeleted, [guildId, author.id, entries.map(({ fingerprint }) => fingerprint)]);
    const count = entries.length + entries.filter(isPair).length;
    const [guild] = await rows<{ lastNumber: number; held: boolean }>(manager, takeNumbers, [
      guildId,
      author.id,
      count,
    ]);
    const isHeld = guild?.held === true && !author.isModerator;
    await manager.query(rememberMember(), [guildId, author.id, author.displayName, at]);
    const all = numbered(entries, (guild?.lastNumber ?? count) - count + 1);
    await manager.query(insertEntries, [guildId, author.id, at, id, JSON.stringify(all), isHeld]);
    if (isHeld) await openReview(manager, guildId, { import: id }, at);
  }
}

/** As `ImportStore.recordCard`, within a transaction of the caller's. */
export async function recordSummary(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  id: string,
  { channelId, messageId }: CardPlace,
): Promise<void> {
  await manager.query(
    `UPDATE imports SET channel_id = $3, message_id = $4
      WHERE guild_id = $1 AND id = $2 AND state = 'done' AND message_id IS NULL`,
    [guildId, id, channelId, messageId],
  );
}

/** The import, which nobody else changes until this transaction ends. */
async function locked(manager: EntityManager, guildId: string, id: string): Promise<FoundImport | undefined> {
  const [found] = await rows<FoundImport>(manager, `${importQuery} FOR UPDATE`, [guildId, id]);
  return found;
}

function isPair({ solution }: ImportedEntry): boolean {
  return solution !== null;
}

/** Rows in the entries' order, numbered from `first`; a solution comes right after its challenge. */
function numbered(entries: readonly ImportedEntry[], first: number) {
  let number = first;
  return entries.flatMap(({ solution, ...entry }) => {
    const challenge = { ...entry, number: number++, challengeNumber: null };
    if (solution === null) return [challenge];
    const answer = {
      number: number++,
      type: 'solution',
      body: solution,
      tags: [],
      challengeNumber: challenge.number,
      isDone: false,
    };
    return [challenge, answer];
  });
}
