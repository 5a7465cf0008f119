/** Follows, and the choices of how to be told, in the database. */
import type { DataSource } from 'typeorm';
import type { FollowKind } from '../../entities/follow.js';
import type { Author } from '../../entities/member.js';
import {
  type NewsKind,
  NewsSettings,
  type NewsWay,
  newsKinds,
  usualWays,
} from '../../entities/news-settings.js';
import { changed, rows } from '../../platform/rows.js';
import { rememberMember } from '../members/index.js';
import { type Followed, mostFollows } from './follow-model.js';

export class FollowStore {
  constructor(private readonly dataSource: DataSource) {}

  /** `full` when the member follows as much as they may; `gone` when a challenge isn't there to follow. */
  async add(
    guildId: string,
    member: Author,
    { kind, target }: { kind: FollowKind; target: string },
    at: Date,
  ): Promise<'added' | 'already' | 'full' | 'gone'> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        'INSERT INTO guilds (id, created_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1) ON CONFLICT DO NOTHING',
        [guildId, at],
      );
      await manager.query(rememberMember(), [guildId, member.id, member.displayName, at]);
      // One after the other, so that the limit holds.
      await manager.query('SELECT FROM members WHERE guild_id = $1 AND user_id = $2 FOR NO KEY UPDATE', [
        guildId,
        member.id,
      ]);
      if (kind === 'challenge') {
        const there: unknown[] = await manager.query(
          `SELECT 1 FROM entries WHERE guild_id = $1 AND number = $2 AND type = 'challenge' AND visible`,
          [guildId, Number(target)],
        );
        if (there.length === 0) return 'gone';
      }
      const [{ count, known }] = (await manager.query(
        `SELECT count(*)::integer AS count, coalesce(bool_or(kind = $3 AND target = $4), false) AS known
           FROM follows WHERE guild_id = $1 AND member_id = $2`,
        [guildId, member.id, kind, target],
      )) as [{ count: number; known: boolean }];
      if (known) return 'already';
      if (count >= mostFollows) return 'full';
      await manager.query(
        'INSERT INTO follows (guild_id, member_id, kind, target, followed_at) VALUES ($1, $2, $3, $4, $5)',
        [guildId, member.id, kind, target, at],
      );
      return 'added';
    });
  }

  /** Whether it was followed. */
  async remove(
    guildId: string,
    memberId: string,
    { kind, target }: { kind: FollowKind; target: string },
  ): Promise<boolean> {
    const count = await changed(
      this.dataSource,
      'DELETE FROM follows WHERE guild_id = $1 AND member_id = $2 AND kind = $3 AND target = $4',
      [guildId, memberId, kind, target],
    );
    return count > 0;
  }

  /** What the member follows: tags, challenges, members, each in the order they were added. */
  async list(guildId: string, memberId: string): Promise<Followed[]> {
    return rows<Followed>(
      this.dataSource,
      `SELECT f.kind, f.target, coalesce(e.title, m.display_name) AS name FROM follows f
         LEFT JOIN entries e ON f.kind = 'challenge' AND e.guild_id = f.guild_id AND e.number::text = f.target AND e.visible
         LEFT JOIN members m ON f.kind = 'member' AND m.guild_id = f.guild_id AND m.user_id::text = f.target
        WHERE f.guild_id = $1 AND f.member_id = $2
        ORDER BY f.kind = 'tag' DESC, f.kind, f.followed_at, f.target`,
      [guildId, memberId],
    );
  }

  /** How the member wants to be told of what. */
  async ways(guildId: string, memberId: string): Promise<Record<NewsKind, NewsWay>> {
    const chosen = await this.dataSource.getRepository(NewsSettings).findOneBy({ guildId, memberId });
    return Object.fromEntries(newsKinds.map((kind) => [kind, chosen?.[kind] ?? usualWays[kind]])) as Record<
      NewsKind,
      NewsWay
    >;
  }

  /** Turns one kind off for a member who was here before; anyone else has nothing to turn off. */
  async turnOff(guildId: string, memberId: string, kind: NewsKind): Promise<void> {
    const ways = { ...usualWays, [kind]: 'off' };
    await this.dataSource.query(
      `INSERT INTO news_settings (guild_id, member_id, solution, accepted, helped, followed)
       SELECT guild_id, user_id, $3, $4, $5, $6 FROM members WHERE guild_id = $1 AND user_id = $2
       ON CONFLICT (guild_id, member_id) DO UPDATE SET ${kind} = excluded.${kind}`,
      [guildId, memberId, ways.solution, ways.accepted, ways.helped, ways.followed],
    );
  }

  /** Stores one choice; the others stay. */
  async choose(guildId: string, member: Author, kind: NewsKind, way: NewsWay, at: Date): Promise<void> {
    const ways = { ...usualWays, [kind]: way };
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        'INSERT INTO guilds (id, created_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1) ON CONFLICT DO NOTHING',
        [guildId, at],
      );
      await manager.query(rememberMember(), [guildId, member.id, member.displayName, at]);
      await manager.query(
        `INSERT INTO news_settings (guild_id, member_id, solution, accepted, helped, followed)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (guild_id, member_id) DO UPDATE SET ${kind} = excluded.${kind}`,
        [guildId, member.id, ways.solution, ways.accepted, ways.helped, ways.followed],
      );
    });
  }
}
