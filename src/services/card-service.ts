/** Which messages show an entry, so that they can be brought up to date. */
import type { Card } from '../entities/card.js';
import type { CardPlace } from '../entities/entry-details.js';
import type { CardStore } from '../stores/card-store.js';
import type { Clock } from './clock.js';

/** A card still stale after this (ms) was forgotten by whoever changed its entry: a restart, a fault of Discord's. */
const overdue = 20_000;

export class CardService {
  constructor(
    private readonly store: CardStore,
    private readonly clock: Clock,
  ) {}

  /** Remembers a message that shows an entry. */
  async record(guildId: string, entryNumber: number, place: CardPlace): Promise<void> {
    await this.store.insert({ ...place, guildId, entryNumber, postedAt: this.clock() });
  }

  /** Cards of these entries that show a former state. */
  async stale(guildId: string, numbers: readonly number[]): Promise<Card[]> {
    return this.store.staleOf(guildId, numbers);
  }

  /** Cards of all guilds whose update is overdue, oldest first. */
  async overdue(limit: number): Promise<Card[]> {
    return this.store.staleSince(new Date(this.clock().getTime() - overdue), limit);
  }

  async markFresh(card: Card): Promise<void> {
    if (card.staleSince) await this.store.markFresh(card.messageId, card.staleSince);
  }

  /** The card's channel is closed to the bot: tried again in an hour. */
  async postpone(card: Card): Promise<void> {
    await this.store.postpone(card.messageId, new Date(this.clock().getTime() + 3_600_000));
  }

  async forget(messageId: string): Promise<void> {
    await this.store.forget(messageId);
  }
}
