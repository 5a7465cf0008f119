/** What members of a guild wrote lately, for the limits and the duplicate check. */
import type { DataSource } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { EntryType } from '../../entities/entry.js';

/** An entry, or with a type of `import` all that one import brought: then without words. */
export interface RecentEntry {
  type: EntryType | 'import';
  number: number;
  authorId: string;
  /** Its author, or who saved it from the chat. */
  handedInBy: string;
  createdAt: Date;
  title: string | null;
  body: string;
  challengeNumber: number | null;
}

export class RecentStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest, deleted and hidden ones included, from the oldest on. */
  async since(guildId: string, since: Date, atMost: number): Promise<RecentEntry[]> {
    return this.dataSource.query(
      `SELECT * FROM (
         SELECT type, number, author_id::text AS "authorId", coalesce((SELECT saved_by FROM captures c
                  WHERE c.guild_id = e.guild_id AND c.entry_number = e.number LIMIT 1), author_id)::text AS "handedInBy",
                created_at AS "createdAt", title, body, challenge_number AS "challengeNumber"
           FROM entries e WHERE guild_id = $1 AND created_at > $2 AND import_id IS NULL
         UNION ALL
         SELECT 'import', min(number), author_id::text, author_id::text, min(created_at), NULL, '', NULL
           FROM entries WHERE guild_id = $1 AND created_at > $2 AND import_id IS NOT NULL GROUP BY author_id, import_id
         ORDER BY "createdAt" DESC LIMIT $3
       ) newest ORDER BY "createdAt"`,
      [guildId, since, atMost],
    );
  }

  /** Where an entry that all can see is shown: null without a card, undefined when it is not to be seen. */
  async placeOf(guildId: string, number: number): Promise<CardPlace | null | undefined> {
    const rows: { channelId: string | null; messageId: string | null }[] = await this.dataSource.query(
      `SELECT c.channel_id::text AS "channelId", c.message_id::text AS "messageId" FROM entries e
         LEFT JOIN cards c ON c.guild_id = e.guild_id AND c.entry_number = e.number
        WHERE e.guild_id = $1 AND e.number = $2 AND e.visible ORDER BY c.message_id LIMIT 1`,
      [guildId, number],
    );
    if (!rows[0]) return undefined;
    const { channelId, messageId } = rows[0];
    return channelId && messageId ? { channelId, messageId } : null;
  }
}
