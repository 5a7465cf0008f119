/** Who takes part in study buddies, what they chose, and their groups. */
import type { DataSource } from 'typeorm';
import { Buddy, BuddyBlock, type Hours } from '../../entities/buddies.js';
import type { Author } from '../../entities/member.js';
import { rememberMember } from '../members/index.js';
import type { BuddyGroupContent, FittingChallenge, GroupMember } from './buddies-model.js';

/** A group, by its round and its number in it. */
export interface GroupKey {
  guildId: string;
  roundAt: Date;
  number: number;
}

/** What of a participant changes. */
export interface BuddyChanges {
  skipsNext?: boolean;
  hours?: Hours | null;
  isNamed?: boolean;
}

/** Challenges shown to a group at most. */
const mostChallenges = 3;

/** The member `m` may be told of a group at $1. */
const isIn = (now: string) => `(m.left_at IS NULL
  AND EXISTS (SELECT FROM buddies b WHERE b.guild_id = m.guild_id AND b.user_id = m.user_id)
  AND NOT EXISTS (SELECT FROM mutes x WHERE x.guild_id = m.guild_id AND x.member_id = m.user_id
        AND (x.muted_until IS NULL OR x.muted_until > ${now})))`;

/** The tags that the member `m` used most in what can be seen. */
export const tagsOf = (member: string) => `ARRAY(
  SELECT tag FROM entries e, unnest(e.tags) AS tag
   WHERE e.guild_id = ${member}.guild_id AND e.author_id = ${member}.user_id AND e.visible
   GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 20)`;

export class BuddiesStore {
  constructor(private readonly dataSource: DataSource) {}

  async find(guildId: string, userId: string): Promise<Buddy | undefined> {
    return (await this.dataSource.getRepository(Buddy).findOneBy({ guildId, userId })) ?? undefined;
  }

  /** False when they took part already; then only a skipped round is taken back. */
  async join(guildId: string, member: Author, now: Date): Promise<boolean> {
    const [row]: { is_new: boolean }[] = await this.dataSource.query(
      `WITH guild AS (INSERT INTO guilds (id, created_at) SELECT $1, $4 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1)
                      ON CONFLICT DO NOTHING RETURNING id),
            author AS (${rememberMember('FROM (SELECT count(*) FROM guild) made')})
       INSERT INTO buddies (guild_id, user_id, joined_at) VALUES ($1, $2, $4)
       ON CONFLICT (guild_id, user_id) DO UPDATE SET skips_next = false
       RETURNING joined_at = $4 AS is_new`,
      [guildId, member.id, member.displayName, now],
    );
    return row?.is_new ?? false;
  }

  /** False when they didn't take part. What they chose goes with it, but for whom they are never matched with. */
  async leave(guildId: string, userId: string): Promise<boolean> {
    const { affected } = await this.dataSource.getRepository(Buddy).delete({ guildId, userId });
    return affected === 1;
  }

  /** False when they don't take part. */
  async change(guildId: string, userId: string, changes: BuddyChanges): Promise<boolean> {
    const { affected } = await this.dataSource.getRepository(Buddy).update({ guildId, userId }, changes);
    return affected === 1;
  }

  async blockedBy(guildId: string, userId: string): Promise<string[]> {
    const rows = await this.dataSource
      .getRepository(BuddyBlock)
      .find({ where: { guildId, userId }, order: { blockedAt: 'ASC', blockedId: 'ASC' } });
    return rows.map(({ blockedId }) => blockedId);
  }

