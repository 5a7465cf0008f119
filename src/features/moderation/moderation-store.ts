/** What moderators do to an entry, each with its line in the audit log: hiding, removing, bringing back. */
import type { DataSource, EntityManager } from 'typeorm';
import { changed, rows } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';
import { isUniqueViolation } from '../challenges/index.js';
import { markCardsStale, settleItem } from '../entries/index.js';
import { leaveNotice } from '../notifications/index.js';

/** What was done, by whom and why. */
export interface EntryAction {
  guildId: string;
  number: number;
  actorId: string;
  /** In the moderator's words; null when they gave none. */
  reason: string | null;
  at: Date;
}

/** The result of an action. */
export interface EntryChange {
  authorId: string;
  /** The challenge that lost its accepted solution by it, or got it back. */
  challenge: { number: number; authorId: string } | null;
  /** Entries whose cards are out of date now. */
  staleCards: number[];
}

/** The result of restoring an entry. */
export interface EntryRestored extends EntryChange {
  /** The challenge that did not get its accepted solution back: it has another one by now, or is gone itself. */
  stillWithout: number | null;
}

/** What an action comes to for reports that wait for a moderator. */
const outcomes = { 'entry-hidden': 'hidden', 'entry-removed': 'removed', 'entry-restored': null } as const;

/** An entry before an action. */
interface ActedOn {
  revision: number;
  authorId: string;
  challengeNumber: number | null;
  challengeAuthorId: string | null;
  hadAcceptance: boolean;
  lostAcceptanceAt: Date | null;
  lostAcceptanceBy: string | null;
}

/** Hidden or removed by a moderator since $3; neither what its author deleted, nor what still waits to be published. */
const takenAway = `NOT e.held AND CASE WHEN e.deleted_at IS NULL THEN e.hidden_at IS NOT NULL
  ELSE e.deleted_by <> e.author_id AND e.deleted_at > $3 END`;

/**
 * What is taken away before it was published starts with that moment: a moderator may restore it, and nobody else ever
 * sees the versions from before. `$3` is the moment.
 */
export const takenAwayUnseen = `created_at = CASE WHEN held THEN $3::timestamptz ELSE created_at END,
  edited_at = CASE WHEN held THEN NULL ELSE edited_at END, held = false`;

/** Locks the entry, and tells what of it an action changes and logs. */
const lockedEntry = (condition: string) => `
  SELECT e.revision, e.author_id, e.challenge_number, c.author_id AS challenge_author_id,
         e.accepted_at IS NOT NULL AS had_acceptance, e.lost_acceptance_at, e.lost_acceptance_by
    FROM entries e LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number
   WHERE e.guild_id = $1 AND e.number = $2 AND ${condition} FOR NO KEY UPDATE OF e`;

export class ModerationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Hides an entry; undefined when it is hidden already, or deleted. A held one is hidden for good by it. */
  async hide(action: EntryAction): Promise<EntryChange | undefined> {
    return this.dataSource.transaction((manager) => hideEntry(manager, action));
  }

  /** Removes an entry; its author can't restore it. Undefined when it is deleted already. */
  async remove(action: EntryAction): Promise<EntryChange | undefined> {
    return this.dataSource.transaction((manager) => removeEntry(manager, action));
  }

  /** Brings back what a moderator hid, or removed after `removedAfter`; undefined when there is nothing of that kind. */
  async restore(action: EntryAction, removedAfter: Date): Promise<EntryRestored | undefined> {
    return this.dataSource.transaction((manager) => restoreEntry(manager, action, removedAfter));
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
    `UPDATE entries SET hidden_at = $3, ${takenAwayUnseen}, accepted_at = NULL, accepted_by = NULL,
            lost_acceptance_at = coalesce(accepted_at, lost_acceptance_at),
            lost_acceptance_by = coalesce(accepted_by, lost_acceptance_by)
      WHERE guild_id = $1 AND number = $2`,
    [action.guildId, action.number, action.at],
  );
  const staleCards = await settle(manager, action, entry, 'entry-hidden');
  return { ...(await tellReopened(manager, action, entry)), staleCards };
}

/** As `ModerationStore.remove`, within a transaction of the caller's. */
export async function removeEntry(
  manager: EntityManager,
  action: EntryAction,
): Promise<EntryChange | undefined> {
  const entry = await locked(manager, action, 'e.deleted_at IS NULL');
  if (!entry) return undefined;
  await manager.query(
    `UPDATE entries SET deleted_at = $3, deleted_by = $4, ${takenAwayUnseen}, accepted_at = NULL, accepted_by = NULL,
            lost_acceptance_at = coalesce(accepted_at, lost_acceptance_at),
            lost_acceptance_by = coalesce(accepted_by, lost_acceptance_by)
      WHERE guild_id = $1 AND number = $2`,
    [action.guildId, action.number, action.at, action.actorId],
  );
  const staleCards = await settle(manager, action, entry, 'entry-removed');
  return { ...(await tellReopened(manager, action, entry)), staleCards };
}

