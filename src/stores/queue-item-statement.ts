/** Opening and settling what waits in the queue, within the transaction that makes it so. */
import type { EntityManager } from 'typeorm';
import type { QueueOutcome } from '../entities/queue-item.js';

/** What an item is about. */
export type QueueSubject = { entry: number } | { import: string };

export interface Settlement {
  guildId: string;
  about: QueueSubject;
  outcome: QueueOutcome;
  /** The moderator; null when its author withdrew it. */
  actorId: string | null;
  at: Date;
}

// The card is told of it where there is one, or where an attempt may have put one.
const settleStatement = `
  WITH open AS (
    SELECT id FROM queue_items
     WHERE guild_id = $1 AND (entry_number = $2 OR import_id = $3) AND decided_at IS NULL FOR UPDATE
  ), named AS (
    INSERT INTO subjects (guild_id, user_id, key)
    SELECT $1, $4::bigint, gen_random_uuid() FROM open WHERE $4::bigint IS NOT NULL
    ON CONFLICT (guild_id, user_id) DO UPDATE SET key = subjects.key
    RETURNING key
  )
  UPDATE queue_items q SET decided_at = $5, outcome = $6, decided_by = (SELECT key FROM named), card_attempt = 0,
         card_due_at = CASE WHEN card_channel_id IS NOT NULL THEN $5::timestamptz END,
         publication_due_at = CASE WHEN $6 = 'published' THEN $5::timestamptz END
    FROM open WHERE q.guild_id = $1 AND q.id = open.id
  RETURNING (SELECT count(*)::integer FROM reports r WHERE r.guild_id = q.guild_id AND r.item_id = q.id) AS reports`;

/**
 * Settles the open item about it, if there is one; gives how many reports it had. Whoever calls has locked the entry
 * before: entries first, then items, so that nobody waits for each other in a circle.
 */
export async function settleItem(
  manager: Pick<EntityManager, 'query'>,
  { guildId, about, outcome, actorId, at }: Settlement,
): Promise<{ reports: number } | undefined> {
  const values = [guildId, ...subjectOf(about), actorId, at, outcome];
  const [rows] = (await manager.query(settleStatement, values)) as [{ reports: number }[], number];
  return rows[0];
}

/** Opens an item of something held, unless one is open. */
export async function openReview(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  about: QueueSubject,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO queue_items (guild_id, id, entry_number, import_id, is_review, opened_at, card_due_at)
     VALUES ($1, gen_random_uuid(), $2, $3, true, $4, $4) ON CONFLICT DO NOTHING`,
    [guildId, ...subjectOf(about), at],
  );
}

/** An entry is back that its author had deleted: what waited for a moderator by then waits again. */
export async function reopenItem(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  number: number,
  at: Date,
): Promise<void> {
  await manager.query(
    `UPDATE queue_items SET decided_at = NULL, outcome = NULL, card_due_at = $3, card_attempt = 0
      WHERE guild_id = $1 AND id = (
        SELECT id FROM (SELECT id, outcome FROM queue_items WHERE guild_id = $1 AND entry_number = $2
          ORDER BY decided_at DESC NULLS FIRST LIMIT 1) latest WHERE outcome = 'withdrawn')`,
    [guildId, number, at],
  );
}

function subjectOf(about: QueueSubject): [number | null, string | null] {
  return 'entry' in about ? [about.entry, null] : [null, about.import];
}
