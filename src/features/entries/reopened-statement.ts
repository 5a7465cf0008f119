/** Enqueues the message to a challenge's asker that it is open again, in the transaction that reopens it. */
import type { EntityManager } from 'typeorm';
import { formerMember } from '../../entities/member.js';
import { enqueue } from '../../outbox/enqueue.js';

export const reopenedTopicName = 'challenge-reopened';

export interface ReopenedPayload {
  challenge: number;
  /** Where there is no channel of the cohort's. */
  channelId: string | null;
  /** The asker deleted their own solution, so they aren't pinged. */
  isOwn: boolean;
}

/** The asker lost a working answer, and only they can choose another one. */
export async function oweReopened(
  manager: Pick<EntityManager, 'query'>,
  reopened: { guildId: string; solution: number; reopened: number; by: string; at: Date; toldIn?: string },
): Promise<void> {
  const { guildId, solution, reopened: challenge, by, at, toldIn: channelId = null } = reopened;
  const [asker]: { id: string }[] = await manager.query(
    'SELECT author_id AS id FROM entries WHERE guild_id = $1 AND number = $2 AND author_id <> $3',
    [guildId, challenge, formerMember],
  );
  if (!asker) return;
  const payload: ReopenedPayload = { challenge, channelId, isOwn: asker.id === by };
  const key = String(solution);
  await enqueue(manager, { guildId, topic: reopenedTopicName, key, memberId: asker.id, payload, at });
}
