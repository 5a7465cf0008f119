/** Pictures in the database: the messages they may lie in, where they were found, and what they show. */
import type { DataSource } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import { rows } from '../../platform/rows.js';

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
