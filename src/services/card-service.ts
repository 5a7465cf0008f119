/** Which messages show an entry, and bringing them up to date for as long as they are there. */
import type { Card } from '../entities/card.js';
import type { CardPlace } from '../entities/entry-details.js';
import type { CardStore } from '../stores/card-store.js';
import type { Clock } from './clock.js';

/** A card still stale after this (ms) was forgotten by whoever changed its entry: a restart, a fault of Discord's. */
const overdueAfter = 20_000;

/** How many overdue cards one tick brings up to date; each is a request of the 50 a second that Discord allows. */
const overdueAtOnce = 100;

/** A card in a channel closed to the bot is tried again after this (ms). */
const closedPause = 3_600_000;

/** What became of a card's message: `gone` when it was deleted, `closed` when the bot may not edit there. */
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

  /** Remembers a message that shows an entry. */
  async record(guildId: string, entryNumber: number, place: CardPlace): Promise<void> {
    await this.store.insert({ ...place, guildId, entryNumber, postedAt: this.clock() });
  }

  /** Brings the stale cards of these entries up to date; what fails stays stale and is tried again by the job. */
  async refresh(guildId: string, numbers: readonly number[]): Promise<void> {
    for (const card of await this.store.staleOf(guildId, numbers)) await this.update(card);
  }

  /** Brings cards up to date whose update was lost, oldest first. */
  async refreshOverdue(stopping?: AbortSignal): Promise<void> {
    const before = new Date(this.clock().getTime() - overdueAfter);
    for (const card of await this.store.staleSince(before, overdueAtOnce)) {
      if (stopping?.aborted) return;
      await this.update(card);
    }
  }

  /** The message is no longer there. */
  async forget(messageId: string): Promise<void> {
    await this.store.forget(messageId);
  }

  private async update(card: Card): Promise<void> {
    switch (await this.publisher.updateCard(card)) {
      case 'updated':
        // A change made meanwhile has set another time, and keeps the card stale.
        if (card.staleSince) await this.store.markFresh(card.messageId, card.staleSince);
        return;
      case 'gone':
        return this.store.forget(card.messageId);
      case 'closed':
        return this.store.postpone(card.messageId, new Date(this.clock().getTime() + closedPause));
      case 'failed':
    }
  }
}
