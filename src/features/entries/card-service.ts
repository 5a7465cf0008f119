/** Which messages show an entry, and bringing them up to date for as long as they are there. */
import type { Card, CardPlace } from '../../entities/card.js';
import type { Clock } from '../../platform/clock.js';
import type { CardStore } from './card-store.js';

/** A card still stale after this (ms) was not updated when its entry changed, because of a restart or a Discord outage. */
const overdueAfterMs = 20_000;

/** How many overdue cards one tick updates; each is a request of the 50 a second that Discord allows. */
const overdueAtOnce = 100;

/** A card that Discord does not let the bot edit is tried again after this (ms). */
const closedPauseMs = 3_600_000;

/** The result of updating a card's message: `gone` when it was deleted, `closed` when Discord does not let the bot edit it. */
export type CardUpdate = 'updated' | 'gone' | 'closed' | 'failed';

/** What the rules need of Discord to keep cards up to date. */
export interface CardPublisher {
  /** Makes the message show the entry as it is now. Never rejects. */
  updateCard(card: Card): Promise<CardUpdate>;
}

export class CardService {
  constructor(
    private readonly store: CardStore,
    private readonly publisher: CardPublisher,
    private readonly clock: Clock,
  ) {}

  /** By message: the update that is being sent, and the one that waits for it. */
  private readonly sending = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, { card: Card; work: Promise<void> }>();

  /** Remembers a message that shows an entry. */
  async record(guildId: string, entryNumber: number, place: CardPlace): Promise<void> {
    await this.store.insert({ ...place, guildId, entryNumber, postedAt: this.clock() });
  }

  /** Where cards of these entries are, by number; those without a card are left out. */
  async placesOf(guildId: string, numbers: readonly number[]): Promise<ReadonlyMap<number, CardPlace>> {
    return this.store.placesOf(guildId, numbers);
  }

  /**
   * Brings the stale cards of these entries up to date; what fails stays stale and is tried again by the job.
   * `rewritten` is a message that an answer has just written over: it may have put an older state over a newer one, so it is
   * brought up to date even when another answer's update has made it count as fresh.
   */
  async refresh(guildId: string, numbers: readonly number[], rewritten?: string): Promise<void> {
    for (const card of await this.store.staleOf(guildId, numbers, rewritten)) await this.update(card);
  }

  /** Updates cards whose update was lost, oldest first. */
  async refreshOverdue(stopping?: AbortSignal): Promise<void> {
    const before = new Date(this.clock().getTime() - overdueAfterMs);
    for (const card of await this.store.staleSince(before, overdueAtOnce)) {
      if (stopping?.aborted) return;
      await this.update(card);
    }
  }

  /** The message is no longer there. */
  async forget(messageId: string): Promise<void> {
    await this.store.forget(messageId);
  }

  /**
   * One update of a message at a time, so that an older state never arrives last. Those who come while one is being
   * sent share the next one, which reads the entry after they came.
   */
  private update(card: Card): Promise<void> {
    const { messageId } = card;
    const waiting = this.waiting.get(messageId);
    if (waiting) {
      waiting.card = card;
      return waiting.work;
    }
    const before = this.sending.get(messageId);
    if (!before) return this.begin(card);
    const next: { card: Card; work: Promise<void> } = {
      card,
      work: before
        .catch(() => undefined)
        .then(() => {
          this.waiting.delete(messageId);
          return this.begin(next.card);
        }),
    };
    this.waiting.set(messageId, next);
    return next.work;
  }

  private begin(card: Card): Promise<void> {
    const work = this.send(card).finally(() => {
      if (this.sending.get(card.messageId) === work) this.sending.delete(card.messageId);
    });
    this.sending.set(card.messageId, work);
    return work;
  }

  private async send(card: Card): Promise<void> {
    switch (await this.publisher.updateCard(card)) {
      case 'updated':
        // A change made meanwhile has set another time, and keeps the card stale.
        if (card.staleSince) await this.store.markFresh(card.messageId, card.staleSince);
        return;
      case 'gone':
        return this.store.forget(card.messageId);
      case 'closed':
        return this.store.postpone(card.messageId, new Date(this.clock().getTime() + closedPauseMs));
      case 'failed':
    }
  }
}
