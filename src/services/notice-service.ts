/** Telling members what became of what they contributed: by direct message, or else at their next command. */
import { createHash } from 'node:crypto';
import type { ToldNotice } from '../entities/told-notice.js';
import type { NoticeClaim, NoticeStore } from '../stores/notice-store.js';
import type { Clock } from './clock.js';
import { mailPace } from './digest-mail.js';
import { isTooLate, pauseAfter } from './digest-schedule.js';
import type { GuildService } from './guild-service.js';
import type { MailRefusal } from './publisher.js';
import { WaitingMembers } from './waiting-members.js';

/** As for the log channel: within the minutes for which Discord knows a message again by its nonce (ms). */
export const noticeLease = 90_000;

export interface NoticeMessage {
  guildId: string;
  userId: string;
  /** The same for every attempt at the same notices; at most 25 characters. */
  nonce: string;
  language: string;
  notices: readonly ToldNotice[];
}

export interface NoticePublisher {
  sendNotices(message: NoticeMessage): Promise<'posted' | 'unknown' | MailRefusal>;
}

export interface NoticeParts {
  store: NoticeStore;
  guilds: Pick<GuildService, 'settings'>;
  publisher: NoticePublisher;
  clock: Clock;
  /** Resolves after so many milliseconds, or as soon as the process is to stop. */
  pause(milliseconds: number, stopping?: AbortSignal): Promise<void>;
}

export class NoticeService {
  private readonly waiting: WaitingMembers;
  /** Members who are being told at this moment. */
  private readonly beingTold = new Set<string>();

  constructor(private readonly parts: NoticeParts) {
    this.waiting = new WaitingMembers(() => parts.store.waiting());
  }

  /** Sends what waits, one member after the other. Any number of processes may do so at once. */
  async deliverDue(stopping?: AbortSignal): Promise<void> {
    const { store, clock, pause } = this.parts;
    while (!stopping?.aborted) {
      const now = clock();
      const claim = await store.claim(now, new Date(now.getTime() + noticeLease));
      if (!claim) return;
      await this.deliver(claim);
      await pause(mailPace, stopping);
    }
  }

  /**
   * Shows a member who has turned up what could not be sent to them, and lets go of it once it was shown; nothing
   * happens when there is nothing. A failure to show leaves it for the next time.
   */
  async tell(
    guildId: string,
    memberId: string,
    show: (notices: readonly ToldNotice[]) => Promise<unknown>,
  ): Promise<void> {
    if (!(await this.waiting.includes(guildId, memberId))) return;
    const key = `${guildId} ${memberId}`;
    if (this.beingTold.has(key)) return;
    this.beingTold.add(key);
    try {
      const notices = await this.parts.store.waitingFor(guildId, memberId);
      if (notices.length > 0) {
        await show(notices);
        await this.parts.store.remove(notices.map(({ id }) => id));
      }
      this.waiting.forget();
    } finally {
      this.beingTold.delete(key);
    }
  }

  private async deliver(claim: NoticeClaim): Promise<void> {
    const { store, guilds, publisher, clock } = this.parts;
    const { guildId, memberId, notices, attempt } = claim;
    const { language } = await guilds.settings(guildId);
    const nonce = nonceOf(notices);
    const outcome = await publisher.sendNotices({ guildId, userId: memberId, nonce, language, notices });
    switch (outcome) {
      case 'posted':
      case 'gone':
        return store.settle(claim);
      case 'closed':
        return this.leaveForNextCommand(claim);
      case 'refused':
      case 'unknown':
        if (notices.some(({ at }) => isTooLate(at, clock()))) return this.leaveForNextCommand(claim);
        return store.postpone(claim, new Date(clock().getTime() + pauseAfter(attempt)));
    }
  }

  private async leaveForNextCommand(claim: NoticeClaim): Promise<void> {
    await this.parts.store.postpone(claim, null);
    this.waiting.forget();
  }
}

function nonceOf(notices: readonly ToldNotice[]): string {
  const ids = notices.map(({ id }) => id).join(' ');
  return `n${createHash('sha256').update(ids).digest('hex').slice(0, 20)}`;
}
