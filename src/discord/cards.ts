/** Cards in channels: posting them, and bringing them up to date for ever by channel and message id. */
import {
  type APIMessage,
  type APIThreadChannel,
  ChannelType,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Card } from '../entities/card.js';
import type { CardPlace, EntryDetails } from '../entities/entry-details.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { CardService } from '../services/card-service.js';
import type { EntryService } from '../services/entry-service.js';
import type { GuildService } from '../services/guild-service.js';
import { UserError } from '../services/user-error.js';
import { entryCard, titleOf } from '../views/entry-card.js';
import type { MessageView } from '../views/message-view.js';
import { shorten } from '../views/text.js';
import { isChannelTrouble, isRefusal } from './errors.js';
import { messageBody } from './message-body.js';

/** How many overdue cards one tick brings up to date; each is a request of the 50 a second that Discord allows. */
const overdueAtOnce = 100;

/** Discord's longest name of a thread. */
const threadNameLimit = 100;

export class Cards {
  constructor(
    private readonly rest: REST,
    private readonly cards: CardService,
    private readonly entries: Pick<EntryService, 'any'>,
    private readonly guilds: Pick<GuildService, 'settings'>,
    private readonly log: Logger,
  ) {}

  /**
   * Posts a message in a channel. The same nonce twice within some minutes posts it once.
   * @throws UserError `channel-closed`, `channel-gone`
   */
  async post(channelId: string, view: MessageView, nonce: string): Promise<CardPlace> {
    try {
      const { body, files } = messageBody(view);
      const message = (await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
      })) as APIMessage;
      return { channelId, messageId: message.id };
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownChannel)) throw new UserError('channel-gone', {});
      if (isChannelTrouble(error)) throw new UserError('channel-closed', { channelId });
      throw error;
    }
  }

  /** Brings the stale cards of these entries up to date; what fails stays stale and is tried again by the job. */
  async refresh(guildId: string, numbers: readonly number[]): Promise<void> {
    await this.update(await this.cards.stale(guildId, numbers));
  }

  /** Brings cards up to date whose update was lost. */
  async refreshOverdue(): Promise<void> {
    await this.update(await this.cards.overdue(overdueAtOnce));
  }

  /**
   * Opens a thread on the entry's card, or finds the one there is: a message's thread has the message's id.
   * @throws UserError `entry-not-found` when the entry has no card, `channel-closed`, `channel-gone`
   */
  async openThread(guildId: string, entry: EntryDetails): Promise<string> {
    if (!entry.card) throw new UserError('entry-not-found', { entry: `#${entry.number}` });
    const { channelId, messageId } = entry.card;
    const words = catalogueFor((await this.guilds.settings(guildId)).language);
    try {
      const thread = (await this.rest.post(Routes.threads(channelId, messageId), {
        body: {
          name: shorten(words.entries.threadName(entry.number, titleOf(words, entry)), threadNameLimit),
          type: ChannelType.PublicThread,
        },
      })) as APIThreadChannel;
      return thread.id;
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return messageId;
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage)) await this.cards.forget(messageId);
      if (isRefusal(error, RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.UnknownMessage)) {
        throw new UserError('channel-gone', {});
      }
      if (isChannelTrouble(error)) throw new UserError('channel-closed', { channelId });
      throw error;
    }
  }

  private async update(stale: readonly Card[]): Promise<void> {
    for (const card of stale) {
      try {
        const entry = await this.entries.any(card.guildId, card.entryNumber);
        const words = catalogueFor((await this.guilds.settings(card.guildId)).language);
        const { body, files } = messageBody(entryCard(words, entry));
        await this.rest.patch(Routes.channelMessage(card.channelId, card.messageId), { body, files });
        await this.cards.markFresh(card);
      } catch (error) {
        if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel)) {
          await this.cards.forget(card.messageId);
        } else if (isChannelTrouble(error)) {
          await this.cards.postpone(card);
        } else {
          this.log.warn(
            { error: plainError(error), messageId: card.messageId },
            'a card could not be updated',
          );
        }
      }
    }
  }
}
