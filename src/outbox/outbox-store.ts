/** The outbox's table: claiming what is due, noting where it is about to be posted, and settling it. */

import type { DataSource, EntityManager } from 'typeorm';
import { changed, rows } from '../platform/rows.js';
import type { FailureReason } from './delivery.js';
import type { Claim, Owed, Topic } from './topic.js';

type ClaimRow<Payload> = Owed<Payload> & { restoredAt: Date | null; takenAt: Date | null };

/** How long after a restore something may be due that was posted before it: digests are tried for 48 hours. */
const restoredFor = '3 days';

/** The guild `g` may be written to. Parameter: whether the topic is held back while it is paused. */
const isServed = (pausable: string) =>
  `g.left_at IS NULL AND (NOT ${pausable} OR g.digest_paused_at IS NULL)`;

/**
 * Parameters: topic, now, end of the lease, guild or null, pausable, ordered, rows of one message. What was tried before
 * goes out with the same others as it did then, so that the same message is not posted twice with other lines.
 */
const claimStatement = `
  WITH head AS (
    SELECT o.id, o.guild_id, o.member_id, o.attempt FROM outbox_messages o JOIN guilds g ON g.id = o.guild_id
     WHERE o.topic = $1 AND o.due_at <= $2 AND (o.leased_until IS NULL OR o.leased_until <= $2)
       AND (o.lead_id IS NULL OR o.lead_id = o.id) AND ($4::bigint IS NULL OR o.guild_id = $4)
       AND ${isServed('$5::boolean')}
       AND (NOT $6::boolean OR NOT EXISTS (SELECT FROM outbox_messages older
             WHERE older.guild_id = o.guild_id AND older.topic = o.topic AND older.id < o.id))
     ORDER BY o.due_at, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED
  ), others AS (
    SELECT o.id FROM outbox_messages o JOIN head ON o.guild_id = head.guild_id AND o.id <> head.id
       AND o.member_id IS NOT DISTINCT FROM head.member_id
     WHERE $7::integer > 1 AND o.topic = $1
       AND CASE WHEN head.attempt = 0 THEN o.attempt = 0 AND o.due_at <= $2 ELSE o.lead_id = head.id END
     ORDER BY o.id LIMIT $7 - 1 FOR UPDATE OF o SKIP LOCKED
  ), claimed AS (
    UPDATE outbox_messages o SET attempt = o.attempt + 1, leased_until = $3, lead_id = head.id
      FROM head WHERE o.id = head.id OR o.id IN (SELECT id FROM others)
    RETURNING o.*
  )
  SELECT id, guild_id, member_id, key, payload, created_at, attempt, channel_id, reason, restored_at, taken_at
    FROM claimed, (SELECT max(restored_at) AS restored_at, min(taken_at) AS taken_at FROM restores
                    WHERE restored_at > $2::timestamptz - interval '${restoredFor}') restored
   ORDER BY id <> lead_id, id`;

/** Overdue messages, for doctor. */
export interface OverdueMessages {
  count: number;
  oldest: Date | null;
  reason: FailureReason | null;
}

