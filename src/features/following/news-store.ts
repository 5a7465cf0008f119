/** What waits to be told to a member, and when they were last told something. */
import type { DataSource, EntityManager } from 'typeorm';
import { type NewsKind, usualWays } from '../../entities/news-settings.js';
import { changed, rows } from '../../platform/rows.js';
import { type News, oweHelped } from '../notifications/index.js';

interface NewsRow extends Omit<News, 'card'> {
  channelId: string | null;
  messageId: string | null;
}

const kindOf = `CASE WHEN n.payload ->> 'event' IN ('solution', 'accepted', 'helped') THEN n.payload ->> 'event' ELSE 'followed' END`;

const told = `
  SELECT n.payload ->> 'event' AS event, e.number, coalesce(e.title, c.title, '') AS title, e.challenge_number, e.author_id::text AS author_id,
         (SELECT f.target FROM follows f WHERE f.guild_id = n.guild_id AND f.member_id = n.member_id AND f.kind = 'tag'
             AND f.target = ANY (e.tags) ORDER BY f.target LIMIT 1) AS tag,
         card.channel_id::text AS channel_id, card.message_id::text AS message_id
    FROM outbox_messages n
    JOIN entries e ON e.guild_id = n.guild_id AND e.number = (n.payload ->> 'entryNumber')::integer AND e.visible
    LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible
    LEFT JOIN news_settings s ON s.guild_id = n.guild_id AND s.member_id = n.member_id
    LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards WHERE guild_id = e.guild_id AND entry_number = e.number
                        ORDER BY posted_at LIMIT 1) card ON true
   WHERE n.id = ANY ($1::bigint[])
     AND coalesce(to_jsonb(s) ->> (${kindOf}), $2::jsonb ->> (${kindOf})) <> 'off'
   ORDER BY n.created_at, n.id`;

export class NewsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What these rows of the outbox tell; what can't be seen any more, or is not wanted any more, is left out. */
  async read(ids: readonly string[]): Promise<News[]> {
    const found = await rows<NewsRow>(this.dataSource, told, [ids, JSON.stringify(usualWays)]);
    return found.map(({ channelId, messageId, ...news }) => ({
      ...news,
      card: channelId && messageId ? { channelId, messageId } : null,
    }));
  }

  /** When the member was last told something; null when never. */
  async toldAt(guildId: string, memberId: string): Promise<Date | null> {
    const [row] = await rows<{ toldAt: Date | null }>(
      this.dataSource,
      'SELECT told_at FROM news_settings WHERE guild_id = $1 AND member_id = $2',
      [guildId, memberId],
    );
    return row?.toldAt ?? null;
  }

  /** Within the transaction that settles the message. */
  async noteTold(manager: EntityManager, guildId: string, memberId: string, at: Date): Promise<void> {
    const { solution, accepted, helped, followed } = usualWays satisfies Record<NewsKind, string>;
    await manager.query(
      `INSERT INTO news_settings (guild_id, member_id, solution, accepted, helped, followed, told_at)
       SELECT guild_id, user_id, $3, $4, $5, $6, $7 FROM members WHERE guild_id = $1 AND user_id = $2
       ON CONFLICT (guild_id, member_id) DO UPDATE SET told_at = excluded.told_at`,
      [guildId, memberId, solution, accepted, helped, followed, at],
    );
  }

  /** Owes authors of entries that helped enough people by now; gives to how many. */
  async oweHelped(now: Date): Promise<number> {
    return changed(this.dataSource, oweHelped, [now]);
  }
}
