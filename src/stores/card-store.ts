/** Which messages show which entries, and which of them no longer show what is kept. */
import type { DataSource } from 'typeorm';
import { Card } from '../entities/card.js';
import { prepared } from './prepared.js';

export class CardStore {
  constructor(private readonly dataSource: DataSource) {}

  async insert(card: Omit<Card, 'staleSince'>): Promise<void> {
    await prepared(
      this.dataSource,
      'insert-card',
      `INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [card.messageId, card.channelId, card.guildId, card.entryNumber, card.postedAt],
    );
  }

  /** The entry that a message shows; undefined when it is no card of the guild's. */
  async entryOf(guildId: string, messageId: string): Promise<number | undefined> {
    const card = await this.dataSource.getRepository(Card).findOneBy({ guildId, messageId });
    return card?.entryNumber;
  }

  /** Stale cards of these entries, and the one in this message, stale or not. */
  async staleOf(guildId: string, numbers: readonly number[], messageId?: string): Promise<Card[]> {
    return this.dataSource
      .getRepository(Card)
      .createQueryBuilder('card')
      .where(
        `card.guild_id = :guildId AND card.entry_number = ANY(:numbers)
         AND (card.stale_since IS NOT NULL OR card.message_id = :messageId)`,
        { guildId, numbers, messageId: messageId ?? null },
      )
      .getMany();
  }

  /** Cards of any guild that have been stale since before then: their update was lost with a process or a fault. */
  async staleSince(before: Date, limit: number): Promise<Card[]> {
    return this.dataSource
      .getRepository(Card)
      .createQueryBuilder('card')
      .where('card.stale_since < :before', { before })
      .orderBy('card.stale_since')
      .limit(limit)
      .getMany();
  }

  /** The card shows the entry as it was at `staleSince`; a change made since keeps it stale. */
  async markFresh(messageId: string, staleSince: Date): Promise<void> {
    await this.dataSource.getRepository(Card).update({ messageId, staleSince }, { staleSince: null });
  }

  /** Not to be tried again before then. */
  async postpone(messageId: string, until: Date): Promise<void> {
    await this.dataSource.getRepository(Card).update({ messageId }, { staleSince: until });
  }

  /** The message is no longer there. */
  async forget(messageId: string): Promise<void> {
    await this.dataSource.getRepository(Card).delete({ messageId });
  }
}
