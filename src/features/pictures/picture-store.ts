/** Pictures in the database: the messages they may lie in, where they were found, and what they show. */
import type { DataSource } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import { pictureBounds } from '../../entities/picture.js';
import { rows } from '../../platform/rows.js';
import { forgetKept } from './picture-statement.js';

/** Messages that are looked into for an entry's pictures. */
const placesAtMost = 6;

/** Where one was found. */
export interface FoundPlace extends CardPlace {
  fileName: string;
  attachmentId: string;
}

export class PictureStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Where an entry's pictures were found last, and then its other cards, the oldest first. */
  async places(guildId: string, number: number): Promise<CardPlace[]> {
    return rows<CardPlace>(
      this.dataSource,
      `SELECT channel_id, message_id FROM (
         SELECT channel_id, message_id, 0 AS rank FROM pictures
          WHERE guild_id = $1 AND entry_number = $2 AND message_id IS NOT NULL
         UNION ALL SELECT channel_id, message_id, 1 FROM cards WHERE guild_id = $1 AND entry_number = $2) known
        GROUP BY channel_id, message_id ORDER BY min(rank), message_id LIMIT ${placesAtMost}`,
      [guildId, number],
    );
  }

  /** Those that lie in no message, and whose bytes aren't stored either. */
  async unkept(guildId: string, number: number): Promise<{ position: number; sourceUrl: string }[]> {
    return rows(
      this.dataSource,
      `SELECT place AS position, source_url FROM pictures p
        WHERE guild_id = $1 AND entry_number = $2 AND message_id IS NULL AND source_url IS NOT NULL
          AND NOT EXISTS (SELECT FROM kept_pictures k WHERE k.guild_id = $1 AND k.entry_number = $2 AND k.place = p.place)
        ORDER BY place`,
      [guildId, number],
    );
  }

  /** Stores the bytes of one that lies in no message; false when the guild has no room for it, or it lies in one by now. */
  async keep(guildId: string, number: number, position: number, content: Buffer): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      // What is stored at the same moment counts.
      await manager.query('SELECT FROM guilds WHERE id = $1 FOR NO KEY UPDATE', [guildId]);
      const kept: unknown[] = await manager.query(
        `INSERT INTO kept_pictures (guild_id, entry_number, place, content)
         SELECT guild_id, entry_number, place, $4::bytea FROM pictures
          WHERE guild_id = $1 AND entry_number = $2 AND place = $3 AND message_id IS NULL
            AND (SELECT coalesce(sum(octet_length(content)), 0) FROM kept_pictures WHERE guild_id = $1)
                + octet_length($4::bytea) <= ${pictureBounds.bytesKept}
         ON CONFLICT DO NOTHING RETURNING 1`,
        [guildId, number, position, content],
      );
      return kept.length > 0;
    });
  }

  /** The stored bytes, by place. */
  async kept(guildId: string, number: number): Promise<Map<number, Buffer>> {
    const found = await rows<{ place: number; content: Buffer }>(
      this.dataSource,
      'SELECT place, content FROM kept_pictures WHERE guild_id = $1 AND entry_number = $2',
      [guildId, number],
    );
    return new Map(found.map(({ place, content }) => [place, content]));
  }

  /** Forgets the bytes of pictures that lie in a message, and of entries that moderators declined, hid or removed. */
  async forgetKept(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM kept_pictures k USING pictures p, entries e
        WHERE p.guild_id = k.guild_id AND p.entry_number = k.entry_number AND p.place = k.place
          AND e.guild_id = k.guild_id AND e.number = k.entry_number
          AND (p.message_id IS NOT NULL OR NOT (e.held OR e.visible))`,
    );
  }

  /** They lie there from now on, so the address they came from is no longer needed. */
  async place(guildId: string, number: number, found: readonly FoundPlace[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE pictures p SET channel_id = f.channel_id, message_id = f.message_id, attachment_id = f.attachment_id,
              source_url = NULL
         FROM unnest($3::text[], $4::bigint[], $5::bigint[], $6::bigint[])
           AS f (file_name, channel_id, message_id, attachment_id)
        WHERE p.guild_id = $1 AND p.entry_number = $2 AND p.file_name = f.file_name
          AND (p.message_id, p.attachment_id) IS DISTINCT FROM (f.message_id, f.attachment_id)`,
      [
        guildId,
        number,
        found.map(({ fileName }) => fileName),
        found.map(({ channelId }) => channelId),
        found.map(({ messageId }) => messageId),
        found.map(({ attachmentId }) => attachmentId),
      ],
    );
    await this.dataSource.query(forgetKept, [guildId, number]);
  }

  /** The descriptions, by place; an empty one is none. Its cards are out of date then. */
  async describe(
    guildId: string,
    number: number,
    alts: ReadonlyMap<number, string>,
    at: Date,
  ): Promise<void> {
    await this.dataSource.query(
      `WITH described AS (
         UPDATE pictures p SET alt = nullif(a.alt, '') FROM unnest($3::smallint[], $4::text[]) AS a (place, alt)
          WHERE p.guild_id = $1 AND p.entry_number = $2 AND p.place = a.place
            AND p.alt IS DISTINCT FROM nullif(a.alt, '') RETURNING 1)
       UPDATE cards SET stale_since = $5 WHERE EXISTS (SELECT FROM described) AND message_id IN (
         SELECT message_id FROM cards WHERE guild_id = $1 AND entry_number = $2 ORDER BY message_id FOR NO KEY UPDATE)`,
      [guildId, number, [...alts.keys()], [...alts.values()], at],
    );
  }
}
