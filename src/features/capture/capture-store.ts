/** Which messages were saved already, and the tags that a guild uses. */
import type { DataSource } from 'typeorm';

const tagsRead = 400;

export class CaptureStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The entry that one of these messages was saved as; null when that is erased, undefined when none was saved. */
  async entryOf(guildId: string, messageIds: readonly string[]): Promise<number | null | undefined> {
    const [row]: { entry_number: number | null }[] = await this.dataSource.query(
      `SELECT entry_number FROM captures WHERE guild_id = $1 AND message_id = ANY ($2::bigint[])
        ORDER BY entry_number NULLS LAST LIMIT 1`,
      [guildId, messageIds],
    );
    return row?.entry_number;
  }

  /** The most used first. */
  async tags(guildId: string): Promise<string[]> {
    const found: { tag: string }[] = await this.dataSource.query(
      `SELECT tag FROM entries, unnest(tags) AS tag WHERE guild_id = $1 AND visible AND tags <> '{}'
        GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${tagsRead}`,
      [guildId],
    );
    return found.map(({ tag }) => tag);
  }

  /** The newest open challenges, and before them the one whose card a thread is on. */
  async challenges(
    guildId: string,
    threadId: string,
    limit: number,
  ): Promise<{ number: number; title: string; isAsked: boolean }[]> {
    return this.dataSource.query(
      `SELECT e.number, e.title, c.message_id IS NOT NULL AS "isAsked" FROM entries e
         LEFT JOIN cards c ON c.guild_id = e.guild_id AND c.message_id = $2
           AND c.entry_number IN (e.number, (SELECT s.number FROM entries s
             WHERE s.guild_id = e.guild_id AND s.challenge_number = e.number AND s.number = c.entry_number))
        WHERE e.guild_id = $1 AND e.type = 'challenge' AND e.visible
          AND (c.message_id IS NOT NULL OR NOT EXISTS (SELECT FROM entries s
             WHERE s.guild_id = e.guild_id AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL))
        ORDER BY c.message_id IS NULL, e.number DESC LIMIT $3`,
      [guildId, threadId, limit],
    );
  }
}
