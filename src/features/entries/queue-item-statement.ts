/** Opens and settles queue items, in the transaction of the change that causes it. */

import type { EntityManager } from 'typeorm';
import type { QueueOutcome } from '../../entities/queue-item.js';
import { rows } from '../../platform/rows.js';

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

// The card shows it where there is one; what was published is owed to the cohort's channel.
const settleStatement = `
  WITH open AS (
    SELECT id FROM queue_items
     WHERE guild_id = $1 AND (entry_number = $2 OR import_id = $3) AND decided_at IS NULL FOR UPDATE
  ), named AS (
    INSERT INTO subjects (guild_id, user_id, key)
    SELECT $1, $4::bigint, gen_random_uuid() FROM open WHERE $4::bigint IS NOT NULL
    ON CONFLICT (guild_id, user_id) DO UPDATE SET key = subjects.key
    RETURNING key
  ), settled AS (
    UPDATE queue_items q SET decided_at = $5, outcome = $6, decided_by = (SELECT key FROM named), card_attempt = 0,
           card_due_at = CASE WHEN card_message_id IS NOT NULL THEN $5::timestamptz END
      FROM open WHERE q.guild_id = $1 AND q.id = open.id
    RETURNING q.id
  ), owed AS (
    INSERT INTO outbox_messages (guild_id, topic, key, payload, created_at, due_at)
    SELECT $1, 'publication', id::text, jsonb_strip_nulls(jsonb_build_object('entry', $2::integer, 'importId', $3::uuid)),
           $5, $5 FROM settled WHERE $6 = 'published'
    ON CONFLICT DO NOTHING
  )
  SELECT (SELECT count(*)::integer FROM reports r WHERE r.guild_id = $1 AND r.item_id = settled.id) AS reports
    FROM settled`;

/**
 * Settles the open item about it, if there is one; gives how many reports it had. The caller has locked the entry
 * before: entries first, then items, so that nobody waits for each other in a circle.
 */
export async function settleItem(
  manager: Pick<EntityManager, 'query'>,
  { guildId, about, outcome, actorId, at }: Settlement,
): Promise<{ reports: number } | undefined> {
  const values = [guildId, ...subjectOf(about), actorId, at, outcome];
  const [settled] = await rows<{ reports: number }>(manager, settleStatement, values);
  return settled;
}

/**
 * Withdraws the open items `q` that meet a condition, because there is nothing left to decide; their cards show it.
 * The first parameter is the time.
 */
export const withdrawItems = (condition: string) => `
  UPDATE queue_items q SET decided_at = $1, outcome = 'withdrawn', card_attempt = 0,
         card_due_at = CASE WHEN q.card_message_id IS NOT NULL THEN $1::timestamptz END
   WHERE q.decided_at IS NULL AND ${condition}`;

/** Opens an item of something held, unless one is open. */
export async function openReview(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  about: QueueSubject,
  at: Date,
): Promise<void> {
  await manager.query(
    `WITH item AS (
       INSERT INTO queue_items (guild_id, id, entry_number, import_id, is_review, opened_at)
       VALUES ($1, gen_random_uuid(), $2, $3, true, $4) ON CONFLICT DO NOTHING RETURNING id
     ) ${oweCard('$4')}`,
    [guildId, ...subjectOf(about), at],
  );
}

/** Reopens the item that was withdrawn when the author deleted the entry, because the entry is restored. */
export async function reopenItem(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  number: number,
  at: Date,
): Promise<void> {
  await manager.query(
    `WITH reopened AS (
       UPDATE queue_items SET decided_at = NULL, outcome = NULL, card_attempt = 0,
              card_due_at = CASE WHEN card_message_id IS NOT NULL THEN $3::timestamptz END
        WHERE guild_id = $1 AND id = (
          SELECT id FROM (SELECT id, outcome FROM queue_items WHERE guild_id = $1 AND entry_number = $2
            ORDER BY decided_at DESC NULLS FIRST LIMIT 1) latest WHERE outcome = 'withdrawn')
       RETURNING id, card_message_id
     ), item AS (SELECT id FROM reopened WHERE card_message_id IS NULL) ${oweCard('$3')}`,
    [guildId, number, at],
  );
}

/** The items of `item` are to be shown in the log channel; the first parameter is the guild. */
export const oweCard = (at: string) => `
  INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
  SELECT $1, 'queue-card', id::text, ${at}, ${at} FROM item ON CONFLICT DO NOTHING`;

function subjectOf(about: QueueSubject): [number | null, string | null] {
  return 'entry' in about ? [about.entry, null] : [null, about.import];
}
