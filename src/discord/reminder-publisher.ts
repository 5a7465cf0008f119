/** Posts the reminder of a challenge over REST by channel id, and finds it again in its channel by its button. */
import { type APIMessage, type REST, Routes } from 'discord.js';
import { routes } from '../components/routes.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { FindOutcome, PostOutcome } from '../services/publisher.js';
import type { ReminderPost, ReminderPublisher } from '../services/reminder-service.js';
import { reminderView } from '../views/reminder-view.js';
import { isRefused } from './errors.js';
import { messageBody } from './message-body.js';
import { OwnMessages } from './own-messages.js';

/** Posting or searching, all attempts together (ms): both less than a claim's lease. */
const patience = 45_000;

export class ChannelReminders implements ReminderPublisher {
  private readonly ownMessages: OwnMessages;

  constructor(
    private readonly rest: Pick<REST, 'get' | 'post'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.ownMessages = new OwnMessages(rest);
  }

  async postReminder({ guildId, channelId, nonce, content, language }: ReminderPost): Promise<PostOutcome> {
    try {
      const { body } = messageBody(reminderView(catalogueFor(language), guildId, content));
      const message = (await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        signal: AbortSignal.timeout(patience),
      })) as APIMessage;
      return { outcome: 'posted', messageId: message.id };
    } catch (error) {
      return this.outcomeOf(error, channelId);
    }
  }

  async findReminder(channelId: string, number: number, since: Date): Promise<FindOutcome> {
    try {
      const customIds = [routes.reminderSolve.id({ number })];
      const messageId = await this.ownMessages.find(
        channelId,
        customIds,
        since,
        AbortSignal.timeout(patience),
      );
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
    this.log.warn({ error: plainError(error), channelId, ...outcome }, 'a reminder could not be posted');
    return outcome;
  }
}
