/**
 * The statements behind a digest's content; the first parameter of each is the guild. What imports brought was not
 * learned in the period: it is counted apart, and neither listed nor among the other figures.
 */
import { points } from '../entries/index.js';

export const person =
  'p.user_id AS person_id, p.display_name AS person_name, p.left_at IS NOT NULL AS person_left';

/** The oldest card of the entry in `column`, as everywhere else. */
export function card(column: string): string {
  return `LEFT JOIN LATERAL (SELECT channel_id AS card_channel_id, message_id AS card_message_id FROM cards
    WHERE guild_id = $1 AND entry_number = ${column} ORDER BY message_id LIMIT 1) card ON true`;
}

/** Whether one of these entries has a picture. */
const pictured = (...columns: string[]): string =>
  `EXISTS (SELECT FROM pictures i WHERE i.guild_id = $1 AND i.entry_number IN (${columns.join(', ')})) AS has_picture`;

const helpfulOf = (column: string): string =>
  `(SELECT count(*)::integer FROM helpful_votes v WHERE v.guild_id = $1 AND v.entry_number = ${column})`;

/** Challenges solved by a solution accepted within [from, to). */
const solvedWithin = (from: string, to: string): string => `
  SELECT c.number, s.number AS solution_number, s.author_id AS helper_id, s.accepted_at
    FROM entries s JOIN entries c ON c.guild_id = s.guild_id AND c.number = s.challenge_number AND c.visible
   WHERE s.guild_id = $1 AND s.import_id IS NULL AND s.accepted_at >= ${from} AND s.accepted_at < ${to}`;

/** What of `entries e` can be seen: a solution only together with its challenge. */
export const seen = `e.visible AND (e.challenge_number IS NULL OR EXISTS (SELECT 1 FROM entries c
    WHERE c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible))`;

/** Before, start, end. Members are those who wrote something that can be seen, or found something helpful. */
export const figuresQuery = `
  WITH written AS (
    SELECT type, author_id, import_id, created_at >= $3 AS is_now FROM entries e
     WHERE guild_id = $1 AND created_at >= $2 AND created_at < $4 AND ${seen}
  ), solved AS (
    SELECT accepted_at >= $3 AS is_now FROM (${solvedWithin('$2', '$4')}) solved
  ), active AS (
    SELECT author_id AS member_id, is_now FROM written
    UNION SELECT member_id, voted_at >= $3 FROM helpful_votes
           WHERE guild_id = $1 AND voted_at >= $2 AND voted_at < $4
  )
  SELECT (SELECT count(*)::integer FROM written WHERE is_now AND type = 'learning' AND import_id IS NULL) AS learnings,
         (SELECT count(*)::integer FROM written WHERE NOT is_now AND type = 'learning' AND import_id IS NULL) AS learnings_before,
         (SELECT count(*)::integer FROM written WHERE is_now AND type = 'challenge' AND import_id IS NULL) AS challenges,
         (SELECT count(*)::integer FROM written WHERE NOT is_now AND type = 'challenge' AND import_id IS NULL) AS challenges_before,
         (SELECT count(*)::integer FROM solved WHERE is_now) AS solved,
         (SELECT count(*)::integer FROM solved WHERE NOT is_now) AS solved_before,
         (SELECT count(*)::integer FROM written WHERE is_now AND import_id IS NOT NULL AND type <> 'solution')
           AS imported,
         (SELECT count(DISTINCT import_id)::integer FROM written WHERE is_now) AS imports,
         (SELECT count(*)::integer FROM active WHERE is_now) AS members,
         (SELECT count(*)::integer FROM active WHERE NOT is_now) AS members_before,
         (SELECT count(*)::integer FROM written WHERE is_now)
           + (SELECT count(*)::integer FROM solved WHERE is_now) AS contributions,
         (SELECT timezone FROM guilds WHERE id = $1) AS timezone,
         (SELECT min(created_at) FROM entries WHERE guild_id = $1) AS first_at`;

/** Start, end. */
export const anythingQuery = `
  SELECT EXISTS (SELECT 1 FROM entries e WHERE guild_id = $1 AND created_at >= $2 AND created_at < $3 AND ${seen})
      OR EXISTS (${solvedWithin('$2', '$3')}) AS found`;

