/** Actions that the log channels still wait for, handed out in messages: each to one process at a time, in order. */
import type { DataSource } from 'typeorm';

/** Actions of one guild that belong into one message; the same ones at every attempt. */
export interface LogPostClaim {
  guildId: string;
  /** Of the audit log, in order. */
  ids: readonly string[];
  attempt: number;
  /** When the oldest of them was done. */
  oldestAt: Date;
}

/** Lines of one message at most. */
const lineLimit = 8;

/**
 * The oldest action of each guild decides when its turn is. New ones join it in one message; what was tried before goes
 * out together as it did then, so that the same message is not posted twice with other lines. Parameters: now, lease.
 */
const claimStatement = `
  WITH heads AS (
    SELECT DISTINCT ON (p.guild_id) p.* FROM log_posts p JOIN guilds g ON g.id = p.guild_id AND g.left_at IS NULL
     ORDER BY p.guild_id, p.audit_id
  ), head AS (
    SELECT p.* FROM log_posts p JOIN heads USING (audit_id)
     WHERE p.next_at <= $1 ORDER BY p.next_at LIMIT 1 FOR UPDATE OF p SKIP LOCKED
  ), chosen AS (
    SELECT p.audit_id FROM log_posts p JOIN head ON p.guild_id = head.guild_id AND p.attempt = head.attempt
       AND (p.attempt = 0 OR p.next_at = head.next_at)
     ORDER BY p.audit_id LIMIT ${lineLimit} FOR UPDATE OF p SKIP LOCKED
  ), claimed AS (
    UPDATE log_posts p SET attempt = p.attempt + 1, next_at = $2 FROM chosen WHERE p.audit_id = chosen.audit_id
    RETURNING p.audit_id, p.guild_id, p.attempt
  )
  SELECT c.guild_id, array_agg(c.audit_id ORDER BY c.audit_id)::text[] AS ids, min(c.attempt) AS attempt, min(l.at) AS oldest_at
    FROM claimed c JOIN audit_log l ON l.id = c.audit_id GROUP BY c.guild_id`;

export class LogPostStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What is due in the guild that waits longest. */
  async claim(now: Date, leasedUntil: Date): Promise<LogPostClaim | undefined> {
    const [row]: { guild_id: string; ids: string[]; attempt: number; oldest_at: Date }[] =
      await this.dataSource.query(claimStatement, [now, leasedUntil]);
    return row && { guildId: row.guild_id, ids: row.ids, attempt: row.attempt, oldestAt: row.oldest_at };
  }

  /** They were posted, or will not be. Changes nothing when the claim has passed to another process. */
  async settle({ ids, attempt }: LogPostClaim): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM log_posts WHERE audit_id = ANY ($1::bigint[]) AND attempt = $2',
      [ids, attempt],
    );
  }

  async postpone({ ids, attempt }: LogPostClaim, until: Date): Promise<void> {
    await this.dataSource.query(
      'UPDATE log_posts SET next_at = $3 WHERE audit_id = ANY ($1::bigint[]) AND attempt = $2',
      [ids, attempt, until],
    );
  }
}