  /** The member is never matched with these, and with others again. Those the bot never met are remembered by it. */
  async block(guildId: string, member: Author, blocked: readonly Author[], now: Date): Promise<void> {
    const ids = blocked.map(({ id }) => id);
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO guilds (id, created_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1) ON CONFLICT DO NOTHING`,
        [guildId, now],
      );
      await manager.query(
        `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
         SELECT $1, id, name, $4, $4 FROM unnest($2::bigint[], $3::text[]) AS named (id, name) ORDER BY id
         ON CONFLICT DO NOTHING`,
        [guildId, [member.id, ...ids], [member.displayName, ...blocked.map((one) => one.displayName)], now],
      );
      await manager.query(
        'DELETE FROM buddy_blocks WHERE guild_id = $1 AND user_id = $2 AND blocked_id <> ALL ($3)',
        [guildId, member.id, ids],
      );
      await manager.query(
        `INSERT INTO buddy_blocks (guild_id, user_id, blocked_id, blocked_at)
         SELECT $1, $2, id, $4 FROM unnest($3::bigint[]) AS id ON CONFLICT DO NOTHING`,
        [guildId, member.id, ids, now],
      );
    });
  }

  async participants(guildId: string): Promise<number> {
    return this.dataSource.getRepository(Buddy).countBy({ guildId });
  }

  /** How many different members somebody was in a group with. */
  async partners(guildId: string, userId: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(DISTINCT other.user_id)::integer AS count FROM buddy_members mine
         JOIN buddy_members other ON other.guild_id = mine.guild_id AND other.round_at = mine.round_at
          AND other.number = mine.number AND other.user_id <> mine.user_id
        WHERE mine.guild_id = $1 AND mine.user_id = $2`,
      [guildId, userId],
    );
    return row?.count ?? 0;
  }

  /** The newest group a member is in, if its round was due after `since`. */
  async newestGroup(guildId: string, userId: string, since: Date): Promise<GroupKey | undefined> {
    const [row]: { roundAt: Date; number: number }[] = await this.dataSource.query(
      `SELECT round_at AS "roundAt", number FROM buddy_members
        WHERE guild_id = $1 AND user_id = $2 AND number IS NOT NULL AND round_at > $3 ORDER BY round_at DESC LIMIT 1`,
      [guildId, userId, since],
    );
    return row && { guildId, ...row };
  }

  /** A group with what its members are told of each other; undefined when there is none. */
  async group({ guildId, roundAt, number }: GroupKey, now: Date): Promise<BuddyGroupContent | undefined> {
    const key = [guildId, roundAt, number];
    const [group]: { threadId: string | null }[] = await this.dataSource.query(
      'SELECT thread_id AS "threadId" FROM buddy_groups WHERE guild_id = $1 AND round_at = $2 AND number = $3',
      key,
    );
    if (!group) return undefined;
    const members: GroupMember[] = await this.dataSource.query(
      `SELECT m.user_id::text AS id, m.display_name AS "displayName", p.track, p.project_name AS "projectName", p.summary,
              CASE WHEN p.links_shown_at IS NULL THEN '{}' ELSE p.links END AS links, ${tagsOf('m')} AS tags,
              g.met, g.contact_at IS NOT NULL AS "sharesContact", ${isIn('$4')} AS "isIn"
         FROM buddy_members g JOIN members m ON m.guild_id = g.guild_id AND m.user_id = g.user_id
         LEFT JOIN profiles p ON p.guild_id = m.guild_id AND p.user_id = m.user_id
        WHERE g.guild_id = $1 AND g.round_at = $2 AND g.number = $3 ORDER BY m.user_id`,
      [...key, now],
    );
    return {
      guildId,
      roundAt,
      number,
      threadId: group.threadId,
      members,
      challenges: await this.challengesBetween(guildId, members),
      haveMet: await this.haveMet(guildId, roundAt, members),
    };
  }

  private async challengesBetween(
    guildId: string,
    members: readonly GroupMember[],
  ): Promise<FittingChallenge[]> {
    const found: (Omit<FittingChallenge, 'card' | 'helperId'> & {
      channelId: string | null;
      messageId: string | null;
    })[] = await this.dataSource.query(
      `SELECT c.number, c.title, c.author_id::text AS "askerId", c.tags, card.channel_id AS "channelId",
              card.message_id AS "messageId"
         FROM entries c
         LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
           WHERE guild_id = c.guild_id AND entry_number = c.number ORDER BY message_id LIMIT 1) card ON true
        WHERE c.guild_id = $1 AND c.author_id = ANY ($2) AND c.type = 'challenge' AND c.visible AND c.tags <> '{}'
          AND NOT EXISTS (SELECT FROM entries s WHERE s.guild_id = c.guild_id AND s.challenge_number = c.number
                AND s.accepted_at IS NOT NULL)
        ORDER BY c.created_at DESC, c.number DESC LIMIT 50`,
      [guildId, members.map(({ id }) => id)],
    );
    return found
      .flatMap(({ channelId, messageId, ...challenge }) => {
        const [best] = members
          .filter(({ id }) => id !== challenge.askerId)
          .map(({ id, tags }) => ({ id, shared: challenge.tags.filter((tag) => tags.includes(tag)) }))
          .toSorted((one, other) => other.shared.length - one.shared.length);
        if (!best || best.shared.length === 0) return [];
        const card = channelId && messageId ? { channelId, messageId } : null;
        return [{ ...challenge, tags: best.shared, helperId: best.id, card }];
      })
      .slice(0, mostChallenges);
  }

  private async haveMet(guildId: string, before: Date, members: readonly GroupMember[]): Promise<boolean> {
    const [row]: { met: boolean }[] = await this.dataSource.query(
      `SELECT EXISTS (SELECT FROM buddy_members g
         WHERE guild_id = $1 AND round_at < $2 AND number IS NOT NULL AND user_id = ANY ($3)
         GROUP BY round_at, number HAVING count(*) > 1) AS met`,
      [guildId, before, members.map(({ id }) => id)],
    );
    return row?.met ?? false;
  }
}