/** As `ModerationStore.restore`, within a transaction of the caller's. */
async function restoreEntry(
  manager: EntityManager,
  action: EntryAction,
  removedAfter: Date,
): Promise<EntryRestored | undefined> {
  const entry = await locked(manager, action, takenAway, removedAfter);
  if (!entry) return undefined;
  await manager.query(
    `UPDATE entries SET deleted_at = NULL, deleted_by = NULL, hidden_at = NULL,
            lost_acceptance_at = NULL, lost_acceptance_by = NULL
      WHERE guild_id = $1 AND number = $2`,
    [action.guildId, action.number],
  );
  const isPaired = await giveBackAcceptance(manager, action, entry);
  const staleCards = await settle(manager, action, entry, 'entry-restored');
  const challenge = challengeOf(entry);
  if (challenge && isPaired && challenge.authorId !== action.actorId) {
    await leaveNotice(manager, {
      guildId: action.guildId,
      memberId: challenge.authorId,
      kind: 'challenge-solved-again',
      entryNumber: challenge.number,
      createdAt: action.at,
    });
  }
  return {
    authorId: entry.authorId,
    challenge: isPaired ? challenge : null,
    staleCards,
    stillWithout: entry.lostAcceptanceAt && !isPaired ? entry.challengeNumber : null,
  };
}

/** Whether the solution is the accepted one of its challenge again. */
async function giveBackAcceptance(
  manager: EntityManager,
  { guildId, number }: EntryAction,
  { challengeNumber: challenge, lostAcceptanceAt: at, lostAcceptanceBy: by }: ActedOn,
): Promise<boolean> {
  if (!at) return false;
  try {
    // A nested transaction, because somebody else may accept another solution first.
    return await manager.transaction(async (nested) => {
      const accepted = await changed(
        nested,
        `UPDATE entries SET accepted_at = $4, accepted_by = $5 WHERE guild_id = $1 AND number = $2
            AND EXISTS (SELECT FROM entries c WHERE c.guild_id = $1 AND c.number = $3 AND c.visible)
            AND NOT EXISTS (SELECT FROM entries s
                 WHERE s.guild_id = $1 AND s.challenge_number = $3 AND s.accepted_at IS NOT NULL)`,
        [guildId, number, challenge, at, by],
      );
      return accepted === 1;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function locked(
  manager: EntityManager,
  { guildId, number }: EntryAction,
  condition: string,
  ...values: unknown[]
): Promise<ActedOn | undefined> {
  const [entry] = await rows<ActedOn>(manager, lockedEntry(condition), [guildId, number, ...values]);
  return entry;
}

/** The challenge that a solution answers. */
function challengeOf({ challengeNumber: number, challengeAuthorId: authorId }: ActedOn) {
  return number === null || authorId === null ? null : { number, authorId };
}

/** What every action entails: cards to update, a line in the log, and a notice to the author. Returns the entries of those cards. */
async function settle(
  manager: EntityManager,
  { guildId, number, actorId, reason, at }: EntryAction,
  { revision, authorId }: ActedOn,
  name: keyof typeof outcomes,
): Promise<number[]> {
  const staleCards = await markCardsStale(manager, guildId, number, at);
  const outcome = outcomes[name];
  const settled =
    outcome && (await settleItem(manager, { guildId, about: { entry: number }, outcome, actorId, at }));
  await logAction(manager, {
    guildId,
    action: name,
    actorId,
    subjectId: authorId,
    entry: { number, revision },
    // What its author's history tells of: reports that were right.
    after: settled?.reports ? { reports: settled.reports } : undefined,
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
  return staleCards;
}

/** The asker of a challenge whose accepted solution is gone is told: only they can choose another. */
async function tellReopened(
  manager: EntityManager,
  { guildId, actorId, at }: EntryAction,
  entry: ActedOn,
): Promise<Omit<EntryChange, 'staleCards'>> {
  const challenge = entry.hadAcceptance ? challengeOf(entry) : null;
  if (challenge && challenge.authorId !== actorId) {
    await leaveNotice(manager, {
      guildId,
      memberId: challenge.authorId,
      kind: 'challenge-reopened',
      entryNumber: challenge.number,
      createdAt: at,
    });
  }
  return { authorId: entry.authorId, challenge };
}
