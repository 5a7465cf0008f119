/** Who gets the digests by direct message, and which of them still wait to be sent. */
import type { DataSource } from 'typeorm';
import { type Author, rememberMember } from './entry-store.js';

/** A digest to one subscriber that is this process's to send until the lease runs out. */
export interface DeliveryClaim {
  guildId: string;
  userId: string;
  start: Date;
  periodEnd: Date;
  /** Tells this claim from every other. */
  attempt: number;
  /** The direct channel in which an earlier attempt may have posted it; null when none can have. */
  channelId: string | null;
  /** The digest as it was posted in the guild. */
  message: { channelId: string; messageId: string };
}

interface ClaimRow {
  guild_id: string;
  user_id: string;
  period_start: Date;
  period_end: Date;
  attempt: number;
  channel_id: string | null;
  posted_channel_id: string;
  posted_message_id: string;
}

export class DigestMailStore {
  constructor(private readonly dataSource: DataSource) {}

  /** False when the member has been subscribed already. Closed direct messages are forgotten: they are tried anew. */
  async subscribe(guildId: string, member: Author, now: Date): Promise<boolean> {
    const rows: { is_new: boolean }[] = await this.dataSource.query(
      `WITH member AS (${rememberMember()})
       INSERT INTO digest_subscriptions AS s (guild_id, user_id, subscribed_at) VALUES ($1, $2, $4)
       ON CONFLICT (guild_id, user_id) DO UPDATE SET closed_at = NULL, subscribed_at = $4 WHERE s.closed_at IS NOT NULL
       RETURNING true AS is_new`,
      [guildId, member.id, member.displayName, now],
    );
    return rows.length > 0;
  }

  /** Ends a subscription with whatever of it still waits; false when there was none. */
  async unsubscribe(guildId: string, userId: string): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      'DELETE FROM digest_subscriptions WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId],
    )) as [unknown, number];
    return affected === 1;
  }

  /** Members who get the guild's digests by direct message. */
  async subscribers(guildId: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM digest_subscriptions WHERE guild_id = $1 AND closed_at IS NULL',
      [guildId],
    );
    return row?.count ?? 0;
  }

  /** Takes one delivery that waits, the oldest first; never one that another process is sending. */
  async claim(now: Date, leasedUntil: Date): Promise<DeliveryClaim | undefined> {
    const rows: ClaimRow[] = await this.dataSource.query(
      `WITH waiting AS MATERIALIZED (
         SELECT w.guild_id, w.user_id, w.period_end
           FROM digest_deliveries w JOIN guilds g ON g.id = w.guild_id
          WHERE w.next_at <= $1 AND g.left_at IS NULL
          ORDER BY w.next_at, w.guild_id LIMIT 1 FOR UPDATE OF w SKIP LOCKED
       ), claimed AS (
         UPDATE digest_deliveries c SET attempt = c.attempt + 1, next_at = $2
           FROM waiting w WHERE c.guild_id = w.guild_id AND c.user_id = w.user_id AND c.period_end = w.period_end
         RETURNING c.*
       )
       SELECT c.guild_id, c.user_id, c.period_end, c.attempt, c.channel_id, d.period_start,
              d.channel_id AS posted_channel_id, d.message_id AS posted_message_id
         FROM claimed c JOIN digests d ON d.guild_id = c.guild_id AND d.period_end = c.period_end`,
      [now, leasedUntil],
    );
    const [row] = rows;
    return row && claimOf(row);
  }

  /** Notes where a claimed delivery is about to be posted. False when it must not be: it is no longer ours, or wanted. */
  async aim(claim: DeliveryClaim, channelId: string, now: Date, leasedUntil: Date): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      `UPDATE digest_deliveries SET channel_id = $5, next_at = $7
        WHERE guild_id = $1 AND user_id = $2 AND period_end = $3 AND attempt = $4 AND next_at > $6`,
      [...keyOf(claim), channelId, now, leasedUntil],
    )) as [unknown, number];
    return affected === 1;
  }

  /** It was sent, or is not to be sent any more. Changes nothing when the claim has passed to another process. */
  async settle(claim: DeliveryClaim): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM digest_deliveries WHERE guild_id = $1 AND user_id = $2 AND period_end = $3 AND attempt = $4`,
      keyOf(claim),
    );
  }

  /** Leaves it to be tried again; `channelId` is where the message may be, null when it is nowhere. */
  async postpone(claim: DeliveryClaim, until: Date, channelId: string | null): Promise<void> {
    await this.dataSource.query(
      `UPDATE digest_deliveries SET next_at = $5, channel_id = $6
        WHERE guild_id = $1 AND user_id = $2 AND period_end = $3 AND attempt = $4`,
      [...keyOf(claim), until, channelId],
    );
  }

  /** The member takes no direct messages: nothing more is sent, until they have been told and subscribe again. */
  async close(guildId: string, userId: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `WITH closed AS (
         UPDATE digest_subscriptions SET closed_at = $3 WHERE guild_id = $1 AND user_id = $2 RETURNING guild_id, user_id
       ), dropped AS (
         DELETE FROM digest_deliveries w USING closed WHERE w.guild_id = closed.guild_id AND w.user_id = closed.user_id
       )
       SELECT 1 FROM closed`,
      [guildId, userId, now],
    );
  }

  /** Everybody who is still to be told that their direct messages are closed. */
  async closed(): Promise<{ guildId: string; userId: string }[]> {
    const rows: { guild_id: string; user_id: string }[] = await this.dataSource.query(
      'SELECT guild_id, user_id FROM digest_subscriptions WHERE closed_at IS NOT NULL',
    );
    return rows.map((row) => ({ guildId: row.guild_id, userId: row.user_id }));
  }

  /** Ends a subscription that was closed; true for one caller only, who then tells the member. */
  async endClosed(guildId: string, userId: string): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      'DELETE FROM digest_subscriptions WHERE guild_id = $1 AND user_id = $2 AND closed_at IS NOT NULL',
      [guildId, userId],
    )) as [unknown, number];
    return affected === 1;
  }
}

function keyOf({ guildId, userId, periodEnd, attempt }: DeliveryClaim): unknown[] {
  return [guildId, userId, periodEnd, attempt];
}

function claimOf(row: ClaimRow): DeliveryClaim {
  return {
    guildId: row.guild_id,
    userId: row.user_id,
    start: row.period_start,
    periodEnd: row.period_end,
    attempt: row.attempt,
    channelId: row.channel_id,
    message: { channelId: row.posted_channel_id, messageId: row.posted_message_id },
  };
}
