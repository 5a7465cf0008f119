/** Who contributed how much in a period. */

import type { DataSource } from 'typeorm';
import { prepared } from '../../platform/prepared.js';
import type { CountedPeriod, Standing } from './leaderboard-model.js';
import { PointsStore } from './points-store.js';

export interface StandingsQuery extends CountedPeriod {
  /** Places listed, from the first. */
  places: number;
  /** Listed as well, whatever their place. */
  memberId: string;
}

/** A position in the fixed order, the rank that equal points share, and when the member was last met. */
export interface SeenStanding extends Standing {
  rank: number;
  seenAt: Date;
}

/** Without any standing one row has no place. */
type StandingRow = Omit<SeenStanding, 'place'> & { current: boolean; place: number | null };

const there = 'JOIN members m ON m.guild_id = p.guild_id AND m.user_id = p.user_id AND m.left_at IS NULL';

/**
 * Parameters: guild, since, anchor of the weeks, places, member, period. Ties go to the member who reached their points first,
 * that is, whose last contribution is older. Each row says whether points are counted for what is asked, and nothing has
 * changed since; without any standing it is one row.
 */
const standingsStatement = `
WITH state AS (
  SELECT EXISTS (SELECT FROM point_periods WHERE guild_id = $1 AND period = $6 AND since = $2
                    AND mod(extract(epoch FROM week_anchor - $3::timestamptz), 604800) = 0)
     AND NOT EXISTS (SELECT FROM point_changes WHERE guild_id = $1) AS current
), first AS MATERIALIZED (
  SELECT p.*, m.display_name, m.seen_at FROM member_points p ${there}
   WHERE p.guild_id = $1 AND p.period = $6 ORDER BY p.points DESC, p.reached_at, p.user_id LIMIT $4
), listed AS (
  SELECT first.*, row_number() OVER (ORDER BY points DESC, reached_at, user_id)::integer AS place,
         rank() OVER (ORDER BY points DESC)::integer AS rank FROM first
  UNION ALL
  SELECT p.*, m.display_name, m.seen_at, 1 + (SELECT count(*)::integer FROM member_points p ${there}
           WHERE p.guild_id = $1 AND p.period = $6
             AND (p.points > own.points OR p.points = own.points AND (p.reached_at, p.user_id) < (own.reached_at, own.user_id))),
         1 + (SELECT count(*)::integer FROM member_points p ${there}
           WHERE p.guild_id = $1 AND p.period = $6 AND p.points > own.points)
    FROM member_points p ${there}
    JOIN member_points own ON own.guild_id = p.guild_id AND own.user_id = p.user_id AND own.period = p.period
   WHERE p.guild_id = $1 AND p.period = $6 AND p.user_id = $5 AND NOT EXISTS (SELECT FROM first WHERE user_id = $5)
)
SELECT state.current, place, rank, user_id, display_name, seen_at, points, accepted, solutions, learnings, challenges, helpful
  FROM state LEFT JOIN listed ON true ORDER BY place`;

export class LeaderboardStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly points: Pick<PointsStore, 'catchUp'> = new PointsStore(dataSource),
  ) {}

  /** The first places and the member's own, in order; members who left are not among them. */
  async standings(guildId: string, query: StandingsQuery): Promise<SeenStanding[]> {
    let read = await this.read(guildId, query);
    if (!read[0]?.current) {
      await this.points.catchUp(guildId, query);
      read = await this.read(guildId, query);
    }
    return read.flatMap(({ current: _, place, ...standing }) =>
      place === null ? [] : { place, ...standing },
    );
  }

  private read(guildId: string, query: StandingsQuery): Promise<StandingRow[]> {
    const { period, since, weekAnchor, places, memberId } = query;
    const values = [guildId, since, weekAnchor, places, memberId, period];
    return prepared<StandingRow>(this.dataSource, 'standings', standingsStatement, values);
  }

  /** When the digest's period began that ended at `end`; undefined if there was none. */
  async periodStart(guildId: string, end: Date): Promise<Date | undefined> {
    const [ended]: { start: Date }[] = await this.dataSource.query(
      'SELECT period_start AS start FROM digests WHERE guild_id = $1 AND period_end = $2',
      [guildId, end],
    );
    return ended?.start;
  }

  /** Notes who was found to be there still, and who was not, at that time. */
  async noteMembership(
    guildId: string,
    { there, gone }: { there: readonly string[]; gone: readonly string[] },
    at: Date,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE members SET seen_at = CASE WHEN user_id = ANY ($3::bigint[]) THEN seen_at ELSE greatest(seen_at, $4) END,
              left_at = CASE WHEN user_id = ANY ($3::bigint[]) THEN $4::timestamptz END
        WHERE guild_id = $1 AND user_id = ANY ($2::bigint[] || $3::bigint[])`,
      [guildId, there, gone, at],
    );
  }
}
