/** Tells moderators, or else the owner, that the digest of their guild cannot be posted. */
import { type APIGuild, type REST, Routes } from 'discord.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { TroubleNotice, TroublePublisher } from '../services/publisher.js';
import { digestTroubleView } from '../views/digest-trouble-view.js';
import { directChannelWith } from './direct-messages.js';
import { messageBody } from './message-body.js';

export class DigestTroublePublisher implements TroublePublisher {
  constructor(
    private readonly rest: Pick<REST, 'get' | 'post'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async tellTrouble(notice: TroubleNotice): Promise<boolean> {
    const { guildId, logChannelId } = notice;
    if (logChannelId && (await this.attempt(guildId, () => this.post(logChannelId, notice)))) return true;
    return this.attempt(guildId, async () => {
      const guild = (await this.rest.get(Routes.guild(guildId))) as APIGuild;
      await this.post(await directChannelWith(this.rest, guild.owner_id), notice, guild.name);
    });
  }

  private async post(channelId: string, notice: TroubleNotice, guildName?: string): Promise<void> {
    const { body } = messageBody(digestTroubleView(catalogueFor(notice.language), notice, guildName));
    // The same words for the same digest: a repetition within minutes is the first message again.
    const nonce = `t${notice.periodEnd.getTime().toString(36)}.${BigInt(notice.guildId).toString(36)}`;
    await this.rest.post(Routes.channelMessages(channelId), {
      body: { ...body, nonce: nonce.slice(0, 25), enforce_nonce: true },
    });
  }

  private async attempt(guildId: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.log.warn(
        { error: plainError(error), guildId },
        'nobody could be told here that a digest cannot be posted',
      );
      return false;
    }
  }
}
