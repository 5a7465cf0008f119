/** The statements that read and keep imports; the first parameter of each is the guild. */
import { holdsEntries } from '../entries/index.js';

/** How many pairs and technologies a summary names at most. */
const pairsNamed = 3;
const technologiesNamed = 40;

/** Member: entries an import compares with. Deleted ones may come again. */
export const ownEntries = `
  SELECT number, type, kind, title, fingerprint FROM entries
   WHERE guild_id = $1 AND author_id = $2 AND deleted_at IS NULL AND type <> 'solution' ORDER BY number`;

/** Member: what was imported and then deleted is restored before it is looked for, or after the import. */
export const lockDeleted = `
  SELECT FROM entries
   WHERE guild_id = $1 AND author_id = $2 AND fingerprint IS NOT NULL AND deleted_at IS NOT NULL
   ORDER BY number FOR NO KEY UPDATE`;

/** Member, fingerprints: what was imported and then deleted gives way to the same once more. */
export const releaseDeleted = `
  UPDATE entries SET fingerprint = NULL
   WHERE guild_id = $1 AND author_id = $2 AND fingerprint = ANY ($3) AND deleted_at IS NOT NULL`;

/**
 * Author, how many: gives the last number of so many new ones, and whether the guild holds them until a moderator has
 * looked. Others' entries wait from here until the import commits.
 */
export const takeNumbers = `
  UPDATE guilds SET last_number = last_number + $3 WHERE id = $1 RETURNING last_number, ${holdsEntries} AS held`;

/**
 * Author, now, import, rows as JSON, whether they are held. A solution is accepted by its author, who found that it
 * worked; one that is held will be once it is published.
 */
export const insertEntries = `
  INSERT INTO entries (guild_id, number, type, kind, title, body, link, tags, author_id, challenge_number,
                       accepted_at, accepted_by, lost_acceptance_at, lost_acceptance_by, done_at, created_at, hidden_at,
                       held, section, import_id, fingerprint)
  SELECT $1::bigint, number, type, kind, title, body, link, ARRAY(SELECT jsonb_array_elements_text(tags)), $2::bigint,
         "challengeNumber", CASE WHEN type = 'solution' AND NOT $6::boolean THEN $3::timestamptz END,
         CASE WHEN type = 'solution' AND NOT $6 THEN $2::bigint END,
         CASE WHEN type = 'solution' AND $6 THEN $3::timestamptz END, CASE WHEN type = 'solution' AND $6 THEN $2::bigint END,
         CASE WHEN "isDone" THEN $3::timestamptz END, $3::timestamptz, CASE WHEN $6 THEN $3::timestamptz END, $6, section, $4::uuid, fingerprint
    FROM jsonb_to_recordset($5::jsonb) AS entry (number integer, type text, kind text, title text, body text,
         link text, tags jsonb, "challengeNumber" integer, "isDone" boolean, section text, fingerprint text)`;

/** Import: what it brought and can be seen. */
export const summaryQuery = `
  WITH brought AS (
    SELECT number, type, kind, title FROM entries WHERE guild_id = $1 AND import_id = $2 AND visible
  ), pairs AS (
    SELECT c.number, c.title, s.body AS solution
      FROM brought c JOIN entries s ON s.guild_id = $1 AND s.challenge_number = c.number AND s.accepted_at IS NOT NULL
     WHERE c.type = 'challenge' ORDER BY c.number LIMIT ${pairsNamed}
  ), counts AS (
    SELECT coalesce(kind, type) AS what, count(*)::integer AS count FROM brought
     WHERE type = 'learning' OR (type = 'challenge' AND NOT EXISTS (SELECT FROM entries s
       WHERE s.guild_id = $1 AND s.challenge_number = brought.number AND s.accepted_at IS NOT NULL))
     GROUP BY 1
  )
  SELECT i.member_id, i.file_name, i.entry_count, i.pair_count, i.known_count, i.channel_id, i.message_id,
         (SELECT coalesce(jsonb_object_agg(what, count), '{}') FROM counts) AS counts,
         (SELECT coalesce(jsonb_agg(pairs ORDER BY number), '[]') FROM pairs) AS pairs,
         ARRAY(SELECT title FROM brought WHERE kind = 'technology' ORDER BY number LIMIT ${technologiesNamed})
           AS technologies,
         coalesce((SELECT CASE WHEN q.decided_at IS NULL THEN 'held' WHEN q.outcome = 'published' THEN 'published'
                               ELSE 'declined' END
                     FROM queue_items q WHERE q.guild_id = $1 AND q.import_id = $2
                    ORDER BY q.decided_at DESC NULLS FIRST LIMIT 1), 'published') AS review
    FROM imports i WHERE i.guild_id = $1 AND i.id = $2 AND i.state = 'done'`;
