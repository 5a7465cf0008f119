/** What moderators do to entries: hiding, removing and restoring, each done once whatever the number of clicks. */
import { restorableDays } from '../../entities/entry.js';
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import { type EntryService, isRemoved, restorableSince } from '../entries/index.js';
import { cleanReason } from '../guard/index.js';
import type { EntryAction, EntryChange, EntryRestored, ModerationStore } from './moderation-store.js';

export class ModerationService {
  constructor(
    private readonly store: Pick<ModerationStore, 'hide' | 'remove' | 'restore'>,
    private readonly entries: Pick<EntryService, 'any'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Hides an entry until it is restored.
   * @throws UserError `entry-not-found`, `already-hidden`, `already-removed`, `deleted-by-author`
   */
  async hide(
    guildId: string,
    number: number,
    moderator: Author,
    reason: string | null,
  ): Promise<EntryChange> {
    const hidden = await this.store.hide(this.action(guildId, number, moderator, reason));
    if (hidden) return hidden;
    const { deletedAt } = await this.notDeletedByAuthor(guildId, number);
    throw new UserError(deletedAt ? 'already-removed' : 'already-hidden', { number });
  }

  /**
   * Removes an entry: its author can't restore it, moderators can for 30 days.
   * @throws UserError `entry-not-found`, `already-removed`, `deleted-by-author`
   */
  async remove(
    guildId: string,
    number: number,
    moderator: Author,
    reason: string | null,
  ): Promise<EntryChange> {
    const removed = await this.store.remove(this.action(guildId, number, moderator, reason));
    if (removed) return removed;
    await this.notDeletedByAuthor(guildId, number);
    throw new UserError('already-removed', { number });
  }

  /**
   * Undoes hiding and removing. A solution that had been accepted is so again, unless its challenge is gone or has
   * another one by now.
   * @throws UserError `entry-not-found`, `deleted-by-author`, `entry-held`, `not-taken-away`, `restore-too-late`
   */
  async restore(
    guildId: string,
    number: number,
    moderator: Author,
    reason: string | null,
  ): Promise<EntryRestored> {
    const action = this.action(guildId, number, moderator, reason);
    const restored = await this.store.restore(action, restorableSince(action.at));
    if (restored) return restored;
    const { deletedAt, held } = await this.notDeletedByAuthor(guildId, number);
    if (deletedAt) throw new UserError('restore-too-late', { number, days: restorableDays });
    throw new UserError(held ? 'entry-held' : 'not-taken-away', { number });
  }

  private async notDeletedByAuthor(guildId: string, number: number) {
    const details = await this.entries.any(guildId, number);
    if (details.deletedAt && !isRemoved(details)) throw new UserError('deleted-by-author', { number });
    return details;
  }

  private action(guildId: string, number: number, moderator: Author, reason: string | null): EntryAction {
    return { guildId, number, actorId: moderator.id, reason: cleanReason(reason), at: this.clock() };
  }
}
