/** The moderators' queue: going through what is open, and deciding on it once. */

import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import { cleanReason, type MutedMember } from '../guard/index.js';
import type { PictureService } from '../pictures/index.js';
import type { QueueAction, QueueDetails, QueuePage } from './queue-model.js';
import type { QueueDecision, QueueStore } from './queue-store.js';

export class QueueService {
  constructor(
    private readonly store: Pick<QueueStore, 'details' | 'openItem' | 'decide' | 'markCardsDue'>,
    private readonly clock: Clock,
    private readonly pictures: Pick<PictureService, 'shown'>,
  ) {}

  /**
   * An item, open or decided.
   * @throws UserError `queue-gone`
   */
  async item(guildId: string, id: string): Promise<QueueDetails> {
    const item = await this.store.details(guildId, id);
    if (!item) throw new UserError('queue-gone', {});
    return this.asOfNow(item);
  }

  /**
   * An item that nobody has decided on.
   * @throws UserError `queue-gone`, `queue-decided`
   */
  async open(guildId: string, id: string): Promise<QueueDetails> {
    const item = await this.item(guildId, id);
    if (item.verdict) throw new UserError('queue-decided', item.verdict);
    return item;
  }

  /**
   * The author of an open item, for muting; its card then shows the mute.
   * @throws UserError as `open`
   */
  async authorOf(guildId: string, id: string): Promise<MutedMember> {
    const { author } = await this.open(guildId, id);
    if (!author) throw new UserError('queue-gone', {});
    return { id: author.id, displayName: author.displayName, isBot: false };
  }

  /** What is known of its author has changed: the cards of all that is open of theirs show it. */
  async authorChanged(guildId: string, authorId: string): Promise<void> {
    await this.store.markCardsDue(guildId, authorId, this.clock());
  }

  /** What is open, the oldest first, one a page; beyond the last one it is the last. Pages count from 0. */
  async page(guildId: string, wanted: number): Promise<QueuePage> {
    const found = await this.store.openItem(guildId, wanted);
    if (!found) return { page: 0, count: 0, item: null };
    const item = await this.store.details(guildId, found.id);
    const pictures = item?.entry?.pictures && (await this.pictures.shown(item.entry));
    const shown = item ? { ...this.asOfNow(item), ...(pictures && { pictures }) } : null;
    return { page: found.place, count: found.count, item: shown };
  }

  /**
   * Decides on an item; gives the entries whose cards show a former state since.
   * @throws UserError `queue-decided` when another moderator was first, `queue-gone` when nothing is left of it
   */
  async decide(
    guildId: string,
    id: string,
    decision: { action: QueueAction; actorId: string; reason?: string | null },
  ): Promise<number[]> {
    const { action, actorId, reason = null } = decision;
    const decided: QueueDecision = {
      guildId,
      id,
      action,
      actorId,
      reason: cleanReason(reason),
      at: this.clock(),
    };
    const result = await this.store.decide(decided);
    if (result.result === 'already') throw new UserError('queue-decided', result.verdict);
    if (result.result === 'gone') throw new UserError('queue-gone', {});
    return result.changed;
  }

  /** A mute that has ended counts as none. */
  private asOfNow(item: QueueDetails): QueueDetails {
    const { author } = item;
    const until = author?.muted?.until;
    return author && until && until <= this.clock() ? { ...item, author: { ...author, muted: null } } : item;
  }
}

/** An item with what it is about; null when that was erased. */
export async function subjectOf(
  queue: Pick<QueueService, 'item'>,
  guildId: string,
  id: string,
): Promise<QueueDetails | null> {
  const item = await queue.item(guildId, id).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  return item?.entry || item?.import ? item : null;
}
