/** Erasures that others asked for and that wait for their day; asking and cancelling are logged with it. */

import type { DataSource } from 'typeorm';
import type { PendingErasure } from '../../entities/pending-erasure.js';
import { changed } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';

const columns = `guild_id::text AS "guildId", member_id::text AS "memberId", entries, requested_by::text AS "requestedBy",
  requested_at AS "requestedAt", due_at AS "dueAt"`;

export class PendingErasureStore {
  constructor(private readonly dataSource: DataSource) {}

  async find(guildId: string, memberId: string): Promise<PendingErasure | undefined> {
    const [row]: PendingErasure[] = await this.dataSource.query(
      `SELECT ${columns} FROM pending_erasures WHERE guild_id = $1 AND member_id = $2`,
      [guildId, memberId],
    );
    return row;
  }

  /** False when one waits already. */
  async insert(erasure: PendingErasure): Promise<boolean> {
    const { guildId, memberId, entries, requestedBy, requestedAt, dueAt } = erasure;
    return this.dataSource.transaction(async (manager) => {
      const rows: unknown[] = await manager.query(
        `INSERT INTO pending_erasures (guild_id, member_id, entries, requested_by, requested_at, due_at)
         SELECT id, $2, $3, $4, $5, $6 FROM guilds WHERE id = $1 ON CONFLICT DO NOTHING RETURNING 1`,
        [guildId, memberId, entries, requestedBy, requestedAt, dueAt],
      );
      if (rows.length === 0) return false;
      await logAction(manager, {
        guildId,
        action: 'erasure-requested',
        ...(requestedBy && { actorId: requestedBy }),
        subjectId: memberId,
        after: { entries, dueAt: dueAt.toISOString() },
        at: requestedAt,
      });
      return true;
    });
  }

  /** False when none waits any more. */
  async cancel(guildId: string, memberId: string, actorId: string, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const count = await changed(
        manager,
        'DELETE FROM pending_erasures WHERE guild_id = $1 AND member_id = $2',
        [guildId, memberId],
      );
      if (count === 0) return false;
      await logAction(manager, {
        guildId,
        action: 'erasure-cancelled',
        actorId,
        subjectId: memberId,
        at,
      });
      return true;
    });
  }

  /** Those whose day has come, the oldest first. */
  async due(now: Date, atMost: number): Promise<PendingErasure[]> {
    return this.dataSource.query(
      `SELECT ${columns} FROM pending_erasures WHERE due_at <= $1 ORDER BY due_at, guild_id, member_id LIMIT $2`,
      [now, atMost],
    );
  }
}
