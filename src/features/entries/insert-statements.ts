/** The statements that store a new entry, one for each type. */
import { activeMutes } from '../guard/index.js';
import { rememberMember } from '../members/index.js';
import { newEntryNews } from '../notifications/index.js';
import { insertPictures } from '../pictures/index.js';

/** How long an answer may take to show the card (ms) before the outbox looks for it, and posts it when it is not there. */
const cardGraceMs = 120_000;

/** Whether the guild `guilds` holds the entries of a member until a moderator has looked at them. */
const holdsEntriesOf = (
  member: string,
) => `(review = 'all' OR (review = 'new' AND review_below > (SELECT count(*) FROM (
  SELECT FROM entries e WHERE e.guild_id = $1 AND e.author_id = ${member} AND e.visible LIMIT review_below) published)))`;

/** The same for the author $2. */
export const holdsEntries = holdsEntriesOf('$2');

const muted = activeMutes({ guild: '$1', member: '$2', hash: '$14', now: '$4' });

/**
 * One statement: counter, author and entry stand or fall together, and the counter moves only when the gate is open, which
 * it never is for a muted author. An entry that is held is so from the first moment on, and waits in the queue. Its card is owed to the channel $13 until
 * the answer has shown it: when the process dies in between, the outbox posts it later.
 */
function insertStatement(
  gate: 'none' | 'challenge' | 'draft',
  { isCaptured = false, picturesAt }: { isCaptured?: boolean; picturesAt?: number },
): string {
  const gates = {
    none: `gate AS (SELECT 1 WHERE NOT EXISTS (${muted}))`,
    challenge: `gate AS (SELECT 1 FROM entries
       WHERE guild_id = $1 AND number = $11 AND type = 'challenge' AND visible AND NOT EXISTS (${muted}))`,
    draft: `gate AS (DELETE FROM drafts
       WHERE id = $15 AND guild_id = $1 AND member_id = $2 AND kept_until > $4 AND NOT EXISTS (${muted}) RETURNING 1)`,
  };
  return `
    WITH ${gates[gate]}, counter AS (
      INSERT INTO guilds (id, last_number, created_at) SELECT $1, 1, $4 FROM gate
      ON CONFLICT (id) DO UPDATE SET last_number = guilds.last_number + 1
      RETURNING last_number, NOT $12::boolean AND ${isCaptured ? `(${holdsEntries} OR ${holdsEntriesOf('$15')})` : holdsEntries} AS held
    ), author AS (${isCaptured ? rememberBoth : rememberMember('FROM counter')}), kept AS (
      INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body, link, tags, challenge_number,
                           hidden_at, held)
      SELECT $1, last_number, $2, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN held THEN $4 END, held FROM counter
      RETURNING number, held
    ), queued AS (
      INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at)
      SELECT $1, gen_random_uuid(), number, true, $4 FROM kept WHERE held RETURNING id
    ), review AS (
      INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
      SELECT $1, 'queue-card', id::text, $4, $4 FROM queued
    ), card AS (
      INSERT INTO outbox_messages (guild_id, topic, key, payload, channel_id, created_at, due_at)
      SELECT $1, 'entry-card', number::text, jsonb_build_object('channelId', $13::bigint::text), $13, $4,
             $4::timestamptz + interval '${cardGraceMs} milliseconds'
        FROM kept WHERE NOT held AND $13 IS NOT NULL
    ), news AS (${newEntryNews({
      guildId: '$1',
      number: 'k.number',
      authorId: '$2',
      tags: '$10',
      challengeNumber: '$11',
      at: '$4',
      from: '(SELECT number FROM kept WHERE NOT held) k',
    })})${isCaptured ? `, ${captured}` : ''}${picturesAt ? `, pictured AS (${insertPictures(picturesAt)})` : ''}
    SELECT number, held FROM kept`;
}

/**
 * Of a message that $15, by the name $16, saves: nobody has told the author's nickname, so a name that is known stays. In
 * one statement, because a saver's own message has both in one row.
 */
const rememberBoth = `
  INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
  SELECT $1, id, name, $4, $4 FROM counter, (VALUES ($15::bigint, $16::text), ($2::bigint, $3::text)) both_members (id, name)
  ON CONFLICT (guild_id, user_id) DO NOTHING`;

/** Its messages $17 in the channel $18, edited or not ($19); the author is owed a word, unless they saved it themselves. */
const captured = `captured AS (
      INSERT INTO captures (guild_id, message_id, channel_id, entry_number, saved_by, is_edited, captured_at)
      SELECT $1, message_id, $18, number, $15, $19, $4 FROM kept, unnest($17::bigint[]) message_id
    ), told AS (
      INSERT INTO outbox_messages (guild_id, topic, key, member_id, created_at, due_at)
      SELECT $1, 'message-saved', number::text, $2, $4, $4 FROM kept WHERE $2 <> $15
    )`;

const gates = {
  none: { gate: 'none', parameters: 14 },
  challenge: { gate: 'challenge', parameters: 14 },
  draft: { gate: 'draft', parameters: 15 },
  captured: { gate: 'none', isCaptured: true, parameters: 19 },
  capturedChallenge: { gate: 'challenge', isCaptured: true, parameters: 19 },
} as const;

export type InsertGate = keyof typeof gates;

const made = new Map<string, { name: string; sql: string }>();

/** The statement of a gate, under its name; pictures, if there are any, are its last parameter. */
export function insertStatementOf(gate: InsertGate, hasPictures: boolean): { name: string; sql: string } {
  const name = `insert-entry:${gate}${hasPictures ? ':pictures' : ''}`;
  const known = made.get(name);
  if (known) return known;
  const { gate: opens, parameters, ...rest } = { isCaptured: false, ...gates[gate] };
  const sql = insertStatement(opens, { ...rest, ...(hasPictures && { picturesAt: parameters + 1 }) });
  const statement = { name, sql };
  made.set(name, statement);
  return statement;
}
