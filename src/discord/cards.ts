/** Cards in channels over REST: posting one, editing one, opening its thread. */
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
import { type Catalogue, catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { CardPublisher, CardUpdate } from '../services/card-service.js';
import type { EntryService } from '../services/entry-service.js';
import type { GuildService } from '../services/guild-service.js';
import { UserError } from '../services/user-error.js';
import { entryCard, titleOf } from '../views/entry-card.js';
import type { MessageView } from '../views/message-view.js';
import { shorten } from '../views/text.js';
import { isChannelTrouble, isRefusal, isRefused } from './errors.js';
import { messageBody } from './message-body.js';

/** Discord's longest name of a thread. */
const threadNameLimit = 100;

export class Cards implements CardPublisher {
  constructor(
    private readonly rest: REST,
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
      throw explained(error, channelId);
    }
  }

  async updateCard(card: Card): Promise<CardUpdate> {
    try {
      const entry = await this.entries.any(card.guildId, card.entryNumber);
      const words = catalogueFor((await this.guilds.settings(card.guildId)).language);
      const { body, files } = messageBody(entryCard(words, entry));
      await this.rest.patch(Routes.channelMessage(card.channelId, card.messageId), { body, files });
      return 'updated';
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel))
        return 'gone';
      this.log.warn({ error: plainError(error), messageId: card.messageId }, 'a card could not be updated');
      return isRefused(error) ? 'closed' : 'failed';
    }
  }

  /**
   * Opens a thread on the entry's card, or finds the one there is.
   * @throws UserError `no-card` when the card was deleted, `channel-closed`, `channel-gone`
   */
  async openThread(words: Catalogue, entry: EntryDetails): Promise<string> {
    const gone = new UserError('no-card', { number: entry.number });
    if (!entry.card) throw gone;
    return this.openThreadOn(entry.card, words.entries.threadName(entry.number, titleOf(words, entry)), gone);
  }

  /**
   * Opens a thread on a message, or finds the one there is: a message's thread has the message's id.
   * @throws `gone` when the message was deleted; UserError `channel-closed`, `channel-gone`
   */
  async openThreadOn({ channelId, messageId }: CardPlace, name: string, gone: UserError): Promise<string> {
    try {
      const thread = (await this.rest.post(Routes.threads(channelId, messageId), {
        body: { name: shorten(name, threadNameLimit), type: ChannelType.PublicThread },
      })) as APIThreadChannel;
      return thread.id;
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return messageId;
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage)) throw gone;
      throw explained(error, channelId);
    }
  }
}

/** Discord's refusal in words a member understands; other errors as they are. */
function explained(error: unknown, channelId: string): unknown {
  if (isRefusal(error, RESTJSONErrorCodes.UnknownChannel)) return new UserError('channel-gone', {});
  return isChannelTrouble(error) ? new UserError('channel-closed', { channelId }) : error;
}
