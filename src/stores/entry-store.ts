/** Entries in the database: numbering, details, edits, deletion. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Entry, EntryType, LearningKind } from '../entities/entry.js';
import type { EntryDetails } from '../entities/entry-details.js';
import { Revision } from '../entities/revision.js';
import { type DetailsRow, detailsOf, detailsQuery } from './entry-details-query.js';
import { insertStatements } from './insert-statements.js';
import { prepared } from './prepared.js';
import { openReview, reopenItem, settleItem } from './queue-item-statement.js';

export { rememberMember } from './member-statement.js';

export interface Author {
  id: string;
  displayName: string;
}

/** Whoever gives something: a moderator’s own is never held. */
export type Contributor = Author & { isModerator?: boolean };

export interface NewEntry {
  guildId: string;
  author: Contributor;
  type: EntryType;
  kind: LearningKind | null;
  title: string | null;
  body: string;
  link: string | null;
  tags: readonly string[];
  challengeNumber: number | null;
  createdAt: Date;
  /** A draft this entry comes from: it is used up in the same statement, so that it makes one entry at most. */
  draftId?: string;
}

export type EntryContent = Pick<Entry, 'kind' | 'title' | 'body' | 'link' | 'tags'>;

interface RemovedRow {
  challenge_number: number;
  accepted_at: Date | null;
  held: boolean;
  import_id: string | null;
}

/** There for its author: visible to all, or held until a moderator has looked at it. */
const isTheAuthors = '(visible OR (held AND deleted_at IS NULL))';

