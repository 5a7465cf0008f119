/** Notices that could not be sent: shown to their member at the next command, then removed. */
import type { ToldNotice } from './notice-model.js';
import type { NoticeStore } from './notice-store.js';
import { noticeLimit } from './notice-topic.js';
import { WaitingMembers } from './waiting-members.js';

export class NoticeService {
  private readonly waiting: WaitingMembers;
  /** Members whose notices are being shown now. */
  private readonly beingTold = new Set<string>();

  constructor(private readonly store: NoticeStore) {
    this.waiting = new WaitingMembers(() => store.waitingMembers());
  }

  /** What the notices of these rows say, the oldest first. */
  async read(ids: readonly string[]): Promise<ToldNotice[]> {
    return this.store.byIds(ids);
  }

  /** Something could not be sent: the next question goes to the database. */
  forgetWaiting(): void {
    this.waiting.forget();
  }

  /**
   * Shows a member what could not be sent to them, and removes it after that. Does nothing if there is nothing. If
   * showing fails, it stays for the next time.
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
      const unsent = await this.store.unsent(guildId, memberId, noticeLimit);
      if (unsent.length > 0) {
        await show(unsent);
        await this.store.remove(unsent.map(({ id }) => id));
      }
      this.waiting.forget();
    } finally {
      this.beingTold.delete(key);
    }
  }
}
