/** Computes badges from entries, votes and profiles, the only place that says what counts. */
import { formerMember } from '../../entities/member.js';
import { badgeBounds, badges } from './badge-model.js';

/**
 * The tables `placed` (weeks with a contribution; `place` counts those in a row) and `earned` (`user_id`, `badge`, `at`) of
 * the guild `$1`. `members` and `weeks` are SQL: an array of ids, and one of the beginnings of weeks from their first
 * contribution on. A solution counts only together with its challenge, and helps its asker when it is accepted.
 */
export const earnedTables = ({ members, weeks }: { members: string; weeks: string }): string => `
own AS MATERIALIZED (
  SELECT e.number, e.type, e.author_id, e.created_at, e.accepted_at, c.author_id AS asker_id
    FROM entries e LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible
   WHERE e.guild_id = $1 AND e.author_id = ANY (${members}) AND e.visible AND e.import_id IS NULL
     AND (e.challenge_number IS NULL OR c.number IS NOT NULL)
), accepted AS (
  SELECT author_id, asker_id, accepted_at AS at FROM own WHERE accepted_at IS NOT NULL AND asker_id <> author_id
), own_weeks AS (
  SELECT author_id, width_bucket(created_at, ${weeks}) AS week, min(created_at) AS at FROM own GROUP BY 1, 2
), runs AS (
  SELECT *, week - row_number() OVER (PARTITION BY author_id ORDER BY week) AS run FROM own_weeks
), placed AS (
  SELECT author_id, week, at, row_number() OVER (PARTITION BY author_id, run ORDER BY week)::integer AS place FROM runs
), helped AS (
  SELECT author_id, person_id, min(at) AS at FROM (
    SELECT author_id, asker_id AS person_id, at FROM accepted
    UNION ALL
    SELECT o.author_id, v.member_id, v.voted_at FROM own o
      JOIN helpful_votes v ON v.guild_id = $1 AND v.entry_number = o.number AND v.member_id <> o.author_id) help
   WHERE person_id <> ${formerMember} GROUP BY 1, 2
), taught AS (
  SELECT author_id, at, row_number() OVER (PARTITION BY author_id ORDER BY at, person_id) AS place FROM helped
), earned AS (
  SELECT author_id AS user_id, 'first-share' AS badge, min(created_at) AS at FROM own WHERE type = 'learning' GROUP BY 1
  UNION ALL SELECT author_id, 'first-accepted', min(at) FROM accepted GROUP BY 1
  UNION ALL
  SELECT a.author_id, 'bridge-builder', min(a.at) FROM accepted a
    JOIN profiles helper ON helper.guild_id = $1 AND helper.user_id = a.author_id
    JOIN profiles asker ON asker.guild_id = $1 AND asker.user_id = a.asker_id AND asker.track <> helper.track
   GROUP BY 1
  UNION ALL SELECT author_id, 'four-weeks', min(at) FROM placed WHERE place = ${badgeBounds.weeks} GROUP BY 1
  UNION ALL SELECT author_id, 'teacher', at FROM taught WHERE place = ${badgeBounds.people}
)`;

const order = `ARRAY[${badges.map((badge) => `'${badge}'`).join(', ')}]`;

/**
 * The table `new_badges`: who earned badges from `start` until before `end`, the most remarkable first, `limit` members at
 * most, each with how many there are in all. Newcomers are welcomed instead; a first learning that was shared before counts
 * even if it was deleted. Names of other tables don't collide with those of a digest.
 */
export const newBadgesTables = (period: {
  start: string;
  end: string;
  weeks: string;
  limit: number;
}): string => {
  const { start, end, weeks, limit } = period;
  const within = (column: string) => `${column} >= ${start} AND ${column} < ${end}`;
  return `
candidates AS (
  SELECT author_id FROM entries WHERE guild_id = $1 AND ${within('created_at')}
  UNION SELECT author_id FROM entries WHERE guild_id = $1 AND ${within('accepted_at')}
  UNION SELECT e.author_id FROM helpful_votes v JOIN entries e ON e.guild_id = $1 AND e.number = v.entry_number
         WHERE v.guild_id = $1 AND ${within('v.voted_at')}
), ${earnedTables({ members: 'ARRAY(SELECT author_id FROM candidates)', weeks })}, before AS (
  SELECT author_id, bool_or(type = 'learning' AND import_id IS NULL) AS has_learning FROM entries
   WHERE guild_id = $1 AND author_id IN (SELECT author_id FROM candidates) AND created_at < ${start} GROUP BY 1
), new_badges AS (
  SELECT p.user_id::text AS id, p.display_name AS name, count(*) OVER ()::integer AS in_all,
         array_agg(badge ORDER BY array_position(${order}, badge)) AS badges
    FROM earned JOIN members p ON p.guild_id = $1 AND p.user_id = earned.user_id AND p.left_at IS NULL
    LEFT JOIN before b ON b.author_id = p.user_id
   WHERE ${within('at')} AND (badge <> 'first-share' OR NOT b.has_learning)
   GROUP BY p.user_id, p.display_name
   ORDER BY min(array_position(${order}, badge)), min(at), p.user_id LIMIT ${limit}
)`;
};