/** Start, end, limit. */
export const learningsQuery = `
  WITH best AS (
    SELECT number, title, author_id, created_at, ${helpfulOf('number')} AS helpful FROM entries
     WHERE guild_id = $1 AND type = 'learning' AND visible AND import_id IS NULL
       AND created_at >= $2 AND created_at < $3
     ORDER BY helpful DESC, number LIMIT $4
  )
  SELECT best.number, best.title, best.helpful, ${pictured('best.number')}, ${person}, card.*
    FROM best JOIN members p ON p.guild_id = $1 AND p.user_id = best.author_id ${card('best.number')}
   ORDER BY best.helpful DESC, best.number`;

/** Start, end, limit: those whose solution is found most helpful first. */
export const pairsQuery = `
  WITH best AS (
    SELECT solved.*, ${helpfulOf('solution_number')} AS helpful FROM (${solvedWithin('$2', '$3')}) solved
     ORDER BY helpful DESC, accepted_at, number LIMIT $4
  )
  SELECT c.number, c.title, ${person}, card.*, s.number AS solution_number, s.body AS solution_body, ${pictured('c.number', 's.number')},
         h.user_id AS helper_id, h.display_name AS helper_name, h.left_at IS NOT NULL AS helper_left
    FROM best
    JOIN entries c ON c.guild_id = $1 AND c.number = best.number
    JOIN entries s ON s.guild_id = $1 AND s.number = best.solution_number
    JOIN members p ON p.guild_id = $1 AND p.user_id = c.author_id
    JOIN members h ON h.guild_id = $1 AND h.user_id = s.author_id ${card('best.number')}
   ORDER BY best.helpful DESC, best.accepted_at, best.number`;

/**
 * End, limit: the newest challenge that nobody has answered, and others in turn, so that each week shows different ones
 * where there are enough. The oldest first.
 */
export const waitingQuery = `
  WITH open AS (
    SELECT number, title, author_id, created_at, (SELECT count(*)::integer FROM entries s
             WHERE s.guild_id = $1 AND s.challenge_number = c.number AND s.visible) AS solutions FROM entries c
     WHERE guild_id = $1 AND type = 'challenge' AND visible AND created_at < $2
       AND NOT EXISTS (SELECT 1 FROM entries s
             WHERE s.guild_id = $1 AND s.challenge_number = c.number AND s.accepted_at IS NOT NULL)
  ), newest AS (
    SELECT number FROM open WHERE solutions = 0 ORDER BY created_at DESC, number DESC LIMIT 1
  ), placed AS (
    SELECT open.*, number IN (SELECT number FROM newest) AS is_newest, (SELECT count(*)::integer FROM open) AS in_all,
           count(*) OVER others AS other_count, row_number() OVER (others ORDER BY created_at, number) - 1 AS place
      FROM open WINDOW others AS (PARTITION BY number IN (SELECT number FROM newest))
  ), turned AS (
    SELECT *, CASE WHEN is_newest THEN -1
      ELSE mod(place - mod(floor(extract(epoch FROM $2::timestamptz) / 604800)::bigint * ($3 - 1), other_count) + other_count, other_count)
      END AS turn FROM placed
  ), waiting AS (SELECT * FROM turned ORDER BY turn LIMIT $3)
  SELECT w.number, w.title, w.created_at, w.in_all, w.solutions, ${person}, card.*
    FROM waiting w JOIN members p ON p.guild_id = $1 AND p.user_id = w.author_id ${card('w.number')}
   ORDER BY w.created_at, w.number`;

/**
 * Start, end, limits of helpers and newcomers. Helpful counts from others within the period, accepted solutions for
 * others' challenges; an accepted one weighs five Helpful, as on the leaderboard. A newcomer has written nothing
 * before, deleted or not. Members who left are thanked no more.
 */
