/** The statements that erase a member; the first two parameters of each are the guild and the member. */
import { formerMember } from '../../entities/member.js';
import { trailDays } from '../../entities/subject.js';

/**
 * Own entries, imports and their cards in the order in which everybody else locks them, and the member's row last:
 * what they do at this moment either is there by then, or waits and is done by somebody new.
 */
export const locks = {
  imports: 'SELECT FROM imports WHERE guild_id = $1 AND member_id = $2 ORDER BY id FOR UPDATE',
  importing: `SELECT pg_advisory_xact_lock(hashtext('imports'), hashint8($1::bigint # $2::bigint))`,
  entries: 'SELECT FROM entries WHERE guild_id = $1 AND author_id = $2 ORDER BY number FOR NO KEY UPDATE',
  // Made where there is none, so that there is something to wait for.
  newcomer: `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
    SELECT id, $2, '?', $3::timestamptz, $3 FROM guilds WHERE id = $1 ON CONFLICT DO NOTHING`,
  member: 'SELECT first_seen_at FROM members WHERE guild_id = $1 AND user_id = $2 FOR UPDATE',
  words: `SELECT pg_advisory_xact_lock(hashtext('vocabulary'), hashint8($1::bigint))`,
} as const;

/** Where own entries were saved from: a message names its author, even where the entry no longer does. */
export const forgetSources = `
  DELETE FROM captures c USING entries e
   WHERE c.guild_id = $1 AND e.guild_id = $1 AND e.number = c.entry_number AND e.author_id = $2`;

/** Pictures of own entries go in any case: what is in a picture can't be made to name nobody. */
export const forgetPictures = `
  DELETE FROM pictures p USING entries e
   WHERE p.guild_id = $1 AND e.guild_id = $1 AND e.number = p.entry_number AND e.author_id = $2`;

/**
 * Whether everything goes: the numbers of own entries to remove. Kept ones are those that are not deleted. A challenge
 * stays as long as a solution to it does: what others answered would make no sense without the question.
 */
export const removedEntries = `
  WITH going AS (
    SELECT number, type FROM entries
     WHERE guild_id = $1 AND author_id = $2 AND ($3 OR deleted_at IS NOT NULL)
  )
  SELECT number FROM going
   WHERE type <> 'challenge' OR NOT EXISTS (SELECT FROM entries s
     WHERE s.guild_id = $1 AND s.challenge_number = going.number AND s.number NOT IN (SELECT number FROM going))
   ORDER BY number`;

/** Numbers, among those of entries to remove: challenges of others that lose their accepted solution by it. */
export const reopenedChallenges = `
  SELECT c.number, c.author_id FROM entries s
    JOIN entries c ON c.guild_id = s.guild_id AND c.number = s.challenge_number AND c.visible
   WHERE s.guild_id = $1 AND c.author_id <> $2 AND s.number = ANY ($3) AND s.accepted_at IS NOT NULL ORDER BY c.number`;

/**
 * Entries whose cards show something of the member: their own, those beside them in a pair, those they found helpful,
 * those they look at, and those they saved from the chat.
 */
export const shownOn = `
  SELECT number FROM entries WHERE guild_id = $1 AND author_id = $2
  UNION SELECT challenge_number FROM entries WHERE guild_id = $1 AND author_id = $2 AND challenge_number IS NOT NULL
  UNION SELECT s.number FROM entries c JOIN entries s ON s.guild_id = c.guild_id AND s.challenge_number = c.number
         WHERE c.guild_id = $1 AND c.author_id = $2
  UNION SELECT entry_number FROM helpful_votes WHERE guild_id = $1 AND member_id = $2
  UNION SELECT challenge_number FROM challenge_asks WHERE guild_id = $1 AND member_id = $2 AND answer = 'looking'
  UNION SELECT entry_number FROM captures WHERE guild_id = $1 AND saved_by = $2 AND entry_number IS NOT NULL`;

/**
 * Posted messages that may name the member, with $3 the numbers of entries to remove, $4 the keyed hash, $5 since when
 * they were here, $6 now. Cards of removed entries go; so does what reminds of them, what introduced the member to
 * their study buddies, or sums up an import of which nothing is left. The others are looked at. What is being posted at this moment is looked for later, when no claim of
 * a post can run any more; that row goes by the guild's id, which no message has.
 */
