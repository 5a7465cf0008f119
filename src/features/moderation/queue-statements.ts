/** The statements that read the queue; the first parameter of each is the guild. */

/** Item. */
export const itemQuery = `
  SELECT q.entry_number, q.import_id, q.is_review, q.opened_at, q.decided_at, q.outcome, s.user_id AS decided_by,
         i.file_name, i.member_id
    FROM queue_items q
    LEFT JOIN subjects s ON s.key = q.decided_by
    LEFT JOIN imports i ON i.guild_id = q.guild_id AND i.id = q.import_id
   WHERE q.guild_id = $1 AND q.id = $2`;

/** Place, from 0: the open item there, or the last one. */
export const pageQuery = `
  WITH open AS (
    SELECT id, row_number() OVER (ORDER BY opened_at, id)::integer - 1 AS place, count(*) OVER ()::integer AS count
      FROM queue_items WHERE guild_id = $1 AND decided_at IS NULL
  )
  SELECT id, place, count FROM open WHERE place = least($2::integer, count - 1)`;

/** Item. */
export const reportsQuery = `
  SELECT reporter_id AS "reporterId", reason, note, reported_at AS "reportedAt" FROM reports
   WHERE guild_id = $1 AND item_id = $2 ORDER BY reported_at, reporter_id`;

/** Import: its entries that are held and that their author has not deleted. */
export const heldQuery = `
  SELECT number, type, kind, title, body, link, tags FROM entries
   WHERE guild_id = $1 AND import_id = $2 AND held AND deleted_at IS NULL ORDER BY number`;

/** Member: what the log tells of them outlives their entries. */
export const authorQuery = `
  SELECT m.user_id AS id, m.display_name AS "displayName", m.first_seen_at AS "firstSeenAt", mute.member_id IS NOT NULL AS "isMuted",
         mute.muted_until AS "mutedUntil",
         (SELECT count(*)::integer FROM entries e WHERE e.guild_id = $1 AND e.author_id = $2 AND e.visible)
           AS "publishedCount",
         log.hidden AS "hiddenCount", log.removed AS "removedCount", log.upheld AS "upheldCount"
    FROM members m
    LEFT JOIN mutes mute ON mute.guild_id = m.guild_id AND mute.member_id = m.user_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE action IN ('entry-hidden', 'entry-declined', 'import-declined'))::integer AS hidden,
             count(*) FILTER (WHERE action = 'entry-removed')::integer AS removed,
             coalesce(sum((after ->> 'reports')::integer)
               FILTER (WHERE action IN ('entry-hidden', 'entry-removed')), 0)::integer AS upheld
        FROM audit_log a JOIN subjects s ON s.key = a.subject
       WHERE s.guild_id = $1 AND s.user_id = $2) log
   WHERE m.guild_id = $1 AND m.user_id = $2`;
