/** Drafts in the database. */

import type { DataSource } from 'typeorm';
import { Draft } from '../../entities/draft.js';
import { changed, rows } from '../../platform/rows.js';

/** Drafts of one member in a guild. */
const draftsAtMost = 20;

export class DraftStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A member's newest are stored; older ones go. */
  async insert(draft: Draft): Promise<void> {
    await this.dataSource.query(
      `WITH guild AS (INSERT INTO guilds (id, created_at) VALUES ($2, $6) ON CONFLICT DO NOTHING),
            old AS (DELETE FROM drafts WHERE id IN (SELECT id FROM drafts WHERE guild_id = $2 AND member_id = $3
                                                     ORDER BY kept_until DESC, id OFFSET ${draftsAtMost - 1}))
       INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until) VALUES ($1, $2, $3, $4, $5, $6)`,
      [draft.id, draft.guildId, draft.memberId, draft.form, JSON.stringify(draft.fields), draft.keptUntil],
    );
  }

  /** The member's own draft, as long as it is kept. */
  async find(guildId: string, memberId: string, id: string, now: Date): Promise<Draft | undefined> {
    const [draft] = await rows<Draft>(
      this.dataSource,
      `SELECT id, guild_id, member_id, form, fields, kept_until FROM drafts
        WHERE id = $1 AND guild_id = $2 AND member_id = $3 AND kept_until > $4`,
      [id, guildId, memberId, now],
    );
    return draft;
  }

  /** Lets go of a draft; false when it was gone already. */
  async remove(guildId: string, memberId: string, id: string): Promise<boolean> {
    const result = await this.dataSource.getRepository(Draft).delete({ id, guildId, memberId });
    return result.affected === 1;
  }

  async removeExpired(now: Date): Promise<number> {
    return changed(this.dataSource, 'DELETE FROM drafts WHERE kept_until < $1', [now]);
  }
}
