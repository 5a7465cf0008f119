/** Writes one action into the audit log, within the transaction that does it: neither is ever there without the other. */
import type { EntityManager } from 'typeorm';
import type { AuditActionName, AuditValues } from '../../entities/audit-action.js';
import { formerMember } from '../../entities/member.js';

export interface LoggedAction {
  guildId: string;
  action: AuditActionName;
  /** The member who did it; left out when the bot did it by itself. */
  actorId?: string;
  /** The member it concerns. */
  subjectId?: string;
  entry?: { number: number; revision: number };
  before?: AuditValues;
  after?: AuditValues;
  /** What was written beside it, at most 500 characters; kept apart from the log, so that it can be erased. */
  note?: string | null;
  at: Date;
}

// The keys' rows are locked in one order and stay locked: an erasure that runs at the same time waits.
const statement = `
  WITH named AS (
    INSERT INTO subjects (guild_id, user_id, key)
    SELECT $1, id, gen_random_uuid() FROM (SELECT DISTINCT unnest($2::bigint[]) AS id ORDER BY id) ids
    ON CONFLICT (guild_id, user_id) DO UPDATE SET key = subjects.key
    RETURNING user_id, key
  ), noted AS (
    INSERT INTO audit_notes (guild_id, key, text) SELECT $1, gen_random_uuid(), $10::text WHERE $10::text IS NOT NULL
    RETURNING key
  ), logged AS (
    INSERT INTO audit_log (guild_id, action, actor, subject, entry_number, entry_revision, before, after, note, at)
    SELECT $1, $3, (SELECT key FROM named WHERE user_id = $4::bigint), (SELECT key FROM named WHERE user_id = $5::bigint),
           $6, $7, $8, $9, (SELECT key FROM noted), $11
    RETURNING id
  )
  INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
  SELECT $1, 'audit-line', id::text, $11::timestamptz, $11 FROM logged WHERE EXISTS (SELECT FROM guilds WHERE id = $1 AND log_channel_id IS NOT NULL)`;

/** Logs the action and, where there is a log channel, owes it there. */
export async function logAction(manager: Pick<EntityManager, 'query'>, action: LoggedAction): Promise<void> {
  const { guildId, actorId = null, entry, before, after, note, at } = action;
  const subjectId = action.subjectId === formerMember ? null : (action.subjectId ?? null);
  await manager.query(statement, [
    guildId,
    [actorId, subjectId].filter((id) => id !== null),
    action.action,
    actorId,
    subjectId,
    entry?.number ?? null,
    entry?.revision ?? null,
    before ? JSON.stringify(before) : null,
    after ? JSON.stringify(after) : null,
    note || null,
    at,
  ]);
}
