/** The moderators' queue: going through what is open, and deciding on it once. */
import type { QueueDeed, QueueDetails, QueuePage } from '../entities/queue-details.js';
import type { MutedMember } from '../stores/mute-store.js';
import type { QueueDecision, QueueStore } from '../stores/queue-store.js';
import type { Clock } from './clock.js';
import { cleanReason } from './moderation-service.js';
import { UserError } from './user-error.js';

export class QueueService {
  constructor(
    private readonly store: Pick<QueueStore, 'details' | 'openItem' | 'decide' | 'markCardsDue'>,
    private readonly clock: Clock,
  ) {}

  /**
   * An item whatever became of it.
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
   * The author of an open item, who may have to be kept from writing more; its card is to show what becomes of them.
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
    return { page: found.place, count: found.count, item: item ? this.asOfNow(item) : null };
  }

  /**
   * Decides on an item; gives the entries whose cards show a former state since.
   * @throws UserError `queue-decided` when another moderator was first, `queue-gone` when nothing is left of it
   */
  async decide(
    guildId: string,
    id: string,
    decision: { deed: QueueDeed; actorId: string; reason?: string | null },
  ): Promise<number[]> {
    const { deed, actorId, reason = null } = decision;
    const decided: QueueDecision = {
      guildId,
      id,
      deed,
      actorId,
      reason: cleanReason(reason),
      at: this.clock(),
    };
    const result = await this.store.decide(decided);
    if (result.result === 'already') throw new UserError('queue-decided', result.verdict);
    if (result.result === 'gone') throw new UserError('queue-gone', {});
    return result.changed;
  }

  /** A mute that is over is none. */
  private asOfNow(item: QueueDetails): QueueDetails {
    const { author } = item;
    const until = author?.muted?.until;
    return author && until && until <= this.clock() ? { ...item, author: { ...author, muted: null } } : item;
  }
}
