/** What moderators do to an entry, each with its line in the audit log: hiding, removing, bringing back. */
import type { DataSource, EntityManager } from 'typeorm';
import { type LoggedAction, logAction } from './audit-statement.js';
import { markCardsStale } from './entry-store.js';
import { leaveNotice } from './notice-statement.js';

/** What was done, by whom and why. */
export interface EntryAction {
  guildId: string;
  number: number;
  actorId: string;
  /** In the moderator's words; null when they gave none. */
  reason: string | null;
  at: Date;
}

/** What an action came to. */
export interface EntryChange {
  authorId: string;
  /** The challenge that lost its accepted solution by it, or got it back. */
  challenge: { number: number; authorId: string } | null;
}

interface ChangedRow {
  revision: number;
  author_id: string;
  challenge_number: number | null;
  challenge_author_id: string | null;
  had_acceptance: boolean;
}

/** Locks the entry, and tells what of it an action changes and logs. */
const lockedEntry = (condition: string) => `
  SELECT e.revision, e.author_id, e.challenge_number, c.author_id AS challenge_author_id,
         e.accepted_at IS NOT NULL AS had_acceptance
    FROM entries e LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number
   WHERE e.guild_id = $1 AND e.number = $2 AND ${condition} FOR NO KEY UPDATE OF e`;

export class ModerationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Hides an entry; undefined when it is hidden already, or deleted. A held one is hidden for good by it. */
  async hide(action: EntryAction): Promise<EntryChange | undefined> {
    return this.dataSource.transaction((manager) => hideEntry(manager, action));
  }

  /** Takes an entry away; its author cannot bring it back. Undefined when it is deleted already. */
  async remove(action: EntryAction): Promise<EntryChange | undefined> {
    return this.dataSource.transaction((manager) => removeEntry(manager, action));
  }
}

/** As `ModerationStore.hide`, within a transaction of the caller's. */
export async function hideEntry(
  manager: EntityManager,
  action: EntryAction,
): Promise<EntryChange | undefined> {
  const entry = await locked(manager, action, 'e.deleted_at IS NULL AND (e.hidden_at IS NULL OR e.held)');
  if (!entry) return undefined;
  await manager.query(
    `UPDATE entries SET hidden_at = $3, held = false, lost_acceptance_at = accepted_at, lost_acceptance_by = accepted_by,
            accepted_at = NULL, accepted_by = NULL
      WHERE guild_id = $1 AND number = $2`,
    [action.guildId, action.number, action.at],
  );
  return settle(manager, action, entry, 'entry-hidden');
}

/** As `ModerationStore.remove`, within a transaction of the caller's. */
export async function removeEntry(
  manager: EntityManager,
  action: EntryAction,
): Promise<EntryChange | undefined> {
  const entry = await locked(manager, action, 'e.deleted_at IS NULL');
  if (!entry) return undefined;
  await manager.query(
    `UPDATE entries SET deleted_at = $3, deleted_by = $4, held = false, accepted_at = NULL, accepted_by = NULL,
            lost_acceptance_at = coalesce(accepted_at, lost_acceptance_at),
            lost_acceptance_by = coalesce(accepted_by, lost_acceptance_by)
      WHERE guild_id = $1 AND number = $2`,
    [action.guildId, action.number, action.at, action.actorId],
  );
  return settle(manager, action, entry, 'entry-removed');
}

async function locked(
  manager: EntityManager,
  { guildId, number }: EntryAction,
  condition: string,
): Promise<ChangedRow | undefined> {
  const rows: ChangedRow[] = await manager.query(lockedEntry(condition), [guildId, number]);
  return rows[0];
}

/** What every action brings with it: cards to update, a line in the log, and a word to those it concerns. */
async function settle(
  manager: EntityManager,
  { guildId, number, actorId, reason, at }: EntryAction,
  entry: ChangedRow,
  name: Extract<LoggedAction['action'], 'entry-hidden' | 'entry-removed'>,
): Promise<EntryChange> {
  const { revision, author_id: authorId, challenge_number: challengeNumber } = entry;
  const askerId = entry.challenge_author_id;
  await markCardsStale(manager, guildId, number, at);
  await logAction(manager, {
    guildId,
    action: name,
    actorId,
    subjectId: authorId,
    entry: { number, revision },
    note: reason,
    at,
  });
  if (authorId !== actorId) {
    await leaveNotice(manager, {
      guildId,
      memberId: authorId,
      kind: name,
      entryNumber: number,
      facts: { reason },
      createdAt: at,
    });
  }
  if (!entry.had_acceptance || challengeNumber === null || askerId === null)
    return { authorId, challenge: null };
  if (askerId !== actorId) {
    await leaveNotice(manager, {
      guildId,
      memberId: askerId,
      kind: 'challenge-reopened',
      entryNumber: challengeNumber,
      createdAt: at,
    });
  }
  return { authorId, challenge: { number: challengeNumber, authorId: askerId } };
}
