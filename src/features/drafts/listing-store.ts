/** Lists that members page through, kept so that `Previous` and `Next` outlive a restart. */

import type { DataSource } from 'typeorm';
import type { Listing } from '../../entities/listing.js';
import { prepared } from '../../platform/prepared.js';
import { changed } from '../../platform/rows.js';

export class ListingStore {
  constructor(private readonly dataSource: DataSource) {}

  async insert(listing: Listing): Promise<void> {
    // Not worth waiting for the disk: after a power cut in this very moment, a list cannot be turned any more.
    await prepared(
      this.dataSource,
      'insert-listing',
      `WITH unhurried AS (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO listings (id, guild_id, member_id, criteria, kept_until) SELECT $1, $2, $3, $4, $5 FROM unhurried`,
      [listing.id, listing.guildId, listing.memberId, JSON.stringify(listing.criteria), listing.keptUntil],
    );
  }

  /** The member it belongs to; undefined once it has expired. */
  async find(guildId: string, id: string, now: Date): Promise<Listing | undefined> {
    const rows: { member_id: string; criteria: Record<string, unknown>; kept_until: Date }[] =
      await this.dataSource.query(
        'SELECT member_id, criteria, kept_until FROM listings WHERE id = $1 AND guild_id = $2 AND kept_until > $3',
        [id, guildId, now],
      );
    const row = rows[0];
    return row && { id, guildId, memberId: row.member_id, criteria: row.criteria, keptUntil: row.kept_until };
  }

  /** Gives how many were let go of. */
  async removeExpired(now: Date): Promise<number> {
    return changed(this.dataSource, 'DELETE FROM listings WHERE kept_until < $1', [now]);
  }
}
