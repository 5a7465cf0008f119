/** Where the Start here card of a guild is, and owing one that is not there. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import { enqueue } from '../../outbox/enqueue.js';
import { rows } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';

export const startCardTopicName = 'start-card';

export class StartCardStore {
  constructor(private readonly dataSource: DataSource) {}

  async find(guildId: string): Promise<CardPlace | undefined> {
    const [place] = await rows<CardPlace>(
      this.dataSource,
      'SELECT channel_id, message_id FROM start_cards WHERE guild_id = $1',
      [guildId],
    );
    return place;
  }

  /**
   * Owes the card in the name of the moderator, unless there is one or it is owed already. `gone` is a card that was found
   * to be deleted: it counts no more.
   */
  async owe(
    guildId: string,
    { actorId, gone, at }: { actorId: string; gone: CardPlace | undefined; at: Date },
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // Presses at the same moment come one after the other.
      await manager.query('SELECT FROM guilds WHERE id = $1 FOR NO KEY UPDATE', [guildId]);
      if (gone) {
        await manager.query('DELETE FROM start_cards WHERE guild_id = $1 AND message_id = $2', [
          guildId,
          gone.messageId,
        ]);
      }
      // One statement: what is being delivered is either still owed, or posted.
      const known = await rows(
        manager,
        `SELECT 1 AS found FROM start_cards WHERE guild_id = $1
         UNION ALL SELECT 1 FROM outbox_messages WHERE guild_id = $1 AND topic = $2`,
        [guildId, startCardTopicName],
      );
      if (known.length > 0) return;
      await enqueue(manager, { guildId, topic: startCardTopicName, key: 'card', at });
      await logAction(manager, { guildId, action: 'start-card-posted', actorId, at });
    });
  }

  /** It is there, in the transaction that settles it. */
  async record(
    manager: Pick<EntityManager, 'query'>,
    guildId: string,
    { channelId, messageId }: CardPlace,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO start_cards (guild_id, channel_id, message_id, posted_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, message_id = excluded.message_id,
         posted_at = excluded.posted_at`,
      [guildId, channelId, messageId, at],
    );
  }
}
