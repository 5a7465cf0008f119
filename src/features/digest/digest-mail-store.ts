/** Who gets the digests by direct message. */

import type { DataSource, EntityManager } from 'typeorm';
import type { Author } from '../../entities/member.js';
import { changed } from '../../platform/rows.js';
import { rememberMember } from '../members/index.js';

type Runs = Pick<EntityManager, 'query'>;

export class DigestMailStore {
  constructor(private readonly dataSource: DataSource) {}

  /** False when the member has been subscribed already. Closed direct messages are forgotten: they are tried again. */
  async subscribe(guildId: string, member: Author, now: Date): Promise<boolean> {
    const rows: { is_new: boolean }[] = await this.dataSource.query(
      `WITH member AS (${rememberMember()})
       INSERT INTO digest_subscriptions AS s (guild_id, user_id, subscribed_at) VALUES ($1, $2, $4)
       ON CONFLICT (guild_id, user_id) DO UPDATE SET closed_at = NULL, subscribed_at = $4 WHERE s.closed_at IS NOT NULL
       RETURNING true AS is_new`,
      [guildId, member.id, member.displayName, now],
    );
    return rows.length > 0;
  }

  /** Ends a subscription with whatever of it still waits; false when there was none. */
  async unsubscribe(guildId: string, userId: string): Promise<boolean> {
    return this.dataSource.transaction((manager) => this.end(manager, guildId, userId));
  }

  /** As `unsubscribe`, within a transaction of the caller's. */
  async end(manager: Runs, guildId: string, userId: string): Promise<boolean> {
    await manager.query(owedTo, [guildId, userId]);
    const affected = await changed(
      manager,
      'DELETE FROM digest_subscriptions WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId],
    );
    return affected === 1;
  }

  /** Members who get the guild's digests by direct message. */
  async subscribers(guildId: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM digest_subscriptions WHERE guild_id = $1 AND closed_at IS NULL',
      [guildId],
    );
    return row?.count ?? 0;
  }

  /** The member takes no direct messages: nothing more is sent, until they have been told and subscribe again. */
  async close(manager: Runs, guildId: string, userId: string, now: Date): Promise<void> {
    await manager.query(owedTo, [guildId, userId]);
    await manager.query(
      'UPDATE digest_subscriptions SET closed_at = $3 WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId, now],
    );
  }

  /** Everybody who is still to be told that their direct messages are closed. */
  async closed(): Promise<{ guildId: string; userId: string }[]> {
    return this.dataSource.query(
      'SELECT guild_id AS "guildId", user_id AS "userId" FROM digest_subscriptions WHERE closed_at IS NOT NULL',
    );
  }

  /** Ends a subscription that was closed; true for one caller only, who then tells the member. */
  async endClosed(guildId: string, userId: string): Promise<boolean> {
    const affected = await changed(
      this.dataSource,
      'DELETE FROM digest_subscriptions WHERE guild_id = $1 AND user_id = $2 AND closed_at IS NOT NULL',
      [guildId, userId],
    );
    return affected === 1;
  }
}

/** Parameters: guild, member. */
const owedTo = `DELETE FROM outbox_messages WHERE guild_id = $1 AND member_id = $2 AND topic = 'digest-mail'`;