export const thanksQuery = `
  WITH credits AS (
    SELECT e.author_id AS user_id, 1 AS helpful, 0 AS accepted
      FROM helpful_votes v
      JOIN entries e ON e.guild_id = $1 AND e.number = v.entry_number AND e.author_id <> v.member_id AND ${seen}
     WHERE v.guild_id = $1 AND v.voted_at >= $2 AND v.voted_at < $3
    UNION ALL
    SELECT solved.helper_id, 0, 1 FROM (${solvedWithin('$2', '$3')}) solved
      JOIN entries c ON c.guild_id = $1 AND c.number = solved.number AND c.author_id <> solved.helper_id
  ), helpers AS (
    SELECT user_id, sum(helpful)::integer AS helpful, sum(accepted)::integer AS accepted FROM credits GROUP BY user_id
  ), authors AS (
    SELECT author_id AS user_id, min(number) AS first_number FROM entries e
     WHERE guild_id = $1 AND created_at >= $2 AND created_at < $3 AND ${seen}
     GROUP BY author_id
  ), newcomers AS (
    SELECT * FROM authors WHERE NOT EXISTS (SELECT 1 FROM entries older
       WHERE older.guild_id = $1 AND older.author_id = authors.user_id AND older.created_at < $2)
  ), thanked AS (
    SELECT user_id, helpful, accepted, ${points.accepted} * accepted + ${points.helpful} * helpful AS points, first_number
      FROM helpers FULL JOIN newcomers USING (user_id)
  ), ranked AS (
    SELECT ${person}, coalesce(helpful, 0) AS helpful, coalesce(accepted, 0) AS accepted,
           CASE WHEN points IS NOT NULL THEN row_number() OVER (ORDER BY points DESC NULLS LAST, p.user_id) END::integer
             AS helper_rank,
           CASE WHEN first_number IS NOT NULL THEN row_number() OVER (ORDER BY first_number NULLS LAST) END::integer
             AS newcomer_rank,
           count(first_number) OVER ()::integer AS newcomers
      FROM thanked t JOIN members p ON p.guild_id = $1 AND p.user_id = t.user_id
     WHERE p.left_at IS NULL
  )
  SELECT * FROM ranked WHERE helper_rank <= $4 OR newcomer_rank <= $5`;

/** Start, end, offset, limit. Beyond the last page one row tells how many entries there are. */
export const weekQuery = `
  WITH week AS (
    SELECT e.number, e.type, e.author_id, coalesce(e.title, c.title) AS title,
           e.accepted_at IS NOT NULL OR (e.type = 'challenge' AND EXISTS (SELECT 1 FROM entries s
             WHERE s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL)) AS is_solved
      FROM entries e LEFT JOIN entries c ON c.guild_id = $1 AND c.number = e.challenge_number
     WHERE e.guild_id = $1 AND e.import_id IS NULL AND e.created_at >= $2 AND e.created_at < $3 AND ${seen}
  )
  SELECT shown.number, shown.type, shown.title, shown.is_solved, ${person}, card.*,
         ${helpfulOf('shown.number')} AS helpful, total.in_all
    FROM (SELECT count(*)::integer AS in_all FROM week) total
    LEFT JOIN (SELECT * FROM week ORDER BY number OFFSET $4 LIMIT $5) shown ON true
    LEFT JOIN members p ON p.guild_id = $1 AND p.user_id = shown.author_id ${card('shown.number')}
   ORDER BY shown.number`;

/** Groups of study buddies that first said in the period that they met. Parameters: guild, start, end, names at most. */
export const buddiesQuery = `
  WITH met AS (
    SELECT round_at, number FROM buddy_members WHERE guild_id = $1 AND met AND number IS NOT NULL
     GROUP BY round_at, number HAVING min(answered_at) >= $2 AND min(answered_at) < $3
  ), people AS (
    SELECT g.round_at, g.number, m.user_id, m.display_name, m.left_at, coalesce(b.is_named, false) AS is_named
      FROM met JOIN buddy_members g ON g.guild_id = $1 AND g.round_at = met.round_at AND g.number = met.number
      JOIN members m ON m.guild_id = g.guild_id AND m.user_id = g.user_id
      LEFT JOIN buddies b ON b.guild_id = g.guild_id AND b.user_id = g.user_id
  )
  SELECT (SELECT count(*)::integer FROM met) AS groups, (SELECT count(DISTINCT user_id)::integer FROM people) AS members,
         (SELECT coalesce(json_agg(json_build_object('id', user_id::text, 'name', display_name, 'hasLeft', false) ORDER BY user_id), '[]')
            FROM (SELECT DISTINCT user_id, display_name FROM people WHERE is_named AND left_at IS NULL
                   ORDER BY user_id LIMIT $4) shown) AS named`;
