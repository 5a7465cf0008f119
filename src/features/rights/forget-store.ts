/** Erases a member of a guild: everything that is theirs or names them, in one transaction. */

import type { DataSource, EntityManager } from 'typeorm';
import { formerMember } from '../../entities/member.js';
import { isConflict } from '../../platform/conflict-retry.js';
import { changed } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';
import { lockedCards } from '../entries/index.js';
import { leaveNotice } from '../notifications/index.js';
import {
  endedTrails,
  erasures,
  forgetMember,
  forgetNotes,
  forgetPictures,
  forgetRoles,
  forgetSources,
  formerRow,
  keepMute,
  keepTrail,
  leaveUpdates,
  locks,
  removedEntries,
  renewProjectCards,
  renewQueueCards,
  renewSessionCards,
  reopenedChallenges,
  shownOn,
} from './forget-statements.js';
import { eraseMentions } from './member-mentions.js';

/** What happens to the member's entries. */
export type EntryOutcome = 'removed' | 'kept';

export interface Erasure {
  guildId: string;
  memberId: string;
  entries: EntryOutcome;
  /** By which the member is known again: an active mute, and posted messages that may name them. */
  hash: Buffer;
  /** The moderator who does it in the member's place; null when they do it themselves. */
  moderatorId: string | null;
  at: Date;
}

export interface Erased {
  removed: number;
  kept: number;
  /** Entries whose cards are to be updated. */
  stale: number[];
}

/** The longest wait for one lock: shorter than the time after which Postgres looks for deadlocks. */
const lockTimeoutMs = 400;

export class ForgetStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * All of it or nothing. Undefined when something that others are doing at this moment is in its way: then nothing has
   * happened, and it may be tried again.
   */
  async erase(erasure: Erasure): Promise<Erased | undefined> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
        return eraseAll(manager, erasure);
      });
    } catch (error) {
      if (isInTheWay(error)) return undefined;
      throw error;
    }
  }

  /** The member's own rows in the guild; none when they are unknown. */
  async countEntries(guildId: string, memberId: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::integer AS count FROM entries WHERE guild_id = $1 AND author_id = $2 AND deleted_at IS NULL',
      [guildId, memberId],
    );
    return row?.count ?? 0;
  }

  /** Deletes what was kept beyond an erasure and has expired: mutes, and the trails of moderators. */
  async removeEnded(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM muted_hashes WHERE muted_until <= $1', [now]);
    for (const statement of endedTrails) await this.dataSource.query(statement, [now]);
  }
}

async function eraseAll(manager: EntityManager, erasure: Erasure): Promise<Erased> {
  const { guildId, memberId, hash, at } = erasure;
  const own = [guildId, memberId];
  const run = <Row>(sql: string, ...rest: unknown[]): Promise<Row[]> => manager.query(sql, [...own, ...rest]);
  for (const lock of [locks.imports, locks.importing, locks.entries]) await run(lock);
  const shown = (await run<{ number: number }>(shownOn)).map(({ number }) => number);
  await markStale(manager, guildId, shown, at);
  await run(locks.newcomer, at);
  const [member] = await run<{ first_seen_at: Date }>(locks.member);

  const removed = (await run<{ number: number }>(removedEntries, erasure.entries === 'removed')).map(
    ({ number }) => number,
  );
  await run(leaveUpdates, removed, hash, member?.first_seen_at ?? at, at);
  const reopened = await run<{ number: number; author_id: string }>(reopenedChallenges, removed);
  await run(renewQueueCards, at);
  await run(renewProjectCards, at);
  await run(renewSessionCards, at);
  const trail = await changed(manager, keepTrail, [...own, at]);
  await run(forgetNotes);
  await run(keepMute, hash, at);
  await run(forgetSources);
  await run(forgetPictures);
  // What entries are found by goes with them, and so do words that nobody else has.
  await manager.query(locks.words, [guildId]);
  await manager.query('DELETE FROM entries WHERE guild_id = $1 AND number = ANY ($2)', [guildId, removed]);
  await run(formerRow, at);
  let kept = 0;
  for (const [place, statement] of erasures.entries()) {
    const affected = await changed(manager, statement, own);
    if (place === 0) kept = affected;
  }
  await run(forgetRoles[0]);
  await run(forgetRoles[1], at);
  await run(forgetMember);
  const naming = await eraseMentions(manager, guildId, memberId, at);
  await markStale(manager, guildId, naming, at);
  for (const { number, author_id: askerId } of reopened) {
    await leaveNotice(manager, {
      guildId,
      memberId: askerId,
      kind: 'challenge-reopened',
      entryNumber: number,
      createdAt: at,
    });
  }
  await logErasure(manager, erasure, trail > 0);
  const gone = new Set(removed);
  return { removed: gone.size, kept, stale: [...shown, ...naming].filter((number) => !gone.has(number)) };
}

/** Names nobody but who did it: a moderator in a member's place, or one whose own trail stays for a while. */
async function logErasure(
  manager: EntityManager,
  { guildId, memberId, moderatorId, entries, at }: Erasure,
  leavesTrail: boolean,
): Promise<void> {
  if (leavesTrail && (moderatorId === null || moderatorId === memberId)) {
    await logAction(manager, {
      guildId,
      action: 'moderator-forgotten',
      actorId: memberId,
      after: { entries },
      at,
    });
    return;
  }
  if (!moderatorId) return;
  await logAction(manager, {
    guildId,
    action: 'member-forgotten',
    ...(moderatorId !== memberId && moderatorId !== formerMember && { actorId: moderatorId }),
    after: { entries },
    at,
  });
}

/** The cards of these entries, and of those that show them as one half of a pair. */
async function markStale(
  manager: EntityManager,
  guildId: string,
  numbers: readonly number[],
  at: Date,
): Promise<void> {
  await manager.query(
    `UPDATE cards SET stale_since = $3 WHERE ${lockedCards(`guild_id = $1 AND entry_number IN (
       SELECT unnest($2::integer[])
       UNION SELECT challenge_number FROM entries WHERE guild_id = $1 AND number = ANY ($2)
       UNION SELECT number FROM entries WHERE guild_id = $1 AND challenge_number = ANY ($2))`)}`,
    [guildId, numbers, at],
  );
}

/** A lock timeout, or a deadlock for which Postgres rolled this transaction back. */
function isInTheWay(error: unknown): boolean {
  const { driverError } = error as { driverError?: { code?: string } };
  return driverError?.code === '55P03' || isConflict(error);
}
