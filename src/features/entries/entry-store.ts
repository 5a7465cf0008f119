/** Entries in the database: numbering, details, edits, deletion. */

import type { DataSource, EntityManager } from 'typeorm';
import type { Entry } from '../../entities/entry.js';
import { type NewPicture, pictureBounds } from '../../entities/picture.js';
import { Revision } from '../../entities/revision.js';
import { mayHaveHappened } from '../../platform/database-away.js';
import { prepared } from '../../platform/prepared.js';
import { rows } from '../../platform/rows.js';
import { insertPictures, picturesValue } from '../pictures/index.js';
import { type DetailsRow, detailsOf, detailsQuery } from './entry-details-query.js';
import type { EntryDetails, NewEntry, OfferedSolution } from './entry-model.js';
import { type InsertGate, insertStatementOf } from './insert-statements.js';
import { keptAfterAll } from './lost-answer-store.js';
import { openReview, reopenItem, settleItem } from './queue-item-statement.js';
import { oweReopened } from './reopened-statement.js';

export type EntryContent = Pick<Entry, 'kind' | 'title' | 'body' | 'link' | 'tags'>;

interface RemovedRow {
  challenge_number: number;
  accepted_at: Date | null;
  held: boolean;
  import_id: string | null;
}

/** Visible to its author: published, or held for review. */
const isTheAuthors = '(visible OR (held AND deleted_at IS NULL))';

