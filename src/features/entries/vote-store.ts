/** Helpful votes and saves: one for each member and entry, withdrawn by the second press. */
import type { DataSource } from 'typeorm';
import type { Author } from '../../entities/member.js';
import { rememberMember } from '../members/index.js';
import { lockedCards } from './entry-store.js';

/** `given` and `withdrawn` say what the press did; `refused` that the entry is not visible, or the voter's own. */
export type Press = 'given' | 'withdrawn' | 'refused';

const entryIsThere = 'FROM entries WHERE guild_id = $1 AND number = $5';

/**
 * One statement that adds a row to `table`, or removes it: the second press undoes the first. Parameters: guild,
 * member, their name, now, entry. `also` is another step, ended with a comma.
 */
function toggling(table: 'helpful_votes' | 'saves', since: string, condition: string, also = ''): string {
  return `
    WITH member AS (${rememberMember(entryIsThere)}), ${also} withdrawn AS (
      DELETE FROM ${table} WHERE guild_id = $1 AND entry_number = $5 AND member_id = $2 RETURNING 1
    ), given AS (
      INSERT INTO ${table} (guild_id, entry_number, member_id, ${since})
      SELECT guild_id, number, $2, $4 FROM entries
       WHERE guild_id = $1 AND number = $5 AND visible AND ${condition} AND NOT EXISTS (SELECT 1 FROM withdrawn)
      ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT CASE WHEN EXISTS (SELECT 1 FROM withdrawn) THEN 'withdrawn'
                WHEN EXISTS (SELECT 1 FROM given) THEN 'given' ELSE 'refused' END AS press`;
}

const togglingHelpful = toggling(
  'helpful_votes',
  'voted_at',
  'author_id <> $2',
  `stale AS (UPDATE cards SET stale_since = $4 WHERE ${lockedCards('guild_id = $1 AND entry_number = $5')}),`,
);
const togglingSave = toggling('saves', 'saved_at', 'true');

export class VoteStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a Helpful, or withdraws it. */
  async toggleHelpful(guildId: string, number: number, voter: Author, at: Date): Promise<Press> {
    return this.toggle(togglingHelpful, guildId, number, voter, at);
  }

  /** Saves an entry for later, or removes the save. */
  async toggleSave(guildId: string, number: number, member: Author, at: Date): Promise<Press> {
    return this.toggle(togglingSave, guildId, number, member, at);
  }

  private async toggle(
    statement: string,
    guildId: string,
    number: number,
    member: Author,
    at: Date,
  ): Promise<Press> {
    const values = [guildId, member.id, member.displayName, at, number];
    const rows: { press: Press }[] = await this.dataSource.query(statement, values);
    return rows[0]?.press ?? 'refused';
  }
}
