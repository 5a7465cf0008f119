/** What of the queue is still to be posted: its cards in the log channel, and entries that were published. */
import type { DataSource } from 'typeorm';
import type { CardPlace } from '../entities/entry-details.js';

/** `card`: in the log channel; `publication`: in the cohort's channel. */
export type QueuePostKind = 'card' | 'publication';

/** A post that is this process's to make until its lease runs out. */
export interface QueuePostClaim {
  guildId: string;
  id: string;
  /** Tells this claim from every other. */
  attempt: number;
  leasedUntil: Date;
  /** Where it is, or where an earlier attempt may have put it; null when none can have. */
  channelId: string | null;
  /** Null until it is known to be there. */
  messageId: string | null;
  /** It is nowhere before this. */
  since: Date;
}

/** What an open item is about is no longer there to decide on. */
const hasNothingLeft = `CASE
  WHEN q.import_id IS NOT NULL THEN NOT EXISTS (SELECT FROM entries e
    WHERE e.guild_id = q.guild_id AND e.import_id = q.import_id AND e.held AND e.deleted_at IS NULL)
  ELSE NOT EXISTS (SELECT FROM entries e WHERE e.guild_id = q.guild_id AND e.number = q.entry_number
    AND CASE WHEN q.is_review THEN e.held AND e.deleted_at IS NULL ELSE e.visible END) END`;

