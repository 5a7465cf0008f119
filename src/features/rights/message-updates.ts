/** Messages that the bot posted and that may name somebody who was erased: deleted, or edited so that they don't. */
import type { MessageUpdate } from '../../entities/message-update.js';
import type { Clock } from '../../platform/clock.js';
import type { MessageUpdateStore } from './message-update-store.js';

/** How many are worked on in one tick, some requests each, and how long a tick may hold them (ms). */
const atOnce = 40;
const leaseMs = 300_000;

/** What Discord refuses is tried again, later each time (ms), and given up after so many attempts: some four days. */
const longestPauseMs = 6 * 3_600_000;
const firstPauseMs = 60_000;
const attemptsAtMost = 24;

/** What a message was posted for, looked up when it is changed. */
export type MessageSubjects = Pick<MessageUpdateStore, 'subjectOf' | 'areOthers'>;

/** What the rules need of Discord for it. */
export interface PostedMessages {
  /** `done` when nothing in the message names the member any more, or it is gone. Never rejects. */
  forgetIn(update: MessageUpdate): Promise<'done' | 'failed'>;
}

export class MessageUpdates {
  constructor(
    private readonly store: Pick<MessageUpdateStore, 'claim' | 'remove' | 'postpone' | 'findLater'>,
    private readonly messages: PostedMessages,
    private readonly clock: Clock,
  ) {}

  /** Works through what is due; any number of processes may do so at once. */
  async work(stopping?: AbortSignal): Promise<void> {
    const now = this.clock();
    const due = await this.store.claim(now, new Date(now.getTime() + leaseMs), atOnce);
    for (const update of due) {
      if (stopping?.aborted) return;
      if (update.kind === 'later') {
        await this.store.findLater(update, now);
        await this.store.remove(update);
        continue;
      }
      const outcome = await this.messages.forgetIn(update);
      if (outcome === 'done' || update.attempt >= attemptsAtMost) await this.store.remove(update);
      else await this.store.postpone(update, new Date(now.getTime() + pauseAfter(update.attempt)));
    }
  }
}

function pauseAfter(attempt: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
}