export class OutboxStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the message of the topic that has been due longest, in this guild or in all. */
  async claim<Payload extends object>(
    topic: Topic<Payload>,
    now: Date,
    leasedUntil: Date,
    guildId?: string,
  ): Promise<Claim<Payload> | undefined> {
    const claimed = await rows<ClaimRow<Payload>>(this.dataSource, claimStatement, [
      topic.name,
      now,
      leasedUntil,
      guildId ?? null,
      topic.isPausable ?? false,
      topic.isOrdered ?? false,
      topic.bundle ?? 1,
    ]);
    const all = claimed.map(({ restoredAt: _at, takenAt: _taken, ...owed }): Owed<Payload> => owed);
    const { restoredAt: at, takenAt } = claimed[0] ?? {};
    return all[0] && { ...all[0], all, restored: at && takenAt ? { at, takenAt } : null };
  }

  /**
   * Notes where a claimed message is about to be posted, and starts its lease again. False when it must not be posted:
   * the claim is no longer ours, or the guild has been paused or left since.
   */
  async recordDestination(
    topic: Topic,
    claim: Claim<object>,
    channelId: string,
    { now, leasedUntil, remember = {} }: { now: Date; leasedUntil: Date; remember?: object },
  ): Promise<boolean> {
    const affected = await changed(
      this.dataSource,
      `UPDATE outbox_messages o SET channel_id = $3, leased_until = $5, payload = payload || $6
         FROM guilds g WHERE o.id = ANY ($1::bigint[]) AND o.attempt = $2 AND o.leased_until > $4
          AND g.id = o.guild_id AND ${isServed('$7::boolean')}`,
      [...keyOf(claim), channelId, now, leasedUntil, JSON.stringify(remember), topic.isPausable ?? false],
    );
    return affected === claim.all.length;
  }

  /** Ends a claim with its row, and what follows from that. False, with nothing changed, when it is no longer ours. */
  async settle(claim: Claim<object>, follow: (manager: EntityManager) => Promise<void>): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const affected = await changed(
        manager,
        'DELETE FROM outbox_messages WHERE id = ANY ($1::bigint[]) AND attempt = $2',
        keyOf(claim),
      );
      if (affected > 0) await follow(manager);
      return affected > 0;
    });
  }

  /**
   * Leaves it to be tried again. `channelId` is where it may be for all that is known: null when it is nowhere,
   * undefined to leave what was noted. What `follow` gives changes the payload, and has it tried again now.
   */
  async backOff(
    claim: Claim<object>,
    failure: { reason: FailureReason; now: Date; retryAt: Date; channelId: string | null | undefined },
    follow: (manager: EntityManager) => Promise<object | undefined>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { reason, now, retryAt, channelId } = failure;
      const affected = await changed(
        manager,
        `UPDATE outbox_messages SET leased_until = NULL, due_at = $3, reason = $4,
                channel_id = CASE WHEN $5 THEN channel_id ELSE $6::bigint END
          WHERE id = ANY ($1::bigint[]) AND attempt = $2`,
        [...keyOf(claim), retryAt, reason, channelId === undefined, channelId ?? null],
      );
      const change = affected > 0 ? await follow(manager) : undefined;
      if (!change) return;
      await manager.query(
        'UPDATE outbox_messages SET payload = payload || $2, due_at = $3 WHERE id = ANY ($1::bigint[])',
        [keyOf(claim)[0], JSON.stringify(change), now],
      );
    });
  }

  /** Stores it until the member's next command. */
  async park(claim: Claim<object>): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox_messages SET due_at = NULL, leased_until = NULL, channel_id = NULL, lead_id = NULL
        WHERE id = ANY ($1::bigint[]) AND attempt = $2`,
      keyOf(claim),
    );
  }

  /** Makes failed messages of a guild due now, because its settings or permissions changed. */
  async retryNow(guildId: string, topics: readonly string[], now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox_messages SET due_at = $3
        WHERE guild_id = $1 AND topic = ANY ($2) AND due_at > $3 AND leased_until IS NULL`,
      [guildId, topics, now],
    );
  }

  /** Whether a process is delivering something of the topic in the guild at this moment. */
  async isUnderWay(guildId: string, topic: string, now: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM outbox_messages WHERE guild_id = $1 AND topic = $2 AND leased_until > $3 LIMIT 1',
      [guildId, topic, now],
    );
    return rows.length > 0;
  }

  /** What was to be delivered before then, was tried, and is still there. */
  async overdue(guildId: string, before: Date): Promise<OverdueMessages> {
    const [row]: OverdueMessages[] = await this.dataSource.query(
      `SELECT count(*)::integer AS count, min(created_at) AS oldest,
              (array_agg(reason ORDER BY created_at) FILTER (WHERE reason IS NOT NULL))[1] AS reason
         FROM outbox_messages
        WHERE guild_id = $1 AND due_at IS NOT NULL AND created_at < $2 AND attempt > 0
          AND reason IS DISTINCT FROM 'later' AND topic <> 'digest'`,
      [guildId, before],
    );
    return row ?? { count: 0, oldest: null, reason: null };
  }
}

function keyOf({ all, attempt }: Claim<object>): [string[], number] {
  return [all.map(({ id }) => id), attempt];
}