export const leaveUpdates = `
  WITH posted AS (
    SELECT c.message_id, c.channel_id, CASE WHEN e.number = ANY ($3) THEN 'removed' ELSE 'card' END AS kind
      FROM cards c JOIN entries e ON e.guild_id = c.guild_id AND e.number = c.entry_number
     WHERE c.guild_id = $1 AND (e.author_id = $2 OR EXISTS (SELECT FROM captures s
             WHERE s.guild_id = $1 AND s.entry_number = e.number AND s.saved_by = $2))
    UNION ALL
    SELECT message_id, channel_id, CASE WHEN challenge_number = ANY ($3) THEN 'removed' ELSE 'reminder' END
      FROM challenge_reminders WHERE guild_id = $1 AND message_id IS NOT NULL AND settled_at >= $5
    UNION ALL
    SELECT message_id, channel_id, 'digest' FROM digests
     WHERE guild_id = $1 AND state = 'sent' AND NOT is_nudge AND settled_at >= $5
    UNION ALL
    SELECT message_id, channel_id, 'removed' FROM challenge_asks
     WHERE guild_id = $1 AND member_id = $2 AND message_id IS NOT NULL
    UNION ALL
    SELECT g.message_id, g.thread_id, 'removed' FROM buddy_groups g
      JOIN buddy_members m ON m.guild_id = g.guild_id AND m.round_at = g.round_at AND m.number = g.number
     WHERE g.guild_id = $1 AND m.user_id = $2 AND g.message_id IS NOT NULL
    UNION ALL
    SELECT message_id, channel_id, CASE WHEN i.member_id <> $2 OR EXISTS (SELECT FROM entries e
             WHERE e.guild_id = $1 AND e.import_id = i.id AND e.number <> ALL ($3)) THEN 'import' ELSE 'removed' END
      FROM imports i WHERE guild_id = $1 AND message_id IS NOT NULL AND decided_at >= $5
    UNION ALL
    SELECT card_message_id, card_channel_id, 'removed' FROM projects
     WHERE guild_id = $1 AND owner_id = $2 AND card_message_id IS NOT NULL
    UNION ALL
    SELECT p.message_id, p.thread_id, 'removed' FROM project_members p JOIN projects b ON b.id = p.project_id
     WHERE p.guild_id = $1 AND $2 IN (p.user_id, b.owner_id) AND p.message_id IS NOT NULL
    UNION ALL
    SELECT message_id, s.card_channel_id, CASE WHEN s.host_id = $2 THEN 'removed' ELSE 'reminder' END
      FROM sessions s, unnest(ARRAY[s.card_message_id, s.reminder_message_id, s.recap_message_id]) message_id
     WHERE s.guild_id = $1 AND message_id IS NOT NULL AND s.card_channel_id IS NOT NULL
       AND (s.host_id = $2 OR message_id = s.reminder_message_id AND s.ends_at >= $5)
  )
  INSERT INTO message_updates (guild_id, message_id, channel_id, kind, hash, next_at)
  SELECT $1::bigint, message_id, channel_id, kind, $4::bytea, $6::timestamptz FROM posted
  UNION ALL SELECT $1, $1, $1, 'later', $4, $6::timestamptz + interval '15 minutes'
  ON CONFLICT (message_id, hash) DO UPDATE SET kind = excluded.kind, next_at = excluded.next_at, attempt = 0`;

/** Now: cards of the moderators' queue that name the member, as author, as who reported or as who decided. */
export const renewQueueCards = `
  UPDATE queue_items q SET card_due_at = $3
   WHERE q.guild_id = $1 AND q.card_message_id IS NOT NULL AND (
     EXISTS (SELECT FROM entries e WHERE e.guild_id = $1 AND e.number = q.entry_number AND e.author_id = $2)
     OR EXISTS (SELECT FROM imports i WHERE i.guild_id = $1 AND i.id = q.import_id AND i.member_id = $2)
     OR EXISTS (SELECT FROM reports r WHERE r.guild_id = $1 AND r.item_id = q.id AND r.reporter_id = $2)
     OR EXISTS (SELECT FROM subjects s WHERE s.guild_id = $1 AND s.user_id = $2 AND s.key = q.decided_by))`;

/** What was written beside actions by the member, or about them. */
export const forgetNotes = `
  DELETE FROM audit_notes n USING audit_log a JOIN subjects s ON s.key IN (a.actor, a.subject)
   WHERE n.guild_id = $1 AND n.key = a.note AND s.guild_id = $1 AND s.user_id = $2
     AND (s.forgotten_at IS NULL OR a.subject = s.key)`;

/** Now. A recent moderator can't erase the trail of their actions, so their key stays for a while. */
export const keepTrail = `
  UPDATE subjects s SET forgotten_at = $3::timestamptz
   WHERE s.guild_id = $1 AND s.user_id = $2 AND EXISTS (SELECT FROM audit_log a
     WHERE a.guild_id = $1 AND a.actor = s.key AND a.at > $3::timestamptz - interval '${trailDays} days')`;

