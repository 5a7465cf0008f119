/** Posts what the queue has to show: cards in the log channel, entries that were published, and a reminder a day. */
import type { CardPlace, EntryDetails } from '../entities/entry-details.js';
import type { QueueDetails } from '../entities/queue-details.js';
import type { QueuePostClaim, QueuePostKind, QueuePostStore } from '../stores/queue-post-store.js';
import type { CardService } from './card-service.js';
import type { Clock } from './clock.js';
import { pauseAfter } from './digest-schedule.js';
import type { EntryService } from './entry-service.js';
import type { GuildService, GuildSettings } from './guild-service.js';
import type { ImportService } from './import-service.js';
import type { CohortChannelOf, FindOutcome, PostOutcome } from './publisher.js';
import type { QueueService } from './queue-service.js';
import { UserError } from './user-error.js';

const hour = 3_600_000;

/** How long a claim holds (ms): beyond the longest that searching and posting may take. */
const leaseFor = 120_000;

/** Posts made in one go at most, of each kind. */
const atOnce = 50;

/** A card that somebody deleted is posted anew after this (ms): an own nonce would give the deleted one back. */
const goneFor = 5 * 60_000;

/** After this (ms) what waits is reminded of, each at most once in as long, and a guild no more often than the other. */
export const waitsFor = 24 * hour;
export const quietFor = 6 * hour;

/** Where and in which language something is said, and the nonce that keeps it from being said twice. */
export interface QueuePost {
  channelId: string;
  nonce: string;
  language: string;
}

/** What the rules need of Discord to show the queue. */
export interface QueuePublisher {
  postCard(post: QueuePost, item: QueueDetails): Promise<PostOutcome>;
  /** Makes the card show the item as it is now; `item` is null once what it was about was erased. */
  updateCard(
    place: CardPlace,
    item: QueueDetails | null,
    language: string,
  ): Promise<'updated' | 'gone' | 'failed'>;
  /** Looks for the item's card in a channel, back to `since`. */
  findCard(channelId: string, itemId: string, since: Date): Promise<FindOutcome>;
  postEntry(post: QueuePost, entry: EntryDetails): Promise<PostOutcome>;
  findEntry(channelId: string, number: number, since: Date): Promise<FindOutcome>;
  postReminder(post: QueuePost, waiting: { count: number; oldestAt: Date }): Promise<void>;
}

export interface QueuePosterParts {
  store: QueuePostStore;
  queue: Pick<QueueService, 'item'>;
  entries: Pick<EntryService, 'any'>;
  imports: Pick<ImportService, 'summary' | 'announce'>;
  cards: Pick<CardService, 'record'>;
  guilds: Pick<GuildService, 'settings'>;
  publisher: QueuePublisher;
  cohortChannelOf: CohortChannelOf;
  clock: Clock;
}

export class QueuePoster {
  constructor(private readonly parts: QueuePosterParts) {}

  /**
   * Posts what is due, in one guild or in all. Any number of processes may do so at once.
   * @throws AggregateError of all that went wrong in a way nobody foresaw; it does not keep the others waiting
   */
  async postDue({ guildId, stopping }: { guildId?: string; stopping?: AbortSignal } = {}): Promise<void> {
    const faults: unknown[] = [];
    if (!guildId) await this.parts.store.sweep(this.now());
    for (const kind of ['publication', 'card'] as const) {
      for (let made = 0; made < atOnce && !stopping?.aborted; made += 1) {
        const claim = await this.parts.store.claim(kind, this.now(), this.leaseEnd(), guildId);
        if (!claim) break;
        const work = kind === 'card' ? this.show(claim) : this.publish(claim);
        await work.catch(async (error: unknown) => {
          faults.push(error);
          await this.retryLater(kind, claim);
        });
      }
    }
    if (faults.length > 0) {
      throw new AggregateError(faults, `${faults.length} posts of the queue failed`, { cause: faults[0] });
    }
  }

  /** One message a guild for everything that waits too long. */
  async remindDue(stopping?: AbortSignal): Promise<void> {
    const { store, guilds, publisher } = this.parts;
    const now = this.now();
    const before = (span: number) => new Date(now.getTime() - span);
    const spans = {
      waitingSince: before(waitsFor),
      remindedSince: before(waitsFor),
      quietSince: before(quietFor),
    };
    while (!stopping?.aborted) {
      const due = await store.claimReminder(now, spans);
      if (!due) return;
      const { language } = await guilds.settings(due.guildId);
      const nonce = `w${now.getTime().toString(36)}.${BigInt(due.guildId).toString(36)}`.slice(0, 25);
      await publisher.postReminder({ channelId: due.channelId, nonce, language }, due);
    }
  }

