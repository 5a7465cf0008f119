/** Helpful votes and saves: one a member and entry, taken back by the second press. */
import type { DataSource } from 'typeorm';
import { type Author, lockedCards, rememberMember } from './entry-store.js';

/** `given` and `withdrawn` say what the press did; `refused` that the entry is not visible, or the voter's own. */
export type Press = 'given' | 'withdrawn' | 'refused';

const entryIsThere = 'FROM entries WHERE guild_id = $1 AND number = $5';

export class VoteStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Gives a Helpful, or takes it back. */
  async toggleHelpful(guildId: string, number: number, voter: Author, at: Date): Promise<Press> {
    const rows: { press: Press }[] = await this.dataSource.query(
      `WITH voter AS (${rememberMember(entryIsThere)}), withdrawn AS (
         DELETE FROM helpful_votes WHERE guild_id = $1 AND entry_number = $5 AND member_id = $2 RETURNING 1
       ), given AS (
         INSERT INTO helpful_votes (guild_id, entry_number, member_id, voted_at)
         SELECT guild_id, number, $2, $4 FROM entries
          WHERE guild_id = $1 AND number = $5 AND visible AND author_id <> $2 AND NOT EXISTS (SELECT 1 FROM withdrawn)
         ON CONFLICT DO NOTHING RETURNING 1
       ), stale AS (
         UPDATE cards SET stale_since = $4 WHERE ${lockedCards('guild_id = $1 AND entry_number = $5')}
       )
       SELECT CASE WHEN EXISTS (SELECT 1 FROM withdrawn) THEN 'withdrawn'
                   WHEN EXISTS (SELECT 1 FROM given) THEN 'given' ELSE 'refused' END AS press`,
      [guildId, voter.id, voter.displayName, at, number],
    );
    return rows[0]?.press ?? 'refused';
  }

  /** Keeps an entry for later, or lets go of it. */
  async toggleSave(guildId: string, number: number, member: Author, at: Date): Promise<Press> {
    const rows: { press: Press }[] = await this.dataSource.query(
      `WITH member AS (${rememberMember(entryIsThere)}), withdrawn AS (
         DELETE FROM saves WHERE guild_id = $1 AND entry_number = $5 AND member_id = $2 RETURNING 1
       ), given AS (
         INSERT INTO saves (guild_id, entry_number, member_id, saved_at)
         SELECT guild_id, number, $2, $4 FROM entries
          WHERE guild_id = $1 AND number = $5 AND visible AND NOT EXISTS (SELECT 1 FROM withdrawn)
         ON CONFLICT DO NOTHING RETURNING 1
       )
       SELECT CASE WHEN EXISTS (SELECT 1 FROM withdrawn) THEN 'withdrawn'
                   WHEN EXISTS (SELECT 1 FROM given) THEN 'given' ELSE 'refused' END AS press`,
      [guildId, member.id, member.displayName, at, number],
    );
    return rows[0]?.press ?? 'refused';
  }
}
