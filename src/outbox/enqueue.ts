/** Enqueues and withdraws messages, always in the transaction that causes it. */
import type { EntityManager } from 'typeorm';

export interface NewMessage {
  guildId: string;
  topic: string;
  /** A second one with the same key is not enqueued while the first waits. */
  key: string;
  payload?: object;
  /** Whom it is sent to or mentions; the message goes when their data are erased. */
  memberId?: string | null;
  at: Date;
  /** Not before this; `at` by default. */
  dueAt?: Date;
}

/** Nobody is owed what names a member who is not there (any more). */
export async function enqueue(
  manager: Pick<EntityManager, 'query'>,
  { guildId, topic, key, payload = {}, memberId = null, at, dueAt = at }: NewMessage,
): Promise<void> {
  await manager.query(
    `INSERT INTO outbox_messages (guild_id, topic, key, payload, member_id, created_at, due_at)
     SELECT $1, $2, $3, $4, $5::bigint, $6, $7
      WHERE $5::bigint IS NULL OR EXISTS (SELECT FROM members WHERE guild_id = $1 AND user_id = $5)
     ON CONFLICT (guild_id, topic, key) DO NOTHING`,
    [guildId, topic, key, JSON.stringify(payload), memberId, at, dueAt],
  );
}
