/** Publishing or declining what was held, within a transaction of the caller's: an entry, or all that an import brought. */
import type { EntityManager } from 'typeorm';
import { rows } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';
import { markCardsStale, settleItem } from '../entries/index.js';
import { leaveNotice, owePublished } from '../notifications/index.js';
import { takenAwayUnseen } from './moderation-store.js';

export interface ReviewDecision {
  guildId: string;
  isPublished: boolean;
  actorId: string;
  /** In the moderator's words; null when they gave none. */
  reason: string | null;
  at: Date;
}

export interface ReviewResult {
  authorId: string;
  /** Entries whose cards show a former state now. */
  changed: number[];
}

/** What was never public is new from now on; a solution of an import is accepted by its author again. */
const published = `hidden_at = NULL, held = false, created_at = $3, edited_at = NULL,
  accepted_at = CASE WHEN deleted_at IS NULL AND lost_acceptance_at IS NOT NULL THEN $3::timestamptz END,
  accepted_by = CASE WHEN deleted_at IS NULL THEN lost_acceptance_by END,
  lost_acceptance_at = CASE WHEN deleted_at IS NOT NULL THEN lost_acceptance_at END,
  lost_acceptance_by = CASE WHEN deleted_at IS NOT NULL THEN lost_acceptance_by END`;

/** Undefined when the entry is not held (any more). The caller has locked it. */
export async function reviewEntry(
  manager: EntityManager,
  number: number,
  { guildId, isPublished, actorId, reason, at }: ReviewDecision,
): Promise<ReviewResult | undefined> {
  const [entry] = await rows<{ authorId: string; revision: number }>(
    manager,
    `UPDATE entries SET ${isPublished ? published : `hidden_at = $3, ${takenAwayUnseen}`}
      WHERE guild_id = $1 AND number = $2 AND held AND deleted_at IS NULL
     RETURNING author_id, revision`,
    [guildId, number, at],
  );
  if (!entry) return undefined;
  const staleCards = await markCardsStale(manager, guildId, number, at);
  const about = { entry: number };
  const action = isPublished ? 'entry-published' : 'entry-declined';
  await logAction(manager, {
    guildId,
    action,
    actorId,
    subjectId: entry.authorId,
    entry: { number, revision: entry.revision },
    note: reason,
    at,
  });
  await settleItem(manager, {
    guildId,
    about,
    outcome: isPublished ? 'published' : 'declined',
    actorId,
    at,
  });
  await leaveNotice(manager, {
    guildId,
    memberId: entry.authorId,
    kind: action,
    entryNumber: number,
    facts: { reason },
    createdAt: at,
  });
  if (isPublished) await owePublished(manager, guildId, number, at);
  return { authorId: entry.authorId, changed: staleCards };
}

/** Undefined when nothing of it is held (any more). The caller has locked its entries. */
export async function reviewImport(
  manager: EntityManager,
  importId: string,
  { guildId, isPublished, actorId, reason, at }: ReviewDecision,
): Promise<ReviewResult | undefined> {
  const reviewed = await rows<{ authorId: string; number: number; deletedAt: Date | null }>(
    manager,
    `UPDATE entries SET ${isPublished ? published : `hidden_at = $3, ${takenAwayUnseen}`}
      WHERE guild_id = $1 AND import_id = $2 AND held
     RETURNING author_id, number, deleted_at`,
    [guildId, importId, at],
  );
  const there = reviewed.filter(({ deletedAt }) => deletedAt === null);
  const [first] = there;
  if (!first) return undefined;
  const action = isPublished ? 'import-published' : 'import-declined';
  await logAction(manager, {
    guildId,
    action,
    actorId,
    subjectId: first.authorId,
    after: { entries: there.length },
    note: reason,
    at,
  });
  await settleItem(manager, {
    guildId,
    about: { import: importId },
    outcome: isPublished ? 'published' : 'declined',
    actorId,
    at,
  });
  await leaveNotice(manager, {
    guildId,
    memberId: first.authorId,
    kind: action,
    entryNumber: null,
    facts: { reason, entries: there.length },
    createdAt: at,
  });
  return { authorId: first.authorId, changed: [] };
}
