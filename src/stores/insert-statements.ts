/** The statements that keep a new entry: one each, whatever it depends on. */
import { rememberMember } from './member-statement.js';

/** Whether the guild `guilds` holds the entries of the author $2 until a moderator has looked at them. */
export const holdsEntries = `(review = 'all' OR (review = 'new' AND review_below > (SELECT count(*) FROM (
  SELECT FROM entries e WHERE e.guild_id = $1 AND e.author_id = $2 AND e.visible LIMIT review_below) published)))`;

/**
 * One statement: counter, author and entry stand or fall together, and the counter moves only when the gate is open. An
 * entry that is held is so from the first moment on, and waits in the queue.
 */
function insertStatement(gate: 'none' | 'challenge' | 'draft'): string {
  const gates = {
    none: 'gate AS (SELECT 1)',
    challenge: `gate AS (SELECT 1 FROM entries WHERE guild_id = $1 AND number = $11 AND type = 'challenge' AND visible)`,
    draft:
      'gate AS (DELETE FROM drafts WHERE id = $13 AND guild_id = $1 AND member_id = $2 AND kept_until > $4 RETURNING 1)',
  };
  return `
    WITH ${gates[gate]}, counter AS (
      INSERT INTO guilds (id, last_number, created_at) SELECT $1, 1, $4 FROM gate
      ON CONFLICT (id) DO UPDATE SET last_number = guilds.last_number + 1
      RETURNING last_number, NOT $12::boolean AND ${holdsEntries} AS held
    ), author AS (${rememberMember('FROM counter')}), kept AS (
      INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body, link, tags, challenge_number,
                           hidden_at, held)
      SELECT $1, last_number, $2, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN held THEN $4 END, held FROM counter
      RETURNING number, held
    ), queued AS (
      INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at, card_due_at)
      SELECT $1, gen_random_uuid(), number, true, $4, $4 FROM kept WHERE held
    )
    SELECT number, held FROM kept`;
}

export const insertStatements = {
  none: insertStatement('none'),
  challenge: insertStatement('challenge'),
  draft: insertStatement('draft'),
};
