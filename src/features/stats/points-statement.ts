/** Counts points from entries and votes themselves: of a whole guild, or of some members of it. */
import { helpfulAWeek, points } from '../entries/index.js';

const weekSeconds = 604_800;

/** The number of the week that an instant is in. */
const weekOf = (at: string) => `floor(extract(epoch FROM ${at} - $3::timestamptz) / ${weekSeconds})`;

/** When the week began that `$2` is in: the first five votes of a week count, also those before `$2`. */
const firstWeek = `($3::timestamptz + ${weekOf('$2::timestamptz')} * interval '${weekSeconds} seconds')`;

/**
 * The table `totals`. Parameters: guild, since, an anchor of the weeks, and for `some` a list of members. An accepted
 * solution earns its points when it is accepted. What an import brought counts nothing, nor does Helpful on it: it was
 * written before.
 */
export function pointTotals(whose: 'all' | 'some'): string {
  const isOne = (column: string) => (whose === 'some' ? `AND ${column} = ANY ($4::bigint[])` : '');
  return `
votes AS (
  SELECT e.author_id, v.voted_at,
         row_number() OVER (PARTITION BY e.author_id, v.member_id, ${weekOf('v.voted_at')}
           ORDER BY v.voted_at, v.entry_number) AS place
    FROM helpful_votes v JOIN entries e ON e.guild_id = $1 AND e.number = v.entry_number AND e.visible AND e.import_id IS NULL
   WHERE v.guild_id = $1 AND v.member_id <> e.author_id AND v.voted_at >= ${firstWeek} ${isOne('e.author_id')}
), contributions AS (
  SELECT author_id AS user_id,
         CASE type WHEN 'learning' THEN 'learning' WHEN 'challenge' THEN 'challenge'
                   ELSE CASE WHEN accepted_at IS NULL THEN 'solution' ELSE 'accepted' END END AS earned_with,
         CASE WHEN accepted_at IS NOT NULL THEN ${points.accepted} WHEN type = 'learning' THEN ${points.learning}
              WHEN type = 'solution' THEN ${points.solution} ELSE ${points.challenge} END AS points,
         coalesce(accepted_at, created_at) AS at
    FROM entries
   WHERE guild_id = $1 AND visible AND import_id IS NULL AND (created_at >= $2 OR accepted_at >= $2) ${isOne('author_id')}
  UNION ALL SELECT author_id, 'helpful', ${points.helpful}, voted_at FROM votes WHERE place <= ${helpfulAWeek}
), totals AS (
  SELECT user_id, sum(points)::integer AS points, max(at) AS reached_at,
         count(*) FILTER (WHERE earned_with = 'accepted')::integer AS accepted,
         count(*) FILTER (WHERE earned_with = 'solution')::integer AS solutions,
         count(*) FILTER (WHERE earned_with = 'learning')::integer AS learnings,
         count(*) FILTER (WHERE earned_with = 'challenge')::integer AS challenges,
         count(*) FILTER (WHERE earned_with = 'helpful')::integer AS helpful
    FROM contributions WHERE at >= $2 GROUP BY user_id
)`;
}