  private async show(claim: QueuePostClaim): Promise<void> {
    const { store, guilds, publisher } = this.parts;
    const settings = await guilds.settings(claim.guildId);
    const item = await this.itemOf(claim);
    const place = await this.placeOf(claim);
    if (place === 'unknown') return this.retryLater('card', claim);
    if (!item && !place) return store.forget(claim.guildId, claim.id);
    if (!place) return item ? this.postCard(claim, item, settings) : undefined;
    switch (await publisher.updateCard(place, item, settings.language)) {
      case 'updated':
        return item ? store.cardShown(claim, place, this.now()) : store.forget(claim.guildId, claim.id);
      case 'gone':
        return item
          ? store.cardGone(claim, new Date(this.now().getTime() + goneFor))
          : store.forget(claim.guildId, claim.id);
      case 'failed':
        return this.retryLater('card', claim);
    }
  }

  private async postCard(claim: QueuePostClaim, item: QueueDetails, settings: GuildSettings): Promise<void> {
    const { store, publisher } = this.parts;
    const { logChannelId: channelId, language } = settings;
    // Decided before it was ever shown: there is nothing to ask of anybody.
    if (!channelId || item.verdict) return store.cardGone(claim, this.now());
    if (!(await store.aim('card', claim, channelId))) return;
    const nonce = `q${claim.id.replaceAll('-', '').slice(0, 24)}`;
    const posted = await publisher.postCard({ channelId, nonce, language }, item);
    if (posted.outcome === 'posted') {
      await store.cardShown(claim, { channelId, messageId: posted.messageId }, this.now());
    } else {
      const nowhere = posted.outcome === 'refused' && claim.channelId !== channelId;
      await this.retryLater('card', claim, { nowhere });
    }
  }

  /** Where the card is; null when it is nowhere. */
  private async placeOf(claim: QueuePostClaim): Promise<CardPlace | null | 'unknown'> {
    const { channelId, messageId } = claim;
    if (!channelId) return null;
    if (messageId) return { channelId, messageId };
    // An earlier attempt may have posted it: the channel tells.
    const found = await this.parts.publisher.findCard(channelId, claim.id, claim.since);
    if (found.outcome === 'found') return { channelId, messageId: found.messageId };
    return found.outcome === 'unknown' ? 'unknown' : null;
  }

  /** Null when what it was about was erased. */
  private async itemOf({ guildId, id }: QueuePostClaim): Promise<QueueDetails | null> {
    const item = await this.parts.queue.item(guildId, id).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    return item?.entry || item?.import ? item : null;
  }

  private async publish(claim: QueuePostClaim): Promise<void> {
    const { store, guilds, cohortChannelOf } = this.parts;
    const settings = await guilds.settings(claim.guildId);
    const item = await this.itemOf(claim);
    if (!item) return store.published(claim);
    const channelId = settings.channelId ?? (await cohortChannelOf(claim.guildId, settings));
    if (!channelId) return this.retryLater('publication', claim);
    const { language } = settings;
    if (item.import) return this.publishImport(claim, item.import.id, { channelId, language });
    if (item.entry) await this.publishEntry(claim, item.entry, { channelId, language });
  }

  private async publishImport(
    claim: QueuePostClaim,
    importId: string,
    where: { channelId: string; language: string },
  ): Promise<void> {
    const { store, imports } = this.parts;
    const summary = await imports.summary(claim.guildId, importId);
    const isDone = !summary || summary.card || (await imports.announce(summary, where)).card;
    await (isDone ? store.published(claim) : this.retryLater('publication', claim));
  }

  private async publishEntry(
    claim: QueuePostClaim,
    entry: EntryDetails,
    { channelId, language }: { channelId: string; language: string },
  ): Promise<void> {
    const { store, cards, publisher } = this.parts;
    const { guildId } = claim;
    if (entry.deletedAt || entry.hiddenAt || entry.card) return store.published(claim);
    const record = async (messageId: string, where: string) => {
      await cards.record(guildId, entry.number, { channelId: where, messageId });
      await store.published(claim);
    };
    if (claim.channelId) {
      const found = await publisher.findEntry(claim.channelId, entry.number, claim.since);
      if (found.outcome === 'found') return record(found.messageId, claim.channelId);
      if (found.outcome === 'unknown') return this.retryLater('publication', claim);
    }
    if (!(await store.aim('publication', claim, channelId))) return;
    const nonce = `p${claim.id.replaceAll('-', '').slice(0, 24)}`;
    const posted = await publisher.postEntry({ channelId, nonce, language }, entry);
    if (posted.outcome === 'posted') return record(posted.messageId, channelId);
    const nowhere = posted.outcome === 'refused' && claim.channelId !== channelId;
    await this.retryLater('publication', claim, { nowhere });
  }

  private async retryLater(
    kind: QueuePostKind,
    claim: QueuePostClaim,
    options: { nowhere?: boolean } = {},
  ): Promise<void> {
    const nextAt = new Date(this.now().getTime() + pauseAfter(claim.attempt));
    await this.parts.store.retryLater(kind, claim, nextAt, options);
  }

  private now(): Date {
    return this.parts.clock();
  }

  private leaseEnd(): Date {
    return new Date(this.now().getTime() + leaseFor);
  }
}
