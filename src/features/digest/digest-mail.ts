/** Who gets the digest by direct message, and telling them once where those are closed. */
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import { WaitingMembers } from '../notifications/index.js';
import type { DigestMailStore } from './digest-mail-store.js';

export class DigestMailService {
  /** Who is to be told that their direct messages are closed. */
  private readonly closed: WaitingMembers;

  constructor(
    private readonly store: DigestMailStore,
    private readonly clock: Clock,
  ) {
    this.closed = new WaitingMembers(() => store.closed());
  }

  /**
   * False when the member has been subscribed already.
   * @throws UserError `bots-cannot`
   */
  async subscribe(guildId: string, member: Author & { isBot: boolean }): Promise<boolean> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    return this.store.subscribe(guildId, member, this.clock());
  }

  /** False when there was no subscription. */
  async unsubscribe(guildId: string, userId: string): Promise<boolean> {
    return this.store.unsubscribe(guildId, userId);
  }

  /** Members who get the guild's digests by direct message. */
  async subscribers(guildId: string): Promise<number> {
    return this.store.subscribers(guildId);
  }

  /** Somebody's direct messages turned out to be closed: the next question is asked of the database. */
  forgetClosed(): void {
    this.closed.forget();
  }

  /**
   * Whether the member is to be told now that their direct messages are closed to us: true once, and the subscription
   * ends with it.
   */
  async endClosed(guildId: string, userId: string): Promise<boolean> {
    const isClosed = await this.closed.includes(guildId, userId);
    return isClosed && (await this.store.endClosed(guildId, userId));
  }
}
