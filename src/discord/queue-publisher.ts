/** Posts the moderators' queue over REST by channel id: its cards and reminders, and entries that were published. */
import { type APIMessage, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { routes } from '../components/routes.js';
import type { CardPlace, EntryDetails } from '../entities/entry-details.js';
import type { QueueDetails } from '../entities/queue-details.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { FindOutcome, PostOutcome } from '../services/publisher.js';
import type { QueuePost, QueuePublisher } from '../services/queue-poster.js';
import { note } from '../views/blocks.js';
import { announcedCard } from '../views/entry-card.js';
import type { MessageView } from '../views/message-view.js';
import { erasedCard, queueCard } from '../views/queue-card.js';
import { isRefusal, isRefused } from './errors.js';
import { messageBody } from './message-body.js';
import { OwnMessages } from './own-messages.js';

/** Posting or searching, all attempts together (ms): both less than a claim's lease. */
const patience = 45_000;

export class ChannelQueue implements QueuePublisher {
  private readonly ownMessages: OwnMessages;

  constructor(
    private readonly rest: Pick<REST, 'get' | 'post' | 'patch'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.ownMessages = new OwnMessages(rest);
  }

  async postCard(post: QueuePost, item: QueueDetails): Promise<PostOutcome> {
    return this.post(post, queueCard(catalogueFor(post.language), item));
  }

  async updateCard(
    { channelId, messageId }: CardPlace,
    item: QueueDetails | null,
    language: string,
  ): Promise<'updated' | 'gone' | 'failed'> {
    const words = catalogueFor(language);
    try {
      const { body, files } = messageBody(item ? queueCard(words, item) : erasedCard(words));
      await this.rest.patch(Routes.channelMessage(channelId, messageId), {
        body,
        files,
        signal: AbortSignal.timeout(patience),
      });
      return 'updated';
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel))
        return 'gone';
      this.log.warn({ error: plainError(error), messageId }, 'a card of the queue could not be updated');
      return 'failed';
    }
  }

  async findCard(channelId: string, item: string, since: Date): Promise<FindOutcome> {
    const customIds = [
      routes.queueDecide.id({ item, deed: 'keep' }),
      routes.queueDecide.id({ item, deed: 'publish' }),
    ];
    return this.find(channelId, customIds, since);
  }

  async postEntry(post: QueuePost, entry: EntryDetails): Promise<PostOutcome> {
    return this.post(post, announcedCard(catalogueFor(post.language), entry));
  }

  async findEntry(channelId: string, number: number, since: Date): Promise<FindOutcome> {
    return this.find(channelId, [routes.helpful.id({ number })], since);
  }

  async postReminder(post: QueuePost, { count, oldestAt }: { count: number; oldestAt: Date }): Promise<void> {
    await this.post(post, note(catalogueFor(post.language).queue.reminder(count, oldestAt)));
  }

  private async post({ channelId, nonce }: QueuePost, view: MessageView): Promise<PostOutcome> {
    try {
      const { body, files } = messageBody(view);
      const message = (await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
        signal: AbortSignal.timeout(patience),
      })) as APIMessage;
      return { outcome: 'posted', messageId: message.id };
    } catch (error) {
      return this.outcomeOf(error, channelId);
    }
  }

  private async find(channelId: string, customIds: readonly string[], since: Date): Promise<FindOutcome> {
    try {
      const signal = AbortSignal.timeout(patience);
      const messageId = await this.ownMessages.find(channelId, customIds, since, signal);
      return messageId ? { outcome: 'found', messageId } : { outcome: 'absent' };
    } catch (error) {
      return this.outcomeOf(error, channelId);
    }
  }

  /** A refusal is Discord's word that nothing was done; after anything else nobody knows. */
  private outcomeOf(error: unknown, channelId: string) {
    const outcome = isRefused(error)
      ? ({ outcome: 'refused', reason: 'refused' } as const)
      : ({ outcome: 'unknown' } as const);
    this.log.warn(
      { error: plainError(error), channelId, ...outcome },
      'something of the queue could not be posted',
    );
    return outcome;
  }
}