export class QueuePostStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Claims the post that has been due longest, in this guild or in all; undefined when there is none, or when other
   * processes have them. A card is posted where there is a log channel, and updated wherever it is.
   */
  async claim(
    kind: QueuePostKind,
    now: Date,
    leasedUntil: Date,
    guildId?: string,
  ): Promise<QueuePostClaim | undefined> {
    const isPossible =
      kind === 'card' ? '(q.card_channel_id IS NOT NULL OR g.log_channel_id IS NOT NULL)' : 'true';
    const [rows] = (await this.dataSource.query(
      `UPDATE queue_items SET ${kind}_attempt = ${kind}_attempt + 1, ${kind}_due_at = $2
        WHERE (guild_id, id) = (
          SELECT q.guild_id, q.id FROM queue_items q JOIN guilds g ON g.id = q.guild_id
           WHERE q.${kind}_due_at <= $1 AND ($3::bigint IS NULL OR q.guild_id = $3) AND g.left_at IS NULL AND ${isPossible}
           ORDER BY q.${kind}_due_at LIMIT 1 FOR UPDATE OF q SKIP LOCKED)
       RETURNING guild_id AS "guildId", id, ${kind}_attempt AS attempt, ${kind}_due_at AS "leasedUntil",
                 ${kind}_channel_id AS "channelId", ${kind === 'card' ? 'card_message_id' : 'NULL'} AS "messageId",
                 ${kind === 'card' ? 'opened_at' : 'decided_at'} AS since`,
      [now, leasedUntil, guildId ?? null],
    )) as [QueuePostClaim[], number];
    return rows[0];
  }

  /** Notes where it is about to be posted. False when the claim is no longer ours: then it must not be. */
  async aim(kind: QueuePostKind, claim: QueuePostClaim, channelId: string): Promise<boolean> {
    return this.change(claim, `${kind}_channel_id = $5`, kind, channelId);
  }

  /** The card is there and shows what the claim's holder read; what changed meanwhile keeps it due. */
  async cardShown(claim: QueuePostClaim, place: CardPlace, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE queue_items SET card_channel_id = $3, card_message_id = $4,
              card_attempt = CASE WHEN card_due_at = $6 AND card_attempt = $5 THEN 0 ELSE card_attempt END,
              card_due_at = CASE WHEN card_due_at = $6 AND card_attempt = $5 THEN NULL ELSE $7::timestamptz END
        WHERE guild_id = $1 AND id = $2 AND (card_message_id IS NULL OR card_message_id = $4)`,
      [claim.guildId, claim.id, place.channelId, place.messageId, claim.attempt, claim.leasedUntil, now],
    );
  }

  /** Somebody deleted the card's message. One that is still open is posted anew, from `again` on. */
  async cardGone(claim: QueuePostClaim, again: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE queue_items SET card_channel_id = NULL, card_message_id = NULL, card_attempt = 0,
              card_due_at = CASE WHEN decided_at IS NULL THEN $3::timestamptz END
        WHERE guild_id = $1 AND id = $2`,
      [claim.guildId, claim.id, again],
    );
  }

  /** What was published is in the channel, or has nothing left to be posted. */
  async published(claim: QueuePostClaim): Promise<void> {
    await this.change(claim, 'publication_due_at = NULL', 'publication');
  }

  /** To be tried again. With `nowhere` no attempt can have posted it. */
  async retryLater(
    kind: QueuePostKind,
    claim: QueuePostClaim,
    nextAt: Date,
    { nowhere = false } = {},
  ): Promise<void> {
    const forgotten = nowhere ? `, ${kind}_channel_id = NULL` : '';
    await this.change(claim, `${kind}_due_at = $5::timestamptz${forgotten}`, kind, nextAt);
  }

  /** Nothing is left of the item but its row. */
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
    await this.dataSource.query(
      `UPDATE queue_items q SET decided_at = $1, outcome = 'withdrawn', card_attempt = 0,
              card_due_at = CASE WHEN card_channel_id IS NOT NULL THEN $1::timestamptz END
        WHERE q.decided_at IS NULL AND ${hasNothingLeft}`,
      [now],
    );
    await this.dataSource.query(
      `DELETE FROM queue_items WHERE entry_number IS NULL AND import_id IS NULL AND card_channel_id IS NULL
          AND card_due_at IS NULL`,
    );
    await this.dataSource.query(
      `UPDATE queue_items SET card_due_at = $1, card_attempt = 0
        WHERE entry_number IS NULL AND import_id IS NULL AND card_due_at IS NULL`,
      [now],
    );
  }

  /**
   * Claims the reminder of a guild in which something has waited since before `waitingSince`, was not reminded of after
   * `remindedSince`, and none was since `quietSince`; gives how many wait so, and since when the oldest does.
   */
  async claimReminder(
    now: Date,
    spans: { waitingSince: Date; remindedSince: Date; quietSince: Date },
  ): Promise<{ guildId: string; channelId: string; count: number; oldestAt: Date } | undefined> {
    const [row]: { guildId: string; channelId: string; count: number; oldestAt: Date }[] =
      await this.dataSource.query(
        `WITH guild AS (
           SELECT g.id, g.log_channel_id FROM guilds g
            WHERE g.log_channel_id IS NOT NULL AND g.left_at IS NULL
              AND EXISTS (SELECT FROM queue_items q WHERE q.guild_id = g.id AND q.decided_at IS NULL
                    AND q.opened_at <= $2 AND (q.reminded_at IS NULL OR q.reminded_at <= $3))
              AND NOT EXISTS (SELECT FROM queue_items q WHERE q.guild_id = g.id AND q.reminded_at > $4)
            ORDER BY g.id LIMIT 1
         ), reminded AS (
           UPDATE queue_items q SET reminded_at = $1 FROM guild
            -- Asked again of each row: whoever comes second finds them reminded of.
            WHERE q.guild_id = guild.id AND q.decided_at IS NULL AND q.opened_at <= $2
              AND (q.reminded_at IS NULL OR q.reminded_at <= $4)
           RETURNING q.opened_at
         )
         SELECT guild.id AS "guildId", guild.log_channel_id AS "channelId", count(*)::integer AS count,
                min(reminded.opened_at) AS "oldestAt"
           FROM guild, reminded GROUP BY 1, 2`,
        [now, spans.waitingSince, spans.remindedSince, spans.quietSince],
      );
    return row;
  }

  private async change(
    { guildId, id, attempt, leasedUntil }: QueuePostClaim,
    assignment: string,
    kind: QueuePostKind,
    ...values: unknown[]
  ): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      `UPDATE queue_items SET ${assignment}
        WHERE guild_id = $1 AND id = $2 AND ${kind}_attempt = $3 AND ${kind}_due_at = $4`,
      [guildId, id, attempt, leasedUntil, ...values],
    )) as [unknown, number];
    return affected === 1;
  }
}