export class EntryStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores a new entry under the guild's next number. Undefined when its author is muted, its challenge is not there (any
   * more), or its draft was used before: then no number is used. When the answer is lost, it looks whether the entry was
   * stored, and stores it when it was not.
   * @throws what `mayHaveHappened` recognizes when the database stays away
   */
  async insert(entry: NewEntry): Promise<{ number: number; held: boolean } | undefined> {
    try {
      return await this.insertOnce(entry);
    } catch (error) {
      if (!mayHaveHappened(error)) throw error;
      const kept = await keptAfterAll(this.dataSource, entry).catch(() => {
        throw error;
      });
      return kept ?? this.insertOnce(entry);
    }
  }

  private async insertOnce(entry: NewEntry): Promise<{ number: number; held: boolean } | undefined> {
    const { captured, pictures = [] } = entry;
    const statement = insertStatementOf(gateOf(entry), pictures.length > 0);
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
      entry.author.cardChannelId ?? null,
      entry.authorHash,
      ...(entry.draftId ? [entry.draftId] : []),
      ...(captured
        ? [
            captured.saver.id,
            captured.saver.displayName,
            captured.messageIds,
            captured.channelId,
            captured.isEdited,
          ]
        : []),
      ...(pictures.length > 0 ? [picturesValue(pictures)] : []),
    ];
    const rows = await prepared<{ number: number; held: boolean }>(
      this.dataSource,
      statement.name,
      statement.sql,
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

  /** When it was written; undefined when there is no such entry. */
  async createdAt(guildId: string, number: number): Promise<Date | undefined> {
    const rows = await prepared<{ createdAt: Date }>(
      this.dataSource,
      'entry-created-at',
      'SELECT created_at FROM entries WHERE guild_id = $1 AND number = $2',
      [guildId, number],
    );
    return rows[0]?.createdAt;
  }

  /** Visible solutions of a challenge: the accepted one, then the most helpful and the oldest of the others. */
  async solutions(guildId: string, challenge: number, limit: number): Promise<OfferedSolution[]> {
    return rows<OfferedSolution>(
      this.dataSource,
      `SELECT number, author_id, body, accepted_at IS NOT NULL AS is_accepted FROM entries e
        WHERE guild_id = $1 AND challenge_number = $2 AND visible
        ORDER BY accepted_at IS NULL, (SELECT count(*) FROM helpful_votes v
          WHERE v.guild_id = e.guild_id AND v.entry_number = e.number) DESC, number LIMIT $3`,
      [guildId, challenge, limit],
    );
  }

  /** Earlier versions, newest first. */
  async revisions(guildId: string, number: number): Promise<Revision[]> {
    return this.dataSource
      .getRepository(Revision)
      .find({ where: { guildId, entryNumber: number }, order: { revision: 'DESC' } });
  }

  /** Replaces the content, storing the earlier version as a revision. False when the entry changed or was deleted meanwhile. */
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

  /**
   * Adds pictures to the author's entry, after those there or in place of them. `gone` when it isn't theirs to see (any
   * more), `full` when they are too many or too large together; then nothing changed.
   */
  async changePictures(
    guildId: string,
    number: number,
    change: { authorId: string; keeps: boolean; added: readonly NewPicture[]; at: Date },
  ): Promise<'changed' | 'gone' | 'full'> {
    const { authorId, keeps, added, at } = change;
    return this.dataSource.transaction(async (manager) => {
      const known = await manager.query(
        `SELECT number FROM entries
          WHERE guild_id = $1 AND number = $2 AND author_id = $3 AND ${isTheAuthors} FOR NO KEY UPDATE`,
        [guildId, number, authorId],
      );
      if (known.length === 0) return 'gone';
      const [there] = await rows<{ last: number; bytes: number }>(
        manager,
        `SELECT coalesce(max(place), 0)::integer AS last, coalesce(sum(size), 0)::integer AS bytes FROM pictures
          WHERE guild_id = $1 AND entry_number = $2 AND $3`,
        [guildId, number, keeps],
      );
      const { last = 0, bytes = 0 } = there ?? {};
      const bytesTogether = added.reduce((sum, { size }) => sum + size, bytes);
      if (last + added.length > pictureBounds.count || bytesTogether > pictureBounds.bytesTogether)
        return 'full';
      if (!keeps)
        await manager.query('DELETE FROM pictures WHERE guild_id = $1 AND entry_number = $2', [
          guildId,
          number,
        ]);
      const placed = added.map((picture, index) => ({ ...picture, position: last + index + 1 }));
      if (placed.length > 0)
        await manager.query(`WITH kept AS (SELECT $2::integer AS number) ${insertPictures(3)}`, [
          guildId,
          number,
          picturesValue(placed),
        ]);
      await markCardsStale(manager, guildId, number, at);
      return 'changed';
    });
  }

  /**
   * Deletes for now. Gives whether it was there to delete, and whether its challenge lost its accepted solution: then its
   * asker is owed a message in the cohort's channel, or in `toldIn` where there is none.
   */
  async remove(
    guildId: string,
    number: number,
    by: string,
    at: Date,
    toldIn?: string,
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
      const reopened = before[0].accepted_at ? before[0].challenge_number : null;
      if (reopened !== null)
        await oweReopened(manager, { guildId, solution: number, reopened, by, at, toldIn });
      return { removed: true, reopened };
    });
  }

  /** Restores an entry that its author deleted; false when it was not deleted, by somebody else, or before `deletedAfter`. */
  async restore(guildId: string, number: number, deletedAfter: Date, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [entry] = await rows<{ held: boolean; importId: string | null }>(
        manager,
        `UPDATE entries SET deleted_at = NULL, deleted_by = NULL
          WHERE guild_id = $1 AND number = $2 AND deleted_at > $3 AND deleted_by = author_id RETURNING held, import_id`,
        [guildId, number, deletedAfter],
      );
      await markCardsStale(manager, guildId, number, at);
      // Deleting it for a moment must not get around the review.
      if (entry) await reopenItem(manager, guildId, number, at);
      if (entry?.held && entry.importId !== null) {
        await openReview(manager, guildId, { import: entry.importId }, at);
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

  /**
   * Permanently erases entries deleted before then; returns how many. An entry others' solutions answer stays. Cards that
   * still have a picture are deleted with it.
   */
  async eraseDeleted(deletedBefore: Date, now: Date): Promise<number> {
    const erased = await rows(
      this.dataSource,
      `WITH gone AS (
         DELETE FROM entries e WHERE e.deleted_at < $1 AND NOT EXISTS (
           SELECT 1 FROM entries s WHERE s.guild_id = e.guild_id AND s.challenge_number = e.number)
         RETURNING guild_id, number
       ), pictured AS (
         INSERT INTO message_updates (guild_id, message_id, channel_id, kind, hash, next_at)
         SELECT c.guild_id, c.message_id, c.channel_id, 'removed', decode(repeat('00', 32), 'hex'), $2
           FROM gone JOIN cards c ON c.guild_id = gone.guild_id AND c.entry_number = gone.number
          WHERE EXISTS (SELECT FROM pictures p WHERE p.guild_id = gone.guild_id AND p.entry_number = gone.number)
         ON CONFLICT DO NOTHING
       )
       SELECT number FROM gone`,
      [deletedBefore, now],
    );
    return erased.length;
  }
}

function gateOf({ draftId, type, captured }: NewEntry): InsertGate {
  if (captured) return type === 'solution' ? 'capturedChallenge' : 'captured';
  if (draftId) return 'draft';
  return type === 'solution' ? 'challenge' : 'none';
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
  const stale = await rows<{ entryNumber: number }>(
    manager,
    `WITH queued AS (
       UPDATE queue_items SET card_due_at = $3::timestamptz
        WHERE guild_id = $1 AND entry_number = $2 AND decided_at IS NULL AND card_message_id IS NOT NULL)
     UPDATE cards SET stale_since = $3 WHERE ${lockedCards(`guild_id = $1 AND entry_number IN (
       SELECT $2::integer
       UNION SELECT challenge_number FROM entries WHERE guild_id = $1 AND number = $2
       UNION SELECT number FROM entries WHERE guild_id = $1 AND challenge_number = $2)`)} RETURNING entry_number`,
    [guildId, number, at],
  );
  return [...new Set(stale.map(({ entryNumber }) => entryNumber))];
}
