/** The highest number of each guild, and whether numbers given after a restored backup are known. */
import type { DataSource } from 'typeorm';
import { entryMark } from './entry-model.js';
import { type LostCard, oweLostCards } from './lost-cards-topic.js';

/** A card in a channel, with the mark that its controls carry, if they carry one. */
export interface FoundCard extends LostCard {
  mark?: string | undefined;
}

export interface NumberPlace {
  guildId: string;
  lastNumber: number;
  /** Where cards were posted, and would be. */
  channelIds: string[];
}

export class NumberStore {
  constructor(private readonly dataSource: Pick<DataSource, 'query' | 'transaction'>) {}

  /** When the oldest restored backup was taken that nobody looked after; undefined: none. */
  async uncheckedSince(): Promise<Date | undefined> {
    const rows: { since: Date | null }[] = await this.dataSource.query(
      'SELECT min(taken_at) AS since FROM restores WHERE checked_at IS NULL',
    );
    return rows[0]?.since ?? undefined;
  }

  async places(): Promise<NumberPlace[]> {
    const rows: { id: string; last_number: number; channels: string[] }[] = await this.dataSource.query(
      `SELECT g.id::text, g.last_number, ARRAY(
                SELECT g.channel_id::text WHERE g.channel_id IS NOT NULL
                UNION SELECT channel_id::text FROM cards c WHERE c.guild_id = g.id) AS channels
         FROM guilds g WHERE g.left_at IS NULL ORDER BY g.id`,
    );
    return rows.map(({ id, last_number: lastNumber, channels }) => ({
      guildId: id,
      lastNumber,
      channelIds: channels,
    }));
  }

  /**
   * Never gives this number or a lower one again, and owes the moderators the list of those cards whose entries are no
   * more. Gives how many those are.
   */
  async goOnAfter({
    guildId,
    number,
    cards,
    takenAt,
    now,
  }: {
    guildId: string;
    number: number;
    cards: readonly FoundCard[];
    takenAt: Date;
    now: Date;
  }): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('UPDATE guilds SET last_number = greatest(last_number, $2) WHERE id = $1', [
        guildId,
        number,
      ]);
      const rows: { number: number; created_at: Date }[] = await manager.query(
        'SELECT number, created_at FROM entries WHERE guild_id = $1 AND number = ANY ($2::integer[])',
        [guildId, cards.map((card) => card.number)],
      );
      const marks = new Map(rows.map((row) => [row.number, entryMark({ createdAt: row.created_at })]));
      const lost = cards.filter((card) => {
        const mark = marks.get(card.number);
        return mark === undefined || (card.mark !== undefined && card.mark !== mark);
      });
      const places = lost.map(({ mark: _, ...place }) => place);
      if (places.length > 0) await oweLostCards(manager, { guildId, cards: places, takenAt }, now);
      return places.length;
    });
  }

  async setChecked(): Promise<void> {
    await this.dataSource.query('UPDATE restores SET checked_at = now() WHERE checked_at IS NULL');
  }
}
