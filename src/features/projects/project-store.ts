/** Projects in the database: the board, one project, and what is owed of a change, in the same transaction. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Author } from '../../entities/member.js';
import type { Project } from '../../entities/project.js';
import { enqueue } from '../../outbox/enqueue.js';
import { changed, rows } from '../../platform/rows.js';
import { rememberMember } from '../members/index.js';
import {
  type BoardFilter,
  boardPageSize,
  type ProjectAddresses,
  type ProjectDetails,
  type ProjectFacts,
  projectTopics,
  type ShownProject,
} from './project-model.js';

const joined = `ARRAY(SELECT p.user_id FROM project_members p
  WHERE p.project_id = b.id AND p.joined_at IS NOT NULL ORDER BY p.joined_at, p.user_id)::text[] AS collaborators`;
const shown = `SELECT b.*, owner.display_name AS owner_name, ${joined}
  FROM projects b JOIN members owner ON owner.guild_id = b.guild_id AND owner.user_id = b.owner_id`;
const onBoard = 'b.closed_at IS NULL AND b.hidden_at IS NULL';

/** Of a filter: parameters 2 to 4 are track, tag and role, each null for any. */
const filtered = `b.guild_id = $1 AND ${onBoard} AND owner.left_at IS NULL
  AND ($2::text IS NULL OR EXISTS (SELECT FROM profiles t
        WHERE t.guild_id = b.guild_id AND t.user_id = b.owner_id AND t.track = $2))
  AND ($3::text IS NULL OR $3 = ANY (b.stack))
  AND ($4::text IS NULL OR $4 = ANY (b.looking_for))`;

