/** Which messages show which entries, and which of them are out of date. */
import type { DataSource, EntityManager } from 'typeorm';
import { Card, type CardPlace } from '../../entities/card.js';
import { Batches } from '../../platform/batches.js';
import { prepared } from '../../platform/prepared.js';
import { forgetKept } from '../pictures/index.js';

/**
 * Parameters: lists of messages, channels, guilds, numbers, times. What is lost in a crash is owed by the outbox still, so
 * no write to the disk is waited for.
 */
const insertCards = `
  WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)
  ), made AS MATERIALIZED (
    SELECT made.* FROM quick,
           unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::timestamptz[])
             AS made (message_id, channel_id, guild_id, entry_number, posted_at)
  ), owed AS (
    DELETE FROM outbox_messages o USING made
     WHERE o.guild_id = made.guild_id AND o.topic = 'entry-card' AND o.key = made.entry_number::text
  )
  INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at)
  SELECT made.message_id, made.channel_id, made.guild_id, made.entry_number, made.posted_at
    FROM made JOIN entries e ON e.guild_id = made.guild_id AND e.number = made.entry_number
  ON CONFLICT DO NOTHING`;

type NewCard = Omit<Card, 'staleSince'>;

export class CardStore {
  private readonly inserting = new Batches<NewCard>(async (cards) => {
    await prepared(this.dataSource, 'insert-cards', insertCards, [
      cards.map(({ messageId }) => messageId),
      cards.map(({ channelId }) => channelId),
      cards.map(({ guildId }) => guildId),
      cards.map(({ entryNumber }) => entryNumber),
      cards.map(({ postedAt }) => postedAt),
    ]);
  });

  constructor(private readonly dataSource: DataSource) {}

  /** It is in the channel, and the outbox owes it no longer; together with others of the same moment. */
  insert(card: NewCard): Promise<void> {
    return this.inserting.add(card);
  }

  /** Where visible entries are shown: the oldest card of each that has one. */
  async placesOf(guildId: string, numbers: readonly number[]): Promise<Map<number, CardPlace>> {
    const found: (CardPlace & { number: number })[] = await this.dataSource.query(
      `SELECT DISTINCT ON (c.entry_number) c.entry_number AS number, c.channel_id AS "channelId", c.message_id AS "messageId"
         FROM cards c JOIN entries e ON e.guild_id = c.guild_id AND e.number = c.entry_number AND e.visible
        WHERE c.guild_id = $1 AND c.entry_number = ANY ($2) ORDER BY c.entry_number, c.message_id`,
      [guildId, numbers],
    );
    return new Map(found.map(({ number, ...place }) => [number, place]));
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

  /** Cards of any guild that have been stale since before then, because their update was lost. */
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

/** Remembers a card that the outbox posted, in the transaction that settles it; pictures without a message lie in it. */
export async function recordCard(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  number: number,
  { channelId, messageId }: CardPlace,
  at: Date,
): Promise<void> {
  await manager.query(
    `WITH placed AS (
       UPDATE pictures SET channel_id = $4, message_id = $3
        WHERE guild_id = $1 AND entry_number = $2 AND message_id IS NULL)
     INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at)
     SELECT $3, $4, guild_id, number, $5 FROM entries WHERE guild_id = $1 AND number = $2 ON CONFLICT DO NOTHING`,
    [guildId, number, messageId, channelId, at],
  );
  await manager.query(forgetKept, [guildId, number]);
}
