/** What members answer who were asked about a challenge, and passing the question on. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { AskAnswer } from '../../entities/challenge-ask.js';
import { enqueue } from '../../outbox/enqueue.js';
import { markCardsStale } from '../entries/index.js';
import { leaveNotice } from '../notifications/index.js';
import type { ReminderStore } from './reminder-store.js';

export const askTopicName = 'challenge-ask';

/** What came of an answer. */
export interface Answered {
  /** Entries whose cards show it. */
  stale: number[];
  /** Somebody else is asked now. */
  isPassedOn: boolean;
}

export class AskStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reminders: Pick<ReminderStore, 'ask'>,
  ) {}

  /**
   * Notes the answer of somebody who was asked. Who looks at it is named on the card, and the asker gets a notice; with
   * "not now" the next best is asked, unless somebody else looks at it. Undefined for who was not asked.
   */
  async answer(
    guildId: string,
    number: number,
    memberId: string,
    { answer, now }: { answer: AskAnswer; now: Date },
  ): Promise<Answered | undefined> {
    return this.dataSource.transaction(async (manager) => {
      // Those asked about one challenge answer one after the other: nobody is passed on to twice.
      const asks: { memberId: string; answer: AskAnswer | null; askerId: string }[] = await manager.query(
        `SELECT k.member_id::text AS "memberId", k.answer, c.author_id::text AS "askerId" FROM challenge_asks k
           JOIN entries c ON c.guild_id = k.guild_id AND c.number = k.challenge_number
          WHERE k.guild_id = $1 AND k.challenge_number = $2 ORDER BY k.member_id FOR UPDATE OF k`,
        [guildId, number],
      );
      const own = asks.find((ask) => ask.memberId === memberId);
      if (!own) return undefined;
      if (own.answer === answer) return { stale: [], isPassedOn: false };
      await manager.query(
        `UPDATE challenge_asks SET answer = $4, answered_at = $5
          WHERE guild_id = $1 AND challenge_number = $2 AND member_id = $3`,
        [guildId, number, memberId, answer, now],
      );
      const isShown = answer === 'looking' || own.answer === 'looking';
      const stale = isShown ? await markCardsStale(manager, guildId, number, now) : [];
      if (answer === 'looking') {
        await leaveNotice(manager, {
          guildId,
          memberId: own.askerId,
          kind: 'challenge-looked-at',
          entryNumber: number,
          createdAt: now,
        });
        return { stale, isPassedOn: false };
      }
      const isLookedAt = asks.some((ask) => ask.memberId !== memberId && ask.answer === 'looking');
      return { stale, isPassedOn: !isLookedAt && (await this.passOn(manager, guildId, number, now)) };
    });
  }

  /** The one who was passed on to is asked in this message. */
  async told(
    manager: Pick<EntityManager, 'query'>,
    { guildId, number, memberId }: { guildId: string; number: number; memberId: string },
    { channelId, messageId }: CardPlace,
  ): Promise<void> {
    await manager.query(
      `UPDATE challenge_asks SET channel_id = $4, message_id = $5
        WHERE guild_id = $1 AND challenge_number = $2 AND member_id = $3`,
      [guildId, number, memberId, channelId, messageId],
    );
  }

  private async passOn(manager: EntityManager, guildId: string, number: number, now: Date): Promise<boolean> {
    const [next] = await this.reminders.ask(guildId, number, { count: 1, now, manager });
    if (!next) return false;
    await enqueue(manager, {
      guildId,
      topic: askTopicName,
      key: `${number} ${next}`,
      memberId: next,
      payload: { number },
      at: now,
    });
    return true;
  }
}
