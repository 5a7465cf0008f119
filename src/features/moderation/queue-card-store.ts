/** The queue's cards in the log channel: where they are, which show a former state, and what waits too long. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import { enqueue } from '../../outbox/enqueue.js';
import { rows } from '../../platform/rows.js';
import { withdrawItems } from '../entries/index.js';
import { forgetKept } from '../pictures/index.js';

export const queueCardTopicName = 'queue-card';
export const queueReminderTopicName = 'queue-reminder';

/** A card that is this process's to update until its lease runs out. */
export interface CardUpdateClaim extends CardPlace {
  guildId: string;
  id: string;
  /** Unique for each claim. */
  attempt: number;
  leasedUntil: Date;
}

/** What an open item is about is no longer there to decide on. */
const hasNothingLeft = `CASE
  WHEN q.import_id IS NOT NULL THEN NOT EXISTS (SELECT FROM entries e
    WHERE e.guild_id = q.guild_id AND e.import_id = q.import_id AND e.held AND e.deleted_at IS NULL)
  ELSE NOT EXISTS (SELECT FROM entries e WHERE e.guild_id = q.guild_id AND e.number = q.entry_number
    AND CASE WHEN q.is_review THEN e.held AND e.deleted_at IS NULL ELSE e.visible END) END`;

export class QueueCardStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Claims the card that has been out of date longest, in this guild or in all. */
  async claimUpdate(now: Date, leasedUntil: Date, guildId?: string): Promise<CardUpdateClaim | undefined> {
    const [claimed] = await rows<CardUpdateClaim>(
      this.dataSource,
      `UPDATE queue_items SET card_attempt = card_attempt + 1, card_due_at = $2
        WHERE (guild_id, id) = (
          SELECT q.guild_id, q.id FROM queue_items q JOIN guilds g ON g.id = q.guild_id
           WHERE q.card_due_at <= $1 AND q.card_message_id IS NOT NULL AND ($3::bigint IS NULL OR q.guild_id = $3)
             AND g.left_at IS NULL
           ORDER BY q.card_due_at LIMIT 1 FOR UPDATE OF q SKIP LOCKED)
       RETURNING guild_id, id, card_attempt AS attempt, card_due_at AS leased_until, card_channel_id AS channel_id,
                 card_message_id AS message_id`,
      [now, leasedUntil, guildId ?? null],
    );
    return claimed;
  }

  /** The card was posted. What changed while it was under way is shown by the update that follows. */
  async posted(
    manager: EntityManager,
    guildId: string,
    id: string,
    place: CardPlace,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `WITH placed AS (
         UPDATE pictures p SET channel_id = $3, message_id = $4 FROM queue_items q
          WHERE q.guild_id = $1 AND q.id = $2 AND q.is_review AND p.guild_id = $1 AND p.entry_number = q.entry_number
            AND p.message_id IS NULL)
       UPDATE queue_items SET card_channel_id = $3, card_message_id = $4, card_attempt = 0, card_due_at = $5
        WHERE guild_id = $1 AND id = $2`,
      [guildId, id, place.channelId, place.messageId, now],
    );
    const [item]: { number: number | null }[] = await manager.query(
      'SELECT entry_number AS number FROM queue_items WHERE guild_id = $1 AND id = $2',
      [guildId, id],
    );
    if (item?.number) await manager.query(forgetKept, [guildId, item.number]);
  }

  /** Its entry has a card of its own now: the item's card no longer needs the pictures. */
  async published(
    manager: Pick<EntityManager, 'query'>,
    guildId: string,
    id: string,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE queue_items q SET card_due_at = $3 WHERE guild_id = $1 AND id = $2 AND card_message_id IS NOT NULL
          AND EXISTS (SELECT FROM pictures p WHERE p.guild_id = $1 AND p.entry_number = q.entry_number)`,
      [guildId, id, now],
    );
  }

  /** The card shows what the claim's holder read; what changed meanwhile keeps it due. */
  async updated(claim: CardUpdateClaim): Promise<void> {
    await this.change(claim, 'card_attempt = 0, card_due_at = NULL');
  }

  /** To be tried again. */
  async retryLater(claim: CardUpdateClaim, nextAt: Date): Promise<void> {
    await this.change(claim, 'card_due_at = $5::timestamptz', nextAt);
  }

  /** Somebody deleted the card's message. One that is still open is posted again. */
  async gone({ guildId, id }: CardUpdateClaim, now: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [item] = await rows<{ isOpen: boolean }>(
        manager,
        `UPDATE queue_items SET card_channel_id = NULL, card_message_id = NULL, card_attempt = 0, card_due_at = NULL
          WHERE guild_id = $1 AND id = $2 RETURNING decided_at IS NULL AS is_open`,
        [guildId, id],
      );
      if (item?.isOpen) await enqueue(manager, { guildId, topic: queueCardTopicName, key: id, at: now });
    });
  }

  /** Deletes the row of an item whose subject is gone. */
  async forget(guildId: string, id: string): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM queue_items WHERE guild_id = $1 AND id = $2 AND entry_number IS NULL AND import_id IS NULL',
      [guildId, id],
    );
  }

  /**
   * Settles what has nothing left to decide on, however that came about, and has cards that are about something erased
   * say so.
   */
  async sweep(now: Date): Promise<void> {
    await this.dataSource.query(withdrawItems(hasNothingLeft), [now]);
    await this.dataSource.query(
      `DELETE FROM queue_items q WHERE entry_number IS NULL AND import_id IS NULL AND card_message_id IS NULL
          AND NOT EXISTS (SELECT FROM outbox_messages o
            WHERE o.guild_id = q.guild_id AND o.topic = '${queueCardTopicName}' AND o.key = q.id::text)`,
    );
    await this.dataSource.query(
      `UPDATE queue_items SET card_due_at = $1, card_attempt = 0
        WHERE entry_number IS NULL AND import_id IS NULL AND card_message_id IS NOT NULL AND card_due_at IS NULL`,
      [now],
    );
  }

  /**
   * Owes a reminder to each guild in which something has waited since before `waitingSince`, was not reminded of after
   * `remindedSince`, and none was since `quietSince`.
   */
  async enqueueReminders(
    now: Date,
    spans: { waitingSince: Date; remindedSince: Date; quietSince: Date },
  ): Promise<void> {
    await this.dataSource.query(
      `WITH guild AS (
         SELECT g.id FROM guilds g
          WHERE g.log_channel_id IS NOT NULL AND g.left_at IS NULL
            AND EXISTS (SELECT FROM queue_items q WHERE q.guild_id = g.id AND q.decided_at IS NULL
                  AND q.opened_at <= $2 AND (q.reminded_at IS NULL OR q.reminded_at <= $3))
            AND NOT EXISTS (SELECT FROM queue_items q WHERE q.guild_id = g.id AND q.reminded_at > $4)
            AND NOT EXISTS (SELECT FROM outbox_messages o
                  WHERE o.guild_id = g.id AND o.topic = '${queueReminderTopicName}')
       ), reminded AS (
         UPDATE queue_items q SET reminded_at = $1 FROM guild
          -- Checked again for each row, so that a second caller finds nothing to remind of.
          WHERE q.guild_id = guild.id AND q.decided_at IS NULL AND q.opened_at <= $2
            AND (q.reminded_at IS NULL OR q.reminded_at <= $4)
         RETURNING q.guild_id
       )
       INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
       SELECT DISTINCT guild_id, '${queueReminderTopicName}', 'waiting', $1::timestamptz, $1 FROM reminded
       ON CONFLICT (guild_id, topic, key) DO NOTHING`,
      [now, spans.waitingSince, spans.remindedSince, spans.quietSince],
    );
  }

  private async change(
    { guildId, id, attempt, leasedUntil }: CardUpdateClaim,
    assignment: string,
    ...values: unknown[]
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE queue_items SET ${assignment}
        WHERE guild_id = $1 AND id = $2 AND card_attempt = $3 AND card_due_at = $4`,
      [guildId, id, attempt, leasedUntil, ...values],
    );
  }
}