export class ProjectStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores a new project and owes its card. False when the owner has an open one of that name, or `limit` of them. */
  async insert(
    project: ProjectFacts & Pick<Project, 'id' | 'guildId'>,
    owner: Author,
    { at, limit }: { at: Date; limit: number },
  ): Promise<boolean> {
    const { id, guildId, name, summary, stack, repository, lookingFor } = project;
    return this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, owner, at);
      // The owner's row is locked, so that two at the same time are counted one after the other.
      await manager.query('SELECT FROM members WHERE guild_id = $1 AND user_id = $2 FOR UPDATE', [
        guildId,
        owner.id,
      ]);
      const inserted = await rows(
        manager,
        `INSERT INTO projects (id, guild_id, owner_id, name, summary, stack, repository, looking_for, created_at, active_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $9
          WHERE (SELECT count(*) FROM projects WHERE guild_id = $2 AND owner_id = $3 AND closed_at IS NULL) < $10
            AND NOT EXISTS (SELECT FROM projects
              WHERE guild_id = $2 AND owner_id = $3 AND closed_at IS NULL AND lower(name) = lower($4))
         RETURNING id`,
        [id, guildId, owner.id, name, summary, stack, repository, lookingFor, at, limit],
      );
      if (inserted.length === 0) return false;
      await enqueue(manager, { guildId, topic: projectTopics.card, key: id, at });
      return true;
    });
  }

  /** Changes an open project of this owner; false when there is none, or another open one has the name. */
  async change(
    guildId: string,
    ownerId: string,
    id: string,
    changes: ProjectFacts | ProjectAddresses,
    at: Date,
  ): Promise<boolean> {
    const columns = {
      name: 'name',
      summary: 'summary',
      stack: 'stack',
      repository: 'repository',
      lookingFor: 'looking_for',
      live: 'live',
      apiBase: 'api_base',
      apiDocs: 'api_docs',
    } as const;
    const given = Object.entries(changes) as [keyof typeof columns, unknown][];
    const sets = given.map(([name], place) => `${columns[name]} = $${place + 5}`);
    const count = await changed(
      this.dataSource,
      `UPDATE projects SET ${sets.join(', ')}, active_at = $4, asked_at = NULL, card_stale_since = $4
        WHERE guild_id = $1 AND owner_id = $2 AND id = $3 AND closed_at IS NULL AND hidden_at IS NULL`,
      [guildId, ownerId, id, at, ...given.map(([, value]) => value)],
    );
    return count > 0;
  }

  /** How many open projects the member has, and whether one has this name. */
  async openOf(guildId: string, ownerId: string): Promise<{ id: string; name: string }[]> {
    return rows(
      this.dataSource,
      'SELECT id, name FROM projects WHERE guild_id = $1 AND owner_id = $2 AND closed_at IS NULL ORDER BY created_at, id',
      [guildId, ownerId],
    );
  }

  /** A project by id, in any state. */
  async find(guildId: string, id: string): Promise<ProjectDetails | undefined> {
    const [found] = await rows<ProjectDetails>(
      this.dataSource,
      `SELECT d.*,
              ARRAY(SELECT user_id FROM project_members WHERE project_id = d.id AND invited_at IS NOT NULL AND joined_at IS NULL
                     ORDER BY invited_at, user_id)::text[] AS invited,
              ARRAY(SELECT user_id FROM project_members WHERE project_id = d.id AND interested_at IS NOT NULL
                     ORDER BY interested_at, user_id)::text[] AS interested,
              (SELECT count(*)::integer FROM project_reports WHERE project_id = d.id) AS reports
         FROM (${shown} WHERE b.guild_id = $1 AND b.id = $2) d`,
      [guildId, id],
    );
    return found;
  }

  /** Ids of the visible projects with this name, upper or lower case, open ones first. */
  async idsNamed(guildId: string, name: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.dataSource,
      `SELECT id FROM projects WHERE guild_id = $1 AND lower(name) = lower($2) AND hidden_at IS NULL
        ORDER BY closed_at IS NOT NULL, active_at DESC, id LIMIT 1`,
      [guildId, name],
    );
    return found.map(({ id }) => id);
  }

  /** A page of the board, the liveliest first; pages count from 0. */
  async page(
    guildId: string,
    { track, tag, lookingFor }: BoardFilter,
    page: number,
  ): Promise<{ projects: ShownProject[]; total: number }> {
    const values = [guildId, track ?? null, tag ?? null, lookingFor ?? null];
    const [counted] = await rows<{ total: number }>(
      this.dataSource,
      `SELECT count(*)::integer AS total FROM projects b
         JOIN members owner ON owner.guild_id = b.guild_id AND owner.user_id = b.owner_id WHERE ${filtered}`,
      values,
    );
    const projects = await rows<ShownProject>(
      this.dataSource,
      `${shown} WHERE ${filtered} ORDER BY b.active_at DESC, b.id LIMIT $5 OFFSET $6`,
      [...values, boardPageSize, page * boardPageSize],
    );
    return { projects, total: counted?.total ?? 0 };
  }

  /** Open, visible projects whose name holds what was typed; of one owner when `ownerId` is given. */
  async suggest(
    guildId: string,
    typed: string,
    { ownerId, limit }: { ownerId?: string | undefined; limit: number },
  ): Promise<{ id: string; name: string; ownerName: string }[]> {
    return rows(
      this.dataSource,
      `SELECT b.id, b.name, owner.display_name AS owner_name FROM projects b
         JOIN members owner ON owner.guild_id = b.guild_id AND owner.user_id = b.owner_id
        WHERE b.guild_id = $1 AND ${onBoard} AND strpos(lower(b.name), lower($2)) > 0
          AND ($3::bigint IS NULL OR b.owner_id = $3)
        ORDER BY strpos(lower(b.name), lower($2)), b.active_at DESC, b.id LIMIT $4`,
      [guildId, typed, ownerId ?? null, limit],
    );
  }

  /** Tags of projects on the board that begin with what was typed, the most used first. */
  async stacks(guildId: string, typed: string, limit: number): Promise<{ tag: string; projects: number }[]> {
    return rows(
      this.dataSource,
      `SELECT tag, count(*)::integer AS projects FROM projects b, unnest(b.stack) tag
        WHERE b.guild_id = $1 AND ${onBoard} AND starts_with(tag, $2) GROUP BY tag
        ORDER BY count(*) DESC, tag LIMIT $3`,
      [guildId, typed, limit],
    );
  }

  /** A member's name as last seen. */
  async nameOf(guildId: string, userId: string): Promise<string | undefined> {
    const [member] = await rows<{ displayName: string }>(
      this.dataSource,
      'SELECT display_name FROM members WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId],
    );
    return member?.displayName;
  }

  /** Closes an open project; false when it is closed already. */
  async close(guildId: string, id: string, at: Date): Promise<boolean> {
    const count = await changed(
      this.dataSource,
      `UPDATE projects SET closed_at = $3, card_stale_since = $3 WHERE guild_id = $1 AND id = $2 AND closed_at IS NULL`,
      [guildId, id, at],
    );
    return count > 0;
  }

  /** The owner says that it goes on. */
  async goOn(guildId: string, id: string, at: Date): Promise<boolean> {
    const count = await changed(
      this.dataSource,
      'UPDATE projects SET active_at = $3, asked_at = NULL WHERE guild_id = $1 AND id = $2 AND closed_at IS NULL',
      [guildId, id, at],
    );
    return count > 0;
  }
}

/** Keeps the guild and the member's name, in the order in which they are locked elsewhere. */
export async function remember(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  author: Author,
  at: Date,
): Promise<void> {
  await manager.query(
    `WITH guild AS (INSERT INTO guilds (id, created_at) SELECT $1, $4 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1)
                    ON CONFLICT DO NOTHING RETURNING id)
     ${rememberMember('FROM (SELECT count(*) FROM guild) made')}`,
    [guildId, author.id, author.displayName, at],
  );
}
