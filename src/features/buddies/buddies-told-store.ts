/** What becomes of a group: how it was told, what it answered, and what it is owed next. */

import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import { enqueue } from '../../outbox/enqueue.js';
import { changed } from '../../platform/rows.js';
import type { GroupKey } from './buddies-store.js';

type Runs = Pick<EntityManager, 'query'>;

/** How long after it was told a group is asked whether they met (ms). */
export const askedAfterMs = 4 * 86_400_000;

export const topicNames = {
  group: 'buddies-group',
  direct: 'buddies-direct',
  alone: 'buddies-alone',
  question: 'buddies-question',
  contact: 'buddies-contact',
} as const;

/** A group in the payload of a message. */
export interface GroupPayload {
  /** The round's ISO instant. */
  round: string;
  number: number;
  /** A thread was refused. */
  isDirect?: boolean;
}

export function groupKeyOf(guildId: string, { round, number }: GroupPayload): GroupKey {
  return { guildId, roundAt: new Date(round), number };
}

export class BuddyToldStore {
  constructor(private readonly dataSource: DataSource) {}

  async recordThread({ guildId, roundAt, number }: GroupKey, threadId: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE buddy_groups SET thread_id = $4 WHERE guild_id = $1 AND round_at = $2 AND number = $3',
      [guildId, roundAt, number, threadId],
    );
  }

  /** The thread has the message: the question follows. */
  async told(manager: Runs, key: GroupKey, place: CardPlace, now: Date): Promise<void> {
    const { guildId, roundAt, number } = key;
    await manager.query(
      `UPDATE buddy_groups SET thread_id = $4, message_id = $5, told_at = $6
        WHERE guild_id = $1 AND round_at = $2 AND number = $3`,
      [guildId, roundAt, number, place.channelId, place.messageId, now],
    );
    await this.oweQuestion(manager, key, null, now);
  }

  /** No thread can be opened: each member is told by direct message. */
  async oweDirect(manager: Runs, key: GroupKey, memberIds: readonly string[], now: Date): Promise<void> {
    const { guildId, roundAt, number } = key;
    await manager.query(
      `UPDATE buddy_groups SET thread_id = NULL, told_at = $4 WHERE guild_id = $1 AND round_at = $2 AND number = $3`,
      [guildId, roundAt, number, now],
    );
    for (const memberId of memberIds) await this.owe(manager, topicNames.direct, key, memberId, now);
  }

  /** A question to the group in its thread, or to one member. */
  async oweQuestion(manager: Runs, key: GroupKey, memberId: string | null, now: Date): Promise<void> {
    const dueAt = new Date(now.getTime() + askedAfterMs);
    await this.owe(manager, topicNames.question, key, memberId, now, dueAt);
  }

  /** The group is too small: who is left of it has no buddy this time, and comes first next time. */
  async dissolve(manager: Runs, key: GroupKey, memberIds: readonly string[], now: Date): Promise<void> {
    const { guildId, roundAt, number } = key;
    await manager.query(
      `UPDATE buddy_members SET number = NULL WHERE guild_id = $1 AND round_at = $2 AND number = $3 AND user_id = ANY ($4)`,
      [guildId, roundAt, number, memberIds],
    );
    const round = roundAt.toISOString();
    for (const memberId of memberIds) {
      await enqueue(manager, {
        guildId,
        topic: topicNames.alone,
        key: `${round} ${memberId}`,
        memberId,
        payload: { round, isFewer: true },
        at: now,
      });
    }
  }

  /** Whether everybody of a group answered whether they met. */
  async hasAnswered({ guildId, roundAt, number }: GroupKey, memberId: string | null): Promise<boolean> {
    const [row]: { all: boolean | null }[] = await this.dataSource.query(
      `SELECT bool_and(met IS NOT NULL) AS all FROM buddy_members
        WHERE guild_id = $1 AND round_at = $2 AND number = $3 AND ($4::bigint IS NULL OR user_id = $4)`,
      [guildId, roundAt, number, memberId],
    );
    return row?.all ?? true;
  }

  /** False when the member isn't in the group. */
  async answer(
    { guildId, roundAt, number }: GroupKey,
    userId: string,
    met: boolean,
    now: Date,
  ): Promise<boolean> {
    const affected = await changed(
      this.dataSource,
      `UPDATE buddy_members SET met = $5, answered_at = $6
        WHERE guild_id = $1 AND round_at = $2 AND number = $3 AND user_id = $4`,
      [guildId, roundAt, number, userId, met, now],
    );
    return affected === 1;
  }

  /**
   * The member agrees to swap contacts; once the last one does, the others are owed it. Undefined when they aren't in the
   * group, else whether everybody agreed.
   */
  async agreeToContact(key: GroupKey, userId: string, now: Date): Promise<boolean | undefined> {
    const { guildId, roundAt, number } = key;
    const group = [guildId, roundAt, number];
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        'SELECT FROM buddy_groups WHERE guild_id = $1 AND round_at = $2 AND number = $3 FOR UPDATE',
        group,
      );
      const members: { id: string; agreed: boolean }[] = await manager.query(
        `SELECT user_id::text AS id, contact_at IS NOT NULL AS agreed FROM buddy_members
          WHERE guild_id = $1 AND round_at = $2 AND number = $3`,
        group,
      );
      const own = members.find(({ id }) => id === userId);
      if (!own) return undefined;
      const others = members.filter(({ id }) => id !== userId);
      const haveAll = others.length > 0 && others.every(({ agreed }) => agreed);
      if (own.agreed) return haveAll;
      await manager.query(
        `UPDATE buddy_members SET contact_at = $5 WHERE guild_id = $1 AND round_at = $2 AND number = $3 AND user_id = $4`,
        [...group, userId, now],
      );
      if (haveAll) for (const { id } of others) await this.owe(manager, topicNames.contact, key, id, now);
      return haveAll;
    });
  }

  private async owe(
    manager: Runs,
    topic: string,
    { guildId, roundAt, number }: GroupKey,
    memberId: string | null,
    at: Date,
    dueAt: Date = at,
  ): Promise<void> {
    const round = roundAt.toISOString();
    await enqueue(manager, {
      guildId,
      topic,
      key: [round, number, ...(memberId ? [memberId] : [])].join(' '),
      memberId,
      payload: { round, number } satisfies GroupPayload,
      at,
      dueAt,
    });
  }
}
