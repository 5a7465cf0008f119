/** Cards that are out of date, projects that went quiet, and what moderators decide about one. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { Author } from '../../entities/member.js';
import { enqueue } from '../../outbox/enqueue.js';
import { changed, rows } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';
import { projectTopics } from './project-model.js';
import { remember } from './project-store.js';

/** A card that is out of date. */
export interface StaleCard {
  guildId: string;
  id: string;
  cardChannelId: string;
  cardMessageId: string;
  cardStaleSince: Date;
}

export class ProjectUpkeepStore {
  constructor(private readonly dataSource: DataSource) {}

  async recordCard(
    manager: Pick<EntityManager, 'query'>,
    { guildId, key }: { guildId: string; key: string },
    { channelId, messageId }: CardPlace,
  ): Promise<void> {
    await manager.query(
      'UPDATE projects SET card_channel_id = $3, card_message_id = $4 WHERE guild_id = $1 AND id = $2',
      [guildId, key, channelId, messageId],
    );
  }

  async staleCards(limit: number): Promise<StaleCard[]> {
    return rows(
      this.dataSource,
      `SELECT guild_id, id, card_channel_id, card_message_id, card_stale_since FROM projects
        WHERE card_stale_since IS NOT NULL AND card_message_id IS NOT NULL ORDER BY card_stale_since, id LIMIT $1`,
      [limit],
    );
  }

  /** The card was brought up to date; what changed meanwhile keeps it stale. `isGone`: somebody deleted the message. */
  async refreshed({ guildId, id, cardStaleSince }: StaleCard, isGone: boolean): Promise<void> {
    await this.dataSource.query(
      `UPDATE projects SET card_stale_since = CASE WHEN card_stale_since = $3 THEN NULL ELSE card_stale_since END,
              card_channel_id = CASE WHEN $4 THEN NULL ELSE card_channel_id END,
              card_message_id = CASE WHEN $4 THEN NULL ELSE card_message_id END
        WHERE guild_id = $1 AND id = $2`,
      [guildId, id, cardStaleSince, isGone],
    );
  }

  /** Asks the owners of projects that nothing happened to since `before`, once each. */
  async askQuiet(before: Date, at: Date): Promise<void> {
    await this.dataSource.query(
      `WITH quiet AS (
         UPDATE projects p SET asked_at = $2 WHERE closed_at IS NULL AND hidden_at IS NULL AND asked_at IS NULL AND active_at < $1
            AND EXISTS (SELECT FROM guilds g WHERE g.id = p.guild_id AND g.left_at IS NULL)
         RETURNING guild_id, id, owner_id)
       INSERT INTO outbox_messages (guild_id, topic, key, member_id, created_at, due_at)
       SELECT guild_id, '${projectTopics.stale}', id::text, owner_id, $2::timestamptz, $2 FROM quiet
       ON CONFLICT (guild_id, topic, key) DO NOTHING`,
      [before, at],
    );
  }

  /** Closes projects whose owners were asked before `before` and said nothing. */
  async closeQuiet(before: Date, at: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE projects SET closed_at = $2, card_stale_since = $2 WHERE closed_at IS NULL AND asked_at < $1`,
      [before, at],
    );
  }

  /** Keeps a report and owes the moderators its card; false when this member reported it before. */
  async report(
    guildId: string,
    projectId: string,
    reporter: Author,
    note: string,
    at: Date,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, reporter, at);
      const added = await rows(
        manager,
        `INSERT INTO project_reports (guild_id, project_id, reporter_id, note, reported_at)
         SELECT guild_id, id, $3, $4, $5 FROM projects WHERE guild_id = $1 AND id = $2
         ON CONFLICT DO NOTHING RETURNING project_id`,
        [guildId, projectId, reporter.id, note, at],
      );
      if (added.length > 0)
        await enqueue(manager, { guildId, topic: projectTopics.report, key: projectId, at });
      return added.length > 0;
    });
  }

  /** The notes of its reports, the oldest first, with who wrote them. */
  async reports(guildId: string, projectId: string): Promise<{ reporterId: string; note: string }[]> {
    return rows(
      this.dataSource,
      `SELECT reporter_id, note FROM project_reports WHERE guild_id = $1 AND project_id = $2
        ORDER BY reported_at, reporter_id LIMIT 5`,
      [guildId, projectId],
    );
  }

  /** Hides it or shows it again; its reports are decided either way. False when it was so already. */
  async setHidden(
    guildId: string,
    project: { id: string; ownerId: string; hasCard: boolean },
    isHidden: boolean,
    { moderatorId, at }: { moderatorId: string; at: Date },
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const count = await changed(
        manager,
        `UPDATE projects SET hidden_at = $3, card_stale_since = $4, active_at = greatest(active_at, $4)
          WHERE guild_id = $1 AND id = $2 AND (hidden_at IS NULL) = $5`,
        [guildId, project.id, isHidden ? at : null, at, isHidden],
      );
      await manager.query('DELETE FROM project_reports WHERE guild_id = $1 AND project_id = $2', [
        guildId,
        project.id,
      ]);
      if (count === 0) return false;
      // What was hidden before its card went out has none to change.
      if (!isHidden && !project.hasCard)
        await enqueue(manager, { guildId, topic: projectTopics.card, key: project.id, at });
      await logAction(manager, {
        guildId,
        action: isHidden ? 'project-hidden' : 'project-restored',
        actorId: moderatorId,
        subjectId: project.ownerId,
        at,
      });
      return true;
    });
  }

  /** The reports are unfounded. */
  async dismissReports(guildId: string, id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM project_reports WHERE guild_id = $1 AND project_id = $2', [
      guildId,
      id,
    ]);
  }
}
