/** The digest by direct message: who gets it, and sending it slowly, once to each, after the channel's own post. */
import type { DigestContent } from '../entities/digest-content.js';
import type { DigestContentStore } from '../stores/digest-content-store.js';
import type { DeliveryClaim, DigestMailStore } from '../stores/digest-mail-store.js';
import type { Author } from '../stores/entry-store.js';
import type { Clock } from './clock.js';
import { isTooLate, pauseAfter } from './digest-schedule.js';
import { withoutSections } from './digest-sections.js';
import type { GuildService } from './guild-service.js';
import type { MailPublisher, MailRefusal } from './publisher.js';
import { UserError } from './user-error.js';
import { WaitingMembers } from './waiting-members.js';

/** How long a claim holds (ms): beyond the longest that all requests of one delivery may take. */
const leaseFor = 180_000;

/** Direct messages are sent this far apart (ms) by one process: Discord takes a burst of them for spam. */
export const mailPace = 500;

export interface MailParts {
  store: DigestMailStore;
  contents: Pick<DigestContentStore, 'read'>;
  guilds: Pick<GuildService, 'settings'>;
  publisher: MailPublisher;
  clock: Clock;
  /** Resolves after so many milliseconds, or as soon as the process is to stop. */
  pause(milliseconds: number, stopping?: AbortSignal): Promise<void>;
}

export class DigestMailService {
  /** Who is to be told that their direct messages are closed. */
  private readonly closed: WaitingMembers;
  private lastRead: { key: string; content: DigestContent } | undefined;

  constructor(private readonly parts: MailParts) {
    this.closed = new WaitingMembers(() => parts.store.closed());
  }

  /**
   * False when the member has been subscribed already.
   * @throws UserError `bots-cannot`
   */
  async subscribe(guildId: string, member: Author & { isBot: boolean }): Promise<boolean> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    return this.parts.store.subscribe(guildId, member, this.parts.clock());
  }

  /** False when there was no subscription. */
  async unsubscribe(guildId: string, userId: string): Promise<boolean> {
    return this.parts.store.unsubscribe(guildId, userId);
  }

  /** Members who get the guild's digests by direct message. */
  async subscribers(guildId: string): Promise<number> {
    return this.parts.store.subscribers(guildId);
  }

  /**
   * Whether the member is to be told now that their direct messages are closed to us: true once, and the subscription
   * ends with it.
   */
  async endClosed(guildId: string, userId: string): Promise<boolean> {
    const isClosed = await this.closed.includes(guildId, userId);
    return isClosed && (await this.parts.store.endClosed(guildId, userId));
  }

  /** Sends what waits until nothing does, one message after the other. Any number of processes may do so at once. */
  async deliverDue(stopping?: AbortSignal): Promise<void> {
    const { store, clock, pause } = this.parts;
    this.lastRead = undefined;
    while (!stopping?.aborted) {
      const claim = await store.claim(clock(), this.leaseEnd());
      if (!claim) return;
      await this.deliver(claim);
      await pause(mailPace, stopping);
    }
  }

  private async deliver(claim: DeliveryClaim): Promise<void> {
    const { store, publisher, clock } = this.parts;
    const { guildId, userId, periodEnd, channelId } = claim;
    if (channelId) {
      const found = await publisher.findMail(channelId, guildId, periodEnd);
      if (found === 'found') return store.settle(claim);
      if (found === 'unknown') return this.retry(claim, channelId);
    }
    if (isTooLate(periodEnd, clock())) return store.settle(claim);
    const isMember = await publisher.isMember(guildId, userId);
    if (isMember === undefined) return this.retry(claim, channelId);
    if (!isMember) return void (await store.unsubscribe(guildId, userId));

    const opened = await publisher.openDirectChannel(userId);
    if (opened.outcome === 'refused') return this.refused(claim, opened.reason);
    if (opened.outcome === 'unknown') return this.retry(claim, channelId);
    await this.send(claim, opened.channelId);
  }

  private async send(claim: DeliveryClaim, channelId: string): Promise<void> {
    const { store, guilds, publisher, clock } = this.parts;
    const { language, digestHidden } = await guilds.settings(claim.guildId);
    const content = withoutSections(await this.read(claim), digestHidden);
    if (!(await store.aim(claim, channelId, clock(), this.leaseEnd()))) return;
    const sent = await publisher.mailDigest({
      channelId,
      nonce: nonceOf(claim),
      content,
      language,
      message: claim.message,
    });
    if (sent.outcome === 'posted') return store.settle(claim);
    if (sent.outcome === 'refused') return this.refused(claim, sent.reason);
    return this.retry(claim, channelId);
  }

  private async refused(claim: DeliveryClaim, reason: MailRefusal): Promise<void> {
    const { store, clock } = this.parts;
    switch (reason) {
      case 'closed':
        await store.close(claim.guildId, claim.userId, clock());
        this.closed.forget();
        return;
      case 'gone':
        await store.unsubscribe(claim.guildId, claim.userId);
        return;
      case 'refused':
        return this.retry(claim, null);
    }
  }

  private async retry(claim: DeliveryClaim, channelId: string | null): Promise<void> {
    const until = new Date(this.parts.clock().getTime() + pauseAfter(claim.attempt));
    await this.parts.store.postpone(claim, until, channelId);
  }

  /** Subscribers of one guild come one after the other: its digest is read once for them all. */
  private async read({ guildId, start, periodEnd }: DeliveryClaim): Promise<DigestContent> {
    const key = `${guildId} ${periodEnd.getTime()}`;
    if (this.lastRead?.key !== key) {
      const content = await this.parts.contents.read(guildId, { start, end: periodEnd });
      this.lastRead = { key, content };
    }
    return this.lastRead.content;
  }

  private leaseEnd(): Date {
    return new Date(this.parts.clock().getTime() + leaseFor);
  }
}

/** The same for every attempt at the same delivery; a direct channel has one reader. At most 25 characters. */
function nonceOf({ guildId, periodEnd }: DeliveryClaim): string {
  return `m${BigInt(guildId).toString(36)}.${periodEnd.getTime().toString(36)}`;
}