export class EntryStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps a new entry under the guild's next number. Undefined when its challenge is not there (any more), or its
   * draft was used before: then no number is spent.
   */
  async insert(entry: NewEntry): Promise<{ number: number; held: boolean } | undefined> {
    const gate = entry.draftId ? 'draft' : entry.type === 'solution' ? 'challenge' : 'none';
    const values = [
      entry.guildId,
      entry.author.id,
      entry.author.displayName,
      entry.createdAt,
      entry.type,
      entry.kind,
      entry.title,
      entry.body,
      entry.link,
      entry.tags,
      entry.challengeNumber,
      entry.author.isModerator ?? false,
      ...(entry.draftId ? [entry.draftId] : []),
    ];
    const rows = await prepared<{ number: number; held: boolean }>(
      this.dataSource,
      `insert-entry:${gate}`,
      insertStatements[gate],
      values,
    );
    return rows[0];
  }

  /** The entry with what its card shows, deleted and hidden ones included. */
  async details(guildId: string, number: number): Promise<EntryDetails | undefined> {
    const rows = await prepared<DetailsRow>(this.dataSource, 'entry-details', detailsQuery, [
      guildId,
      number,
    ]);
    return rows[0] && detailsOf(rows[0]);
  }

  /** Former states, newest first. */
  async revisions(guildId: string, number: number): Promise<Revision[]> {
    return this.dataSource
      .getRepository(Revision)
      .find({ where: { guildId, entryNumber: number }, order: { revision: 'DESC' } });
  }

  /** Replaces the content, keeping the former state as a revision. False when the entry changed or went meanwhile. */
  async replaceContent(
    guildId: string,
    number: number,
    change: { content: EntryContent; editedBy: string; at: Date },
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const kept = await manager.query(
        `INSERT INTO revisions (guild_id, entry_number, revision, kind, title, body, link, tags, edited_by, written_at)
         SELECT guild_id, number, revision, kind, title, body, link, tags, $3, coalesce(edited_at, created_at)
           FROM entries WHERE guild_id = $1 AND number = $2 AND author_id = $3 AND ${isTheAuthors} FOR NO KEY UPDATE
         RETURNING revision`,
        [guildId, number, change.editedBy],
      );
      if (kept.length === 0) return false;
      const { kind, title, body, link, tags } = change.content;
      await manager.query(
        `UPDATE entries SET kind = $3, title = $4, body = $5, link = $6, tags = $7, edited_at = $8, revision = revision + 1,
                done_at = CASE WHEN $3 = 'goal' THEN done_at END
          WHERE guild_id = $1 AND number = $2`,
        [guildId, number, kind, title, body, link, tags, change.at],
      );
      await markCardsStale(manager, guildId, number, change.at);
      return true;
    });
  }

  /** Deletes for now. Gives whether it was there to delete, and whether its challenge lost its accepted solution. */
  async remove(
    guildId: string,
    number: number,
    by: string,
    at: Date,
  ): Promise<{ removed: boolean; reopened: number | null }> {
    return this.dataSource.transaction(async (manager) => {
      const before: Pick<RemovedRow, 'challenge_number' | 'accepted_at'>[] = await manager.query(
        `SELECT challenge_number, accepted_at FROM entries
          WHERE guild_id = $1 AND number = $2 AND author_id = $3 AND ${isTheAuthors} FOR NO KEY UPDATE`,
        [guildId, number, by],
      );
      if (!before[0]) return { removed: false, reopened: null };
      await manager.query(
        `UPDATE entries SET deleted_at = $3, deleted_by = $4, accepted_at = NULL, accepted_by = NULL
          WHERE guild_id = $1 AND number = $2`,
        [guildId, number, at, by],
      );
      await markCardsStale(manager, guildId, number, at);
      await settleItem(manager, {
        guildId,
        about: { entry: number },
        outcome: 'withdrawn',
        actorId: null,
        at,
      });
      return { removed: true, reopened: before[0].accepted_at ? before[0].challenge_number : null };
    });
  }

  /** Brings back what its author deleted; false when it was not deleted, by somebody else, or before `deletedAfter`. */
  async restore(guildId: string, number: number, deletedAfter: Date, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [restored] = (await manager.query(
        `UPDATE entries SET deleted_at = NULL, deleted_by = NULL
          WHERE guild_id = $1 AND number = $2 AND deleted_at > $3 AND deleted_by = author_id RETURNING held, import_id`,
        [guildId, number, deletedAfter],
      )) as [Pick<RemovedRow, 'held' | 'import_id'>[], number];
      await markCardsStale(manager, guildId, number, at);
      const [entry] = restored;
      // Deleting it for a moment is no way around the moderators.
      if (entry) await reopenItem(manager, guildId, number, at);
      if (entry?.held && entry.import_id !== null) {
        await openReview(manager, guildId, { import: entry.import_id }, at);
      }
      return entry !== undefined;
    });
  }

  /** Marks a goal done, or not done with null. */
  async setDone(guildId: string, number: number, doneAt: Date | null, at: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE entries SET done_at = $3 WHERE guild_id = $1 AND number = $2 AND kind = 'goal'`,
        [guildId, number, doneAt],
      );
      await markCardsStale(manager, guildId, number, at);
    });
  }

  /** Erases entries deleted before then for good; gives how many. An entry others' solutions answer stays. */
  async eraseDeleted(deletedBefore: Date): Promise<number> {
    const [, erased] = await this.dataSource.query(
      `DELETE FROM entries e WHERE e.deleted_at < $1 AND NOT EXISTS (
         SELECT 1 FROM entries s WHERE s.guild_id = e.guild_id AND s.challenge_number = e.number)`,
      [deletedBefore],
    );
    return erased;
  }
}

/**
 * Cards locked by their ids in one order everywhere, so that changes of a challenge and of its solutions at once wait
 * for each other instead of deadlocking. For the same reason entries are locked `FOR NO KEY UPDATE`: a vote, which
 * touches the card before its foreign key looks at the entry, need not wait for that.
 */
export const lockedCards = (condition: string) =>
  `message_id IN (SELECT message_id FROM cards WHERE ${condition} ORDER BY message_id FOR NO KEY UPDATE)`;

/**
 * The entry's own cards, those of the challenge or solutions that show it, and the one in the log channel. Gives the
 * entries whose cards they are.
 */
export async function markCardsStale(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  number: number,
  at: Date,
): Promise<number[]> {
  const [rows]: [{ entry_number: number }[], number] = await manager.query(
    `WITH queued AS (
       UPDATE queue_items SET card_due_at = $3::timestamptz
        WHERE guild_id = $1 AND entry_number = $2 AND decided_at IS NULL AND card_message_id IS NOT NULL)
     UPDATE cards SET stale_since = $3 WHERE ${lockedCards(`guild_id = $1 AND entry_number IN (
       SELECT $2::integer
       UNION SELECT challenge_number FROM entries WHERE guild_id = $1 AND number = $2
       UNION SELECT number FROM entries WHERE guild_id = $1 AND challenge_number = $2)`)} RETURNING entry_number`,
    [guildId, number, at],
  );
  return [...new Set(rows.map((row) => row.entry_number))];
}
