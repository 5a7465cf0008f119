/** Sends members, by direct message, what became of what they contributed. */
import { type APIGuild, type Client, type REST, Routes } from 'discord.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { NoticeMessage, NoticePublisher } from '../services/notice-service.js';
import { noticesView } from '../views/notices-view.js';
import { directChannelWith, directRefusal } from './direct-messages.js';
import { messageBody } from './message-body.js';

/** One request, all attempts together (ms): two of them stay below a claim's lease. */
const patience = 30_000;

export class DirectNoticePublisher implements NoticePublisher {
  constructor(
    private readonly client: Pick<Client, 'guilds'> & { rest: Pick<REST, 'get' | 'post'> },
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async sendNotices({ guildId, userId, nonce, language, notices }: NoticeMessage) {
    const { rest } = this.client;
    try {
      const guildName = await this.nameOf(guildId);
      const channelId = await directChannelWith(rest, userId, AbortSignal.timeout(patience));
      const { body } = messageBody(noticesView(catalogueFor(language), notices, guildName));
      await rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        signal: AbortSignal.timeout(patience),
      });
      return 'posted' as const;
    } catch (error) {
      const refusal = directRefusal(error);
      if (refusal !== 'closed' && refusal !== 'gone') {
        this.log.warn(
          { error: plainError(error), guildId },
          'a member could not be told what became of theirs',
        );
      }
      return refusal ?? 'unknown';
    }
  }

  private async nameOf(guildId: string): Promise<string> {
    const known = this.client.guilds.cache.get(guildId);
    return known?.name ?? ((await this.client.rest.get(Routes.guild(guildId))) as APIGuild).name;
  }
}
