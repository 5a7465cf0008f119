/** The Start here card in its channel: whether it is still there, and pinning it. */
import { type REST, Routes } from 'discord.js';
import { isKind, isRefused } from '../../discord/errors.js';
import type { CardPlace } from '../../entities/card.js';
import { type Logger, plainError } from '../../platform/logging.js';

export class StartCardMessage {
  constructor(
    private readonly rest: Pick<REST, 'get' | 'put'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** False only if Discord says that it is gone: what can't be read may be there. */
  async isThere({ channelId, messageId }: CardPlace): Promise<boolean> {
    try {
      await this.rest.get(Routes.channelMessage(channelId, messageId));
      return true;
    } catch (error) {
      return !isKind(error, 'message-gone', 'channel-gone');
    }
  }

  /** Pins it where the bot has Pin Messages. Never rejects. */
  async pin({ channelId, messageId }: CardPlace): Promise<void> {
    try {
      await this.rest.put(Routes.channelMessagesPin(channelId, messageId));
    } catch (error) {
      if (!isRefused(error)) this.log.warn({ error: plainError(error) }, 'the start card was not pinned');
    }
  }
}
