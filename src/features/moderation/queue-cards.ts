/** Keeps the queue's cards up to date, which is harmless to do twice, and owes the reminder of what waits too long. */
import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { isRefusal } from '../../discord/errors.js';
import { attachmentsAt } from '../../discord/message/attachments-in.js';
import { messageBody } from '../../discord/message/message-body.js';
import type { CardPlace } from '../../entities/card.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { pauseAfter } from '../../outbox/backoff.js';
import type { Clock } from '../../platform/clock.js';
import { type Logger, plainError } from '../../platform/logging.js';
import type { GuildService } from '../guilds/index.js';
import type { PictureService } from '../pictures/index.js';
import { erasedCard, queueCard } from './queue-card.js';
import type { CardUpdateClaim, QueueCardStore } from './queue-card-store.js';
import type { QueueDetails } from './queue-model.js';
import { type QueueService, subjectOf } from './queue-service.js';

const hourMs = 3_600_000;

/** After this (ms) what waits is reminded of, each at most once in as long, and a guild no more often than the other. */
export const queueWaitMs = 24 * hourMs;
export const quietForMs = 6 * hourMs;

/** How long a claim holds (ms), and a request may take: the one well below the other. */
const leaseMs = 120_000;
const requestTimeoutMs = 45_000;

/** Cards updated in one go at most. */
const atOnce = 50;

export interface QueueCardsParts {
  store: QueueCardStore;
  queue: Pick<QueueService, 'item'>;
  guilds: Pick<GuildService, 'settings'>;
  rest: Pick<REST, 'get' | 'patch'>;
  pictures: Pick<PictureService, 'onCard'>;
  clock: Clock;
  log: Pick<Logger, 'warn'>;
}

export class QueueCards {
  constructor(private readonly parts: QueueCardsParts) {}

  /** Brings cards up to date, in one guild or in all. Any number of processes may do so at once. */
  async keepCurrent({ guildId, stopping }: { guildId?: string; stopping?: AbortSignal } = {}): Promise<void> {
    const { store, clock } = this.parts;
    if (!guildId) await store.sweep(clock());
    for (let made = 0; made < atOnce && !stopping?.aborted; made += 1) {
      const now = clock();
      const claim = await store.claimUpdate(now, new Date(now.getTime() + leaseMs), guildId);
      if (!claim) return;
      await this.update(claim);
    }
  }

  /** One message a guild for everything that waits too long. */
  async enqueueReminders(): Promise<void> {
    const now = this.parts.clock();
    const before = (span: number) => new Date(now.getTime() - span);
    await this.parts.store.enqueueReminders(now, {
      waitingSince: before(queueWaitMs),
      remindedSince: before(queueWaitMs),
      quietSince: before(quietForMs),
    });
  }

  private async update(claim: CardUpdateClaim): Promise<void> {
    const { store, queue, guilds, clock } = this.parts;
    const { guildId, id } = claim;
    const item = await subjectOf(queue, guildId, id);
    const { language } = await guilds.settings(guildId);
    switch (await this.show(claim, item, language)) {
      case 'updated':
        return item ? store.updated(claim) : store.forget(guildId, id);
      case 'gone':
        return item ? store.gone(claim, clock()) : store.forget(guildId, id);
      case 'failed':
        return store.retryLater(claim, new Date(clock().getTime() + pauseAfter(claim.attempt)));
    }
  }

  /** What is attached to the card stays while it is needed: an edit takes away what it doesn't name. */
  private async withPictures(place: CardPlace, item: QueueDetails): Promise<QueueDetails> {
    const { entry, isReview, verdict } = item;
    const isNeeded = verdict === null || (verdict.outcome === 'published' && entry?.card === null);
    if (!isReview || !isNeeded || !entry?.pictures) return item;
    const attachments = await attachmentsAt(this.parts.rest, place);
    return { ...item, pictures: await this.parts.pictures.onCard(entry, attachments, verdict === null) };
  }

  private async show(
    { channelId, messageId }: CardPlace,
    item: QueueDetails | null,
    language: string,
  ): Promise<'updated' | 'gone' | 'failed'> {
    const words = catalogueFor(language);
    try {
      const details = item && (await this.withPictures({ channelId, messageId }, item));
      const { body, files } = messageBody(details ? queueCard(words, details) : erasedCard(words));
      await this.parts.rest.patch(Routes.channelMessage(channelId, messageId), {
        body,
        files,
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      return 'updated';
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel))
        return 'gone';
      this.parts.log.warn(
        { error: plainError(error), messageId },
        'a card of the queue could not be updated',
      );
      return 'failed';
    }
  }
}
