/** Posts what moderators did in their log channel. */
import { type REST, Routes } from 'discord.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { LogMessage, LogPublisher } from '../services/channel-log.js';
import { auditPostView } from '../views/audit-view.js';
import { isRefused } from './errors.js';
import { messageBody } from './message-body.js';

/** All attempts together (ms): below a claim's lease. */
const patience = 30_000;

export class ChannelLogPublisher implements LogPublisher {
  constructor(
    private readonly rest: Pick<REST, 'post'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async postLog({ guildId, channelId, nonce, language, lines }: LogMessage) {
    try {
      const { body } = messageBody(auditPostView(catalogueFor(language), guildId, lines));
      await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        signal: AbortSignal.timeout(patience),
      });
      return 'posted';
    } catch (error) {
      this.log.warn({ error: plainError(error), guildId, channelId }, 'the log channel could not be told');
      return isRefused(error) ? 'closed' : 'unknown';
    }
  }
}
