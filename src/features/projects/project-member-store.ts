/** Who asked about a project or works on it, in the database, with the messages they are owed. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { Author } from '../../entities/member.js';
import { enqueue } from '../../outbox/enqueue.js';
import { changed, rows } from '../../platform/rows.js';
import { projectTopics } from './project-model.js';
import { remember } from './project-store.js';

/** The key of a message about a member and a project. */
export const memberKey = (projectId: string, userId: string): string => `${projectId}:${userId}`;

/** The project and the member of such a key. */
export function ofMemberKey(key: string): { projectId: string; userId: string } {
  const [projectId = '', userId = ''] = key.split(':');
  return { projectId, userId };
}

const openProject = 'closed_at IS NULL AND hidden_at IS NULL';

export class ProjectMemberStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes that the member is interested and owes the thread; false when they said so before, or it isn't open. */
  async addInterest(guildId: string, projectId: string, member: Author, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, member, at);
      const added = await rows(
        manager,
        `INSERT INTO project_members (guild_id, project_id, user_id, interested_at)
         SELECT guild_id, id, $3, $4 FROM projects WHERE guild_id = $1 AND id = $2 AND ${openProject}
         ON CONFLICT (project_id, user_id) DO UPDATE SET interested_at = excluded.interested_at
          WHERE project_members.interested_at IS NULL
         RETURNING user_id`,
        [guildId, projectId, member.id, at],
      );
      if (added.length === 0) return false;
      await manager.query('UPDATE projects SET active_at = $2, asked_at = NULL WHERE id = $1', [
        projectId,
        at,
      ]);
      await enqueue(manager, {
        guildId,
        topic: projectTopics.interest,
        key: memberKey(projectId, member.id),
        memberId: member.id,
        at,
      });
      return true;
    });
  }

  /** The thread of a member and the owner, as far as there is one. */
  async interest(
    guildId: string,
    projectId: string,
    userId: string,
  ): Promise<{ threadId: string | null; messageId: string | null } | undefined> {
    const [found] = await rows<{ threadId: string | null; messageId: string | null }>(
      this.dataSource,
      `SELECT thread_id, message_id FROM project_members
        WHERE guild_id = $1 AND project_id = $2 AND user_id = $3 AND interested_at IS NOT NULL`,
      [guildId, projectId, userId],
    );
    return found;
  }

  async recordThread(guildId: string, projectId: string, userId: string, threadId: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE project_members SET thread_id = $4 WHERE guild_id = $1 AND project_id = $2 AND user_id = $3',
      [guildId, projectId, userId, threadId],
    );
  }

  async recordMessage(
    manager: Pick<EntityManager, 'query'>,
    { guildId, key }: { guildId: string; key: string },
    { channelId, messageId }: CardPlace,
  ): Promise<void> {
    const { projectId, userId } = ofMemberKey(key);
    await manager.query(
      `UPDATE project_members SET thread_id = $4, message_id = $5
        WHERE guild_id = $1 AND project_id = $2 AND user_id = $3`,
      [guildId, projectId, userId, channelId, messageId],
    );
  }

  /** Names a collaborator who is still to confirm it; false when they were asked already or work on it. */
  async invite(guildId: string, projectId: string, member: Author, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, member, at);
      const invited = await rows(
        manager,
        `INSERT INTO project_members (guild_id, project_id, user_id, invited_at)
         SELECT guild_id, id, $3, $4 FROM projects WHERE guild_id = $1 AND id = $2 AND ${openProject}
         ON CONFLICT (project_id, user_id) DO UPDATE SET invited_at = excluded.invited_at
          WHERE project_members.invited_at IS NULL
         RETURNING user_id`,
        [guildId, projectId, member.id, at],
      );
      if (invited.length === 0) return false;
      await manager.query('UPDATE projects SET active_at = $2, asked_at = NULL WHERE id = $1', [
        projectId,
        at,
      ]);
      await enqueue(manager, {
        guildId,
        topic: projectTopics.invite,
        key: memberKey(projectId, member.id),
        memberId: member.id,
        at,
      });
      return true;
    });
  }

  /** Whether the member has been named and is still to answer. */
  async isInvited(guildId: string, projectId: string, userId: string): Promise<boolean> {
    const found = await rows(
      this.dataSource,
      `SELECT 1 FROM project_members WHERE guild_id = $1 AND project_id = $2 AND user_id = $3
          AND invited_at IS NOT NULL AND joined_at IS NULL`,
      [guildId, projectId, userId],
    );
    return found.length > 0;
  }

  /** They confirm that they work on it; false when nobody asked them, or they did so before. */
  async join(guildId: string, projectId: string, userId: string, at: Date): Promise<boolean> {
    return this.withStaleCard(
      `UPDATE project_members SET joined_at = $4
        WHERE guild_id = $1 AND project_id = $2 AND user_id = $3 AND invited_at IS NOT NULL AND joined_at IS NULL`,
      { guildId, projectId, userId, at },
    );
  }

  /** They don't work on it (any more): named no longer. Their interest stays. */
  async leave(guildId: string, projectId: string, userId: string, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const own = [guildId, projectId, userId];
      const where = 'WHERE guild_id = $1 AND project_id = $2 AND user_id = $3 AND invited_at IS NOT NULL';
      const left =
        (await changed(
          manager,
          `UPDATE project_members SET invited_at = NULL, joined_at = NULL ${where} AND interested_at IS NOT NULL`,
          own,
        )) + (await changed(manager, `DELETE FROM project_members ${where}`, own));
      if (left > 0) await markStale(manager, projectId, at);
      return left > 0;
    });
  }

  private async withStaleCard(
    statement: string,
    { guildId, projectId, userId, at }: { guildId: string; projectId: string; userId: string; at: Date },
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      if ((await changed(manager, statement, [guildId, projectId, userId, at])) === 0) return false;
      await manager.query('UPDATE projects SET active_at = $2, asked_at = NULL WHERE id = $1', [
        projectId,
        at,
      ]);
      await markStale(manager, projectId, at);
      return true;
    });
  }
}

async function markStale(manager: Pick<EntityManager, 'query'>, projectId: string, at: Date): Promise<void> {
  await manager.query('UPDATE projects SET card_stale_since = $2 WHERE id = $1', [projectId, at]);
}
