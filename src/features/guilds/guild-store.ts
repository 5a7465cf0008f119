/** Guilds and their settings in the database. */

import type { DataSource } from 'typeorm';
import { Guild } from '../../entities/guild.js';
import { rows } from '../../platform/rows.js';
import { logAction, settingsChange } from '../audit/index.js';

/** What of a guild may be set from outside. */
export type GuildChanges = Partial<Omit<Guild, 'id' | 'lastNumber' | 'createdAt'>>;

const channelSettings = ['channelId', 'digestChannelId', 'logChannelId'] as const;

/** What could not be posted may find an open channel now: it is due from the start. */
const retryOwed = `UPDATE outbox_messages SET due_at = created_at
   WHERE guild_id = $1 AND reason IS NOT NULL AND due_at > created_at AND leased_until IS NULL`;

export class GuildStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The guild's row, made when it is met for the first time. */
  async findOrCreate(guildId: string, now: Date): Promise<Guild> {
    const repository = this.dataSource.getRepository(Guild);
    const known = await repository.findOneBy({ id: guildId });
    if (known) return known;
    await repository
      .createQueryBuilder()
      .insert()
      .values({ id: guildId, createdAt: now })
      .orIgnore()
      .execute();
    return repository.findOneByOrFail({ id: guildId });
  }

  /** Saves the changes; what a moderator changed of the settings is logged with them. */
  async update(guildId: string, changes: GuildChanges, by?: { actorId: string; at: Date }): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (channelSettings.some((name) => name in changes)) await manager.query(retryOwed, [guildId]);
      if (!by) {
        await manager.update(Guild, { id: guildId }, changes);
        return;
      }
      const guild = await manager.findOneOrFail(Guild, {
        where: { id: guildId },
        lock: { mode: 'for_no_key_update' },
      });
      const change = settingsChange(guild, changes);
      if (!change) return;
      await manager.update(Guild, { id: guildId }, changes);
      await logAction(manager, { guildId, action: 'settings-changed', ...change, ...by });
    });
  }

  /** Sets when a moderator was told to run the set-up; false when somebody already had been. */
  async claimSetupHint(guildId: string, now: Date): Promise<boolean> {
    const result = await this.dataSource
      .createQueryBuilder()
      .update(Guild)
      .set({ setupHintAt: now })
      .where('id = :guildId AND setup_hint_at IS NULL AND set_up_at IS NULL', { guildId })
      .execute();
    return result.affected === 1;
  }

  /** Takes note of which guilds of these shards the bot is in, after it could not hear of joins and departures. */
  async reconcile(
    present: readonly string[],
    shards: { count: number; ids: readonly number[] },
    now: Date,
  ): Promise<void> {
    await this.dataSource.query(
      'UPDATE guilds SET left_at = NULL WHERE left_at IS NOT NULL AND id = ANY($1::bigint[])',
      [present],
    );
    // Discord gives a guild to the shard (id >> 22) % count.
    await this.dataSource.query(
      `UPDATE guilds SET left_at = $4 WHERE left_at IS NULL AND id <> ALL($1::bigint[])
          AND (id >> 22) % $2 = ANY($3::bigint[])`,
      [present, shards.count, shards.ids, now],
    );
  }

  /** Erases everything of guilds that the bot left before `leftBefore`; gives their ids. */
  async eraseLeft(leftBefore: Date): Promise<string[]> {
    const erased = await rows<{ id: string }>(
      this.dataSource,
      'DELETE FROM guilds WHERE left_at < $1 RETURNING id',
      [leftBefore],
    );
    return erased.map(({ id }) => id);
  }
}
