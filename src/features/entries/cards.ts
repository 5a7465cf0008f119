/** Cards in channels over REST: posting one, editing one, opening its thread. */

import { type APIMessage, type APIThreadChannel, ChannelType, type REST, Routes } from 'discord.js';
import { routes } from '../../components/routes.js';
import { isChannelTrouble, isKind, isRefused } from '../../discord/errors.js';
import { attachmentsAt, attachmentsIn } from '../../discord/message/attachments-in.js';
import { button, note } from '../../discord/message/blocks.js';
import { messageBody } from '../../discord/message/message-body.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { shorten } from '../../discord/message/text.js';
import type { Card, CardPlace } from '../../entities/card.js';
import { type Catalogue, catalogueFor } from '../../locales/catalogue.js';
import { type Logger, plainError } from '../../platform/logging.js';
import { isolated } from '../../platform/right-to-left.js';
import { UserError } from '../../platform/user-error.js';
import type { GuildService } from '../guilds/index.js';
import { type FoundAttachment, noPictures, type PictureService } from '../pictures/index.js';
import type { CardPublisher, CardUpdate } from './card-service.js';
import { entryCard, titleOf } from './entry-card.js';
import type { EntryDetails } from './entry-model.js';
import type { EntryService } from './entry-service.js';

/** Discord's longest name of a thread. */
const threadNameLimit = 100;

/** A message that was posted, with its files. */
export interface PostedCard extends CardPlace {
  attachments: readonly FoundAttachment[];
}

export class Cards implements CardPublisher {
  constructor(
    private readonly rest: REST,
    private readonly entries: Pick<EntryService, 'any'>,
    private readonly guilds: Pick<GuildService, 'settings'>,
    private readonly log: Logger,
    private readonly pictures: Pick<PictureService, 'onCard'>,
  ) {}

  /**
   * Posts a message in a channel. The same nonce twice within some minutes posts it once.
   * @throws UserError `channel-closed`, `channel-gone`
   */
  async post(channelId: string, view: MessageView, nonce: string): Promise<PostedCard> {
    try {
      const { body, files } = messageBody(view);
      const message = (await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
      })) as APIMessage;
      return { channelId, messageId: message.id, attachments: attachmentsIn(message) };
    } catch (error) {
      throw explained(error, channelId);
    }
  }

  async updateCard(card: Card): Promise<CardUpdate> {
    try {
      const entry = await this.entries.any(card.guildId, card.entryNumber);
      const words = catalogueFor((await this.guilds.settings(card.guildId)).language);
      const { body, files } = messageBody(entryCard(words, entry, await this.picturesOn(card, entry)));
      await this.rest.patch(Routes.channelMessage(card.channelId, card.messageId), { body, files });
      return 'updated';
    } catch (error) {
      if (isKind(error, 'message-gone', 'channel-gone')) return 'gone';
      this.log.warn({ error: plainError(error), messageId: card.messageId }, 'a card could not be updated');
      // What is only too much for this hour is tried again.
      return isRefused(error) && !isKind(error, 'edits-limited') ? 'closed' : 'failed';
    }
  }

  /** The message is read first: what is attached to it must be named, or else an edit would take it away. */
  private async picturesOn(card: Card, entry: EntryDetails) {
    if (!entry.pictures) return noPictures;
    const isShown = entry.deletedAt === null && entry.hiddenAt === null;
    return this.pictures.onCard(entry, await attachmentsAt(this.rest, card), isShown);
  }

  /**
   * Opens a thread on the entry's card, or finds the one there is.
   * @throws UserError `no-card` when the card was deleted, `channel-closed`, `channel-gone`
   */
  async openThread(words: Catalogue, entry: EntryDetails): Promise<string> {
    const gone = new UserError('no-card', { number: entry.number });
    if (!entry.card) throw gone;
    const name = words.entries.threadName(entry.number, isolated(titleOf(words, entry)));
    return this.openThreadOn(entry.card, name, gone, threadGreeting(words, entry));
  }

  /**
   * Opens a thread on a message, with a greeting in it, or finds the one there is: a message's thread has the message's id.
   * @throws `gone` when the message was deleted; UserError `channel-closed`, `channel-gone`
   */
  async openThreadOn(
    { channelId, messageId }: CardPlace,
    name: string,
    gone: UserError,
    greeting?: MessageView,
  ): Promise<string> {
    try {
      const thread = (await this.rest.post(Routes.threads(channelId, messageId), {
        body: { name: shorten(name, threadNameLimit), type: ChannelType.PublicThread },
      })) as APIThreadChannel;
      if (greeting) await this.greet(thread.id, greeting);
      return thread.id;
    } catch (error) {
      if (isKind(error, 'thread-exists')) return messageId;
      if (isKind(error, 'message-gone')) throw gone;
      throw explained(error, channelId);
    }
  }

  /** The thread is there whether or not this succeeds. */
  private async greet(threadId: string, greeting: MessageView): Promise<void> {
    await this.post(threadId, greeting, `t${threadId}`).catch((error: unknown) =>
      this.log.warn({ error: plainError(error) }, 'a thread could not be greeted'),
    );
  }
}

/** In the thread of a challenge, or of a solution to one: how it becomes a solution. */
function threadGreeting({ capture }: Catalogue, entry: EntryDetails): MessageView | undefined {
  const number = entry.type === 'challenge' ? entry.number : entry.challengeNumber;
  if (number === null || entry.challenge?.visible === false) return undefined;
  return note(
    capture.thread.greeting(number),
    button(routes.threadSolution.id({ number }), capture.thread.button),
  );
}

/** Discord's refusal in words a member understands; other errors as they are. */
function explained(error: unknown, channelId: string): unknown {
  if (isKind(error, 'channel-gone')) return new UserError('channel-gone', {});
  if (isKind(error, 'threads-full')) return new UserError('threads-full', {});
  return isChannelTrouble(error) ? new UserError('channel-closed', { channelId }) : error;
}
