/** The moderators' queue in the database: open items with their details, and deciding on each once. */
import type { DataSource, EntityManager } from 'typeorm';
import type { QueueOutcome } from '../../entities/queue-item.js';
import { rows } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';
import {
  type DetailsRow,
  detailsOf,
  detailsQuery,
  type EntryDetails,
  settleItem,
  withdrawItems,
} from '../entries/index.js';
import { hideEntry, removeEntry } from './moderation-store.js';
import type { QueueAction, QueueDetails, QueueVerdict } from './queue-model.js';
import { authorQuery, heldQuery, itemQuery, pageQuery, reportsQuery } from './queue-statements.js';
import { reviewEntry, reviewImport } from './review-statements.js';

export interface QueueDecision {
  guildId: string;
  id: string;
  action: QueueAction;
  actorId: string;
  /** In the moderator's words; null when they gave none. */
  reason: string | null;
  at: Date;
}

/** `gone`: there is no such item, or nothing is left of what it was about. */
export type QueueResult =
  | { result: 'decided'; changed: number[] }
  | { result: 'already'; verdict: QueueVerdict }
  | { result: 'gone' };

interface ItemRow {
  entryNumber: number | null;
  importId: string | null;
  isReview: boolean;
  openedAt: Date;
  decidedAt: Date | null;
  outcome: QueueOutcome | null;
  decidedBy: string | null;
  fileName: string | null;
  memberId: string | null;
}

export class QueueStore {
  constructor(private readonly dataSource: DataSource) {}

  /** An item with all that is known of it; undefined when there is none. */
  async details(guildId: string, id: string): Promise<QueueDetails | undefined> {
    const { dataSource } = this;
    const [item] = await rows<ItemRow>(dataSource, itemQuery, [guildId, id]);
    if (!item) return undefined;
    const entry = item.entryNumber === null ? null : await this.entry(guildId, item.entryNumber);
    const about =
      item.importId === null || item.memberId === null
        ? null
        : {
            id: item.importId,
            fileName: item.fileName ?? '',
            memberId: item.memberId,
            entries: await dataSource.query(heldQuery, [guildId, item.importId]),
          };
    const authorId = entry?.authorId ?? about?.memberId;
    const [author] = authorId ? await dataSource.query(authorQuery, [guildId, authorId]) : [];
    return {
      guildId,
      id,
      isReview: item.isReview,
      openedAt: item.openedAt,
      verdict: verdictOf(item),
      entry,
      import: about,
      reports: await dataSource.query(reportsQuery, [guildId, id]),
      author: author ? { ...author, muted: author.isMuted ? { until: author.mutedUntil } : null } : null,
    };
  }

  /** The open item in this place, the oldest first, and how many are open; the last one when there are fewer. */
  async openItem(
    guildId: string,
    place: number,
  ): Promise<{ id: string; place: number; count: number } | undefined> {
    const rows: { id: string; place: number; count: number }[] = await this.dataSource.query(pageQuery, [
      guildId,
      place,
    ]);
    return rows[0];
  }

  /** Has the cards of what is open of this author brought up to date. */
  async markCardsDue(guildId: string, authorId: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE queue_items q SET card_due_at = $3
        WHERE q.guild_id = $1 AND q.decided_at IS NULL AND q.card_message_id IS NOT NULL
          AND (EXISTS (SELECT FROM entries e WHERE e.guild_id = $1 AND e.number = q.entry_number AND e.author_id = $2)
            OR EXISTS (SELECT FROM imports i WHERE i.guild_id = $1 AND i.id = q.import_id AND i.member_id = $2))`,
      [guildId, authorId, at],
    );
  }

  /**
   * Decides on an item once, in one transaction; a second caller gets the first
   * decision. What is reported is kept, hidden or removed; what is held is published or declined.
   */
  async decide(decision: QueueDecision): Promise<QueueResult> {
    const { guildId, id, action } = decision;
    return this.dataSource.transaction(async (manager) => {
      const [found] = await rows<ItemRow>(manager, itemQuery, [guildId, id]);
      if (!found) return { result: 'gone' };
      await lockSubject(manager, guildId, found);
      await manager.query('SELECT 1 FROM queue_items WHERE guild_id = $1 AND id = $2 FOR UPDATE', [
        guildId,
        id,
      ]);
      const [item] = await rows<ItemRow>(manager, itemQuery, [guildId, id]);
      const verdict = item && verdictOf(item);
      if (verdict) return { result: 'already', verdict };
      const isOfReview = action === 'publish' || action === 'decline';
      if (!item || item.isReview !== isOfReview) return { result: 'gone' };
      const changed = await carryOut(manager, item, decision);
      if (changed) return { result: 'decided', changed };
      await withdraw(manager, decision);
      return { result: 'gone' };
    });
  }

  private async entry(guildId: string, number: number): Promise<EntryDetails | null> {
    const [row] = await rows<DetailsRow>(this.dataSource, detailsQuery, [guildId, number]);
    return row ? detailsOf(row) : null;
  }
}

function verdictOf({ outcome, decidedAt: at, decidedBy: byId }: ItemRow): QueueVerdict | null {
  return outcome && at ? { outcome, at, byId } : null;
}

/** Entries first, then items: the order in which hiding and deleting lock them. */
async function lockSubject(manager: EntityManager, guildId: string, item: ItemRow): Promise<void> {
  const [condition, value] =
    item.importId === null ? ['number = $2', item.entryNumber] : ['import_id = $2 AND held', item.importId];
  await manager.query(
    `SELECT 1 FROM entries WHERE guild_id = $1 AND ${condition} ORDER BY number FOR NO KEY UPDATE`,
    [guildId, value],
  );
}

/** Gives the entries whose cards are to be updated; undefined when nothing was there to decide on. */
async function carryOut(
  manager: EntityManager,
  item: ItemRow,
  { guildId, action, actorId, reason, at }: QueueDecision,
): Promise<number[] | undefined> {
  const { entryNumber: number, importId } = item;
  const audit = { guildId, actorId, reason, at };
  if (action === 'publish' || action === 'decline') {
    const review = { ...audit, isPublished: action === 'publish' };
    if (importId !== null) return (await reviewImport(manager, importId, review))?.changed;
    return number === null ? undefined : (await reviewEntry(manager, number, review))?.changed;
  }
  if (number === null) return undefined;
  if (action === 'keep') return (await keep(manager, number, audit)) ? [] : undefined;
  const act = action === 'hide' ? hideEntry : removeEntry;
  const change = await act(manager, { ...audit, number });
  return change && [...new Set([number, ...change.staleCards])];
}

/** The reports were looked at, and the entry stays. */
async function keep(
  manager: EntityManager,
  number: number,
  { guildId, actorId, at }: { guildId: string; actorId: string; at: Date },
): Promise<boolean> {
  const [entry]: { revision: number; author_id: string }[] = await manager.query(
    'SELECT revision, author_id FROM entries WHERE guild_id = $1 AND number = $2 AND visible',
    [guildId, number],
  );
  if (!entry) return false;
  const settled = await settleItem(manager, {
    guildId,
    about: { entry: number },
    outcome: 'kept',
    actorId,
    at,
  });
  await logAction(manager, {
    guildId,
    action: 'report-dismissed',
    actorId,
    subjectId: entry.author_id,
    entry: { number, revision: entry.revision },
    after: { reports: settled?.reports ?? 0 },
    at,
  });
  return true;
}

async function withdraw(manager: EntityManager, { guildId, id, at }: QueueDecision): Promise<void> {
  await manager.query(withdrawItems('q.guild_id = $2 AND q.id = $3'), [at, guildId, id]);
}