/** Now: notes by moderators whose key stayed long enough, and then the keys. */
export const endedTrails = [
  `DELETE FROM audit_notes n USING audit_log a JOIN subjects s ON s.key = a.actor
    WHERE n.key = a.note AND s.forgotten_at <= $1::timestamptz - interval '${trailDays} days'`,
  `DELETE FROM subjects s WHERE s.forgotten_at <= $1::timestamptz - interval '${trailDays} days'
     AND NOT EXISTS (SELECT FROM audit_log a WHERE a.actor = s.key AND a.at > s.forgotten_at + interval '1 hour')`,
] as const;

/** Hash, now: a mute goes on without its member's id. */
export const keepMute = `
  INSERT INTO muted_hashes (guild_id, hash, muted_until)
  SELECT guild_id, $3, muted_until FROM mutes
   WHERE guild_id = $1 AND member_id = $2 AND (muted_until IS NULL OR muted_until > $4)
  ON CONFLICT (guild_id, hash) DO UPDATE SET muted_until =
    CASE WHEN muted_hashes.muted_until IS NULL OR excluded.muted_until IS NULL THEN NULL
         ELSE greatest(muted_hashes.muted_until, excluded.muted_until) END`;

/** Now: nobody in particular, as a member who left. */
export const formerRow = `
  INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at, left_at)
  SELECT guild_id, ${formerMember}, 'a former member', $3::timestamptz, $3, $3
    FROM entries WHERE guild_id = $1 AND author_id = $2 LIMIT 1
  ON CONFLICT DO NOTHING`;

/** Now: cards of others' projects that name the member. */
export const renewProjectCards = `
  UPDATE projects b SET card_stale_since = $3 WHERE b.guild_id = $1 AND EXISTS (
    SELECT FROM project_members p WHERE p.project_id = b.id AND p.user_id = $2)`;

/** Now: cards of others' sessions that name the member. */
export const renewSessionCards = `
  UPDATE sessions s SET card_stale_since = $3 WHERE s.guild_id = $1 AND EXISTS (
    SELECT FROM session_members m WHERE m.session_id = s.id AND m.user_id = $2)`;

/** In this order; nothing is left that says who did it. */
export const erasures = [
  `UPDATE entries SET author_id = ${formerMember}, fingerprint = NULL WHERE guild_id = $1 AND author_id = $2`,
  `UPDATE entries SET accepted_by = ${formerMember} WHERE guild_id = $1 AND accepted_by = $2`,
  `UPDATE entries SET deleted_by = ${formerMember} WHERE guild_id = $1 AND deleted_by = $2`,
  `UPDATE entries SET lost_acceptance_by = ${formerMember} WHERE guild_id = $1 AND lost_acceptance_by = $2`,
  `UPDATE revisions SET edited_by = ${formerMember} WHERE guild_id = $1 AND edited_by = $2`,
  `DELETE FROM imports i WHERE guild_id = $1 AND member_id = $2
      AND NOT EXISTS (SELECT FROM entries e WHERE e.guild_id = $1 AND e.import_id = i.id)`,
  `UPDATE imports SET member_id = ${formerMember}, file_name = 'README.md', title = NULL, file_hash = repeat('0', 64)
    WHERE guild_id = $1 AND member_id = $2`,
  `DELETE FROM drafts WHERE guild_id = $1 AND (member_id = $2 OR fields -> 'source' ->> 'authorId' = $2::text)`,
  `DELETE FROM listings WHERE guild_id = $1
      AND (member_id = $2 OR $2::text IN (criteria ->> 'authorId', criteria ->> 'savedBy'))`,
  `DELETE FROM follows WHERE guild_id = $1 AND kind = 'member' AND target = $2::text`,
  'DELETE FROM pending_erasures WHERE guild_id = $1 AND member_id = $2',
  'UPDATE pending_erasures SET requested_by = NULL WHERE guild_id = $1 AND requested_by = $2',
  'DELETE FROM subjects WHERE guild_id = $1 AND user_id = $2 AND forgotten_at IS NULL',
] as const;

/**
 * Now: roles that came with the member's badges are still to be taken, also those that stayed when a moderator untied them;
 * what was never given is forgotten.
 */
export const forgetRoles = [
  'DELETE FROM given_roles WHERE guild_id = $1 AND user_id = $2 AND asked_at IS NULL',
  `UPDATE given_roles SET is_earned = false, owed_since = $3, due_at = coalesce(due_at, $3)
    WHERE guild_id = $1 AND user_id = $2 AND is_earned`,
] as const;

/** Profile, votes, saves, follows, subscription, mute and notices go with it. */
export const forgetMember = 'DELETE FROM members WHERE guild_id = $1 AND user_id = $2';
