/** Profiles in the database, and the figures beside them. */
import { type DataSource, In } from 'typeorm';
import type { Author } from '../../entities/member.js';
import { type MemberProject, Profile, type SharedFigures } from '../../entities/profile.js';
import { rows } from '../../platform/rows.js';
import { type MemberBadges, readMemberBadges } from '../badges/index.js';
import { rememberMember } from '../members/index.js';

/** What of a profile is written at once. */
export type ProfileChanges = Partial<Omit<Profile, 'guildId' | 'userId' | 'editedAt' | 'projectNamedAt'>>;

const columns = {
  track: 'track',
  projectName: 'project_name',
  summary: 'summary',
  repository: 'repository',
  objective: 'objective',
  links: 'links',
  linksShownAt: 'links_shown_at',
  remindersSince: 'reminders_since',
  savingRefusedAt: 'saving_refused_at',
} as const satisfies Record<keyof ProfileChanges, string>;

export class ProfileStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The member's profile; undefined when they never wrote one. */
  async find(guildId: string, userId: string): Promise<Profile | undefined> {
    const repository = this.dataSource.getRepository(Profile);
    return (await repository.findOneBy({ guildId, userId })) ?? undefined;
  }

  /** Profiles of those of the members who wrote one. */
  async ofMembers(guildId: string, userIds: readonly string[]): Promise<Profile[]> {
    return this.dataSource.getRepository(Profile).findBy({ guildId, userId: In([...userIds]) });
  }

  /** Writes what is given and leaves the rest; with `keepFilled`, what the member wrote before stays too. */
  async write(
    guildId: string,
    author: Author,
    changes: ProfileChanges,
    { at, keepFilled = false }: { at: Date; keepFilled?: boolean },
  ): Promise<void> {
    const names = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (name) => changes[name] !== undefined,
    );
    const written = names.map((name) => columns[name]);
    const values = names.map((_, index) => `$${index + 5}`);
    const updates = written.map((column) =>
      keepFilled
        ? `${column} = coalesce(profiles.${column}, excluded.${column})`
        : `${column} = excluded.${column}`,
    );
    // A name that an import fills in is the document's; one that stays the same was not given again.
    const isNamed = !keepFilled && changes.projectName !== undefined;
    const naming = isNamed
      ? [
          `project_named_at = CASE WHEN profiles.project_name IS DISTINCT FROM excluded.project_name
             THEN excluded.project_named_at ELSE profiles.project_named_at END`,
        ]
      : [];
    const namedAt = isNamed ? { column: ['project_named_at'], value: ['$4'] } : { column: [], value: [] };
    // The guild comes before its member, as where entries are numbered: in another order two of one member's own
    // would wait for each other. A plain DO NOTHING would wait for a concurrent change of the guild's row.
    await this.dataSource.query(
      `WITH guild AS (INSERT INTO guilds (id, created_at) SELECT $1, $4 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1)
                      ON CONFLICT DO NOTHING RETURNING id),
            author AS (${rememberMember('FROM (SELECT count(*) FROM guild) made')})
       INSERT INTO profiles (${['guild_id', 'user_id', 'edited_at', ...namedAt.column, ...written].join(', ')})
       VALUES (${['$1', '$2', '$4', ...namedAt.value, ...values].join(', ')})
       ON CONFLICT (guild_id, user_id) DO UPDATE SET ${['edited_at = excluded.edited_at', ...naming, ...updates].join(', ')}`,
      [guildId, author.id, author.displayName, at, ...names.map((name) => changes[name])],
    );
  }

  /** Open projects that the member owns, and those they confirmed that they work on, the liveliest first. */
  async projects(guildId: string, userId: string): Promise<MemberProject[]> {
    return this.dataSource.query(
      `SELECT b.name, b.owner_id = $2 AS "isOwner" FROM projects b
        WHERE b.guild_id = $1 AND b.hidden_at IS NULL
          AND ((b.owner_id = $2 AND b.closed_at IS NULL) OR EXISTS (SELECT FROM project_members p
                WHERE p.project_id = b.id AND p.user_id = $2 AND p.joined_at IS NOT NULL))
        ORDER BY b.active_at DESC, b.id LIMIT 10`,
      [guildId, userId],
    );
  }

  /** What the member earned, and for how many weeks on end they contribute. */
  async badges(guildId: string, userId: string, at: Date): Promise<MemberBadges> {
    return readMemberBadges(this.dataSource, guildId, userId, at);
  }

  /** What can be seen of the member's sharing. */
  async figures(guildId: string, userId: string): Promise<SharedFigures> {
    const [figures] = await rows<SharedFigures>(
      this.dataSource,
      `SELECT count(*) FILTER (WHERE type = 'learning')::integer AS learnings,
              count(*) FILTER (WHERE type = 'challenge')::integer AS challenges,
              count(*) FILTER (WHERE type = 'solution')::integer AS solutions,
              count(accepted_at)::integer AS accepted,
              coalesce(sum(votes.helpful), 0)::integer AS helpful,
              min(created_at) AS first_shared_at
         FROM entries e
         CROSS JOIN LATERAL (SELECT count(*) AS helpful FROM helpful_votes v
           WHERE v.guild_id = e.guild_id AND v.entry_number = e.number) votes
        WHERE e.guild_id = $1 AND e.author_id = $2 AND e.visible`,
      [guildId, userId],
    );
    // An aggregate is always one row.
    return figures as SharedFigures;
  }
}
