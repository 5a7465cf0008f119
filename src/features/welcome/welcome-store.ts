/** Who got the list of first steps, and what of it a member has done. */
import type { DataSource } from 'typeorm';
import type { Author } from '../../entities/member.js';
import { rows } from '../../platform/rows.js';
import { rememberMember } from '../members/index.js';
import type { StepsDone } from './welcome-model.js';

/** The second step counts also while it waits for a moderator; help counts when it is offered, or found helpful. */
const stepsStatement = `
  SELECT EXISTS (SELECT FROM profiles WHERE guild_id = $1 AND user_id = $2
                    AND num_nonnulls(track, project_name, summary, repository, objective) > 0) AS profile,
         EXISTS (SELECT FROM entries WHERE guild_id = $1 AND author_id = $2 AND type = 'learning'
                    AND deleted_at IS NULL AND import_id IS NULL) AS share,
         EXISTS (SELECT FROM entries s JOIN entries c ON c.guild_id = $1 AND c.number = s.challenge_number AND c.author_id <> $2
                  WHERE s.guild_id = $1 AND s.author_id = $2 AND s.deleted_at IS NULL AND s.import_id IS NULL)
      OR EXISTS (SELECT FROM entries e JOIN helpful_votes v ON v.guild_id = $1 AND v.entry_number = e.number AND v.member_id <> $2
                  WHERE e.guild_id = $1 AND e.author_id = $2 AND e.visible AND e.import_id IS NULL) AS help`;

export class WelcomeStore {
  constructor(private readonly dataSource: DataSource) {}

  async isWelcomed(guildId: string, userId: string): Promise<boolean> {
    const found = await rows(
      this.dataSource,
      'SELECT 1 AS found FROM welcomes WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId],
    );
    return found.length > 0;
  }

  /** True once a member, in all processes. */
  async claim(guildId: string, { id, displayName }: Author, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(rememberMember(), [guildId, id, displayName, at]);
      const claimed = await rows(
        manager,
        `INSERT INTO welcomes (guild_id, user_id, welcomed_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING user_id`,
        [guildId, id, at],
      );
      return claimed.length > 0;
    });
  }

  async steps(guildId: string, userId: string): Promise<StepsDone> {
    const [done] = await rows<{ profile: boolean; share: boolean; help: boolean }>(
      this.dataSource,
      stepsStatement,
      [guildId, userId],
    );
    return done ?? { profile: false, share: false, help: false };
  }
}
