/** Who contributed how much, counted from the entries and votes themselves. */
import type { DataSource } from 'typeorm';
import type { Standing } from '../entities/standing.js';
import { prepared } from './prepared.js';

export interface StandingsQuery {
  /** Contributions from then on. */
  since: Date;
  /** A week begins then, and every seven days before and after. */
  weekAnchor: Date;
  /** Places listed, from the first. */
  places: number;
  /** Listed as well, whatever their place. */
  memberId: string;
}

/** A place, and when its member was last met. */
export interface SeenStanding extends Standing {
  seenAt: Date;
}

interface StandingRow {
  place: number;
  user_id: string;
  display_name: string;
  seen_at: Date;
  points: number;
  accepted: number;
  solutions: number;
  learnings: number;
  challenges: number;
  helpful: number;
}

/** Helpful from one member to another that count in a week. */
const helpfulAWeek = 5;

/**
 * Parameters: guild, since, anchor of the weeks, places, member. An accepted solution earns its points when it is
 * accepted. Ties go to whoever reached their points first, that is, whose last contribution is older. What an import
 * brought counts nothing, nor does Helpful on it: it was written before.
 */
const standingsStatement = `
WITH votes AS (
  SELECT e.author_id, v.voted_at,
         row_number() OVER (PARTITION BY e.author_id, v.member_id,
           floor(extract(epoch FROM v.voted_at - $3::timestamptz) / 604800) ORDER BY v.voted_at, v.entry_number) AS place
    FROM helpful_votes v JOIN entries e ON e.guild_id = $1 AND e.number = v.entry_number AND e.visible AND e.import_id IS NULL
   WHERE v.guild_id = $1 AND v.member_id <> e.author_id
), contributions AS (
  SELECT author_id AS user_id,
         CASE type WHEN 'learning' THEN 'learning' WHEN 'challenge' THEN 'challenge'
                   ELSE CASE WHEN accepted_at IS NULL THEN 'solution' ELSE 'accepted' END END AS earned_with,
         CASE WHEN type = 'learning' THEN 2 WHEN accepted_at IS NOT NULL THEN 5 ELSE 1 END AS points,
         coalesce(accepted_at, created_at) AS at
    FROM entries WHERE guild_id = $1 AND visible AND import_id IS NULL
  UNION ALL SELECT author_id, 'helpful', 1, voted_at FROM votes WHERE place <= ${helpfulAWeek}
), totals AS (
  SELECT user_id, sum(points)::integer AS points, max(at) AS reached_at,
         count(*) FILTER (WHERE earned_with = 'accepted')::integer AS accepted,
         count(*) FILTER (WHERE earned_with = 'solution')::integer AS solutions,
         count(*) FILTER (WHERE earned_with = 'learning')::integer AS learnings,
         count(*) FILTER (WHERE earned_with = 'challenge')::integer AS challenges,
         count(*) FILTER (WHERE earned_with = 'helpful')::integer AS helpful
    FROM contributions WHERE at >= $2 GROUP BY user_id
), standings AS (
  SELECT totals.*, m.display_name, m.seen_at,
         row_number() OVER (ORDER BY points DESC, reached_at, user_id)::integer AS place
    FROM totals JOIN members m USING (user_id) WHERE m.guild_id = $1 AND m.left_at IS NULL
)
SELECT * FROM standings WHERE place <= $4 OR user_id = $5 ORDER BY place`;

export class LeaderboardStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The first places and the member's own, in order; members who left are not among them. */
  async standings(guildId: string, query: StandingsQuery): Promise<SeenStanding[]> {
    const rows = await prepared<StandingRow>(this.dataSource, 'standings', standingsStatement, [
      guildId,
      query.since,
      query.weekAnchor,
      query.places,
      query.memberId,
    ]);
    return rows.map(({ user_id, display_name, seen_at, ...row }) => ({
      place: row.place,
      userId: user_id,
      displayName: display_name,
      seenAt: seen_at,
      points: row.points,
      accepted: row.accepted,
      solutions: row.solutions,
      learnings: row.learnings,
      challenges: row.challenges,
      helpful: row.helpful,
    }));
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
