/** Sends digests to subscribers by direct message, and finds one again in its channel. */
import { type REST, Routes } from 'discord.js';
import { routes } from '../components/routes.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { Painter } from '../services/painter.js';
import type { DigestMail, MailPublisher, MailRefusal } from '../services/publisher.js';
import { digestPicture } from '../views/digest-chart.js';
import { digestMailView } from '../views/digest-mail-view.js';
import { directChannelWith, directRefusal } from './direct-messages.js';
import { isMember } from './membership.js';
import { messageBody } from './message-body.js';
import { OwnMessages } from './own-messages.js';

/** One request, all attempts together (ms): well below a claim's lease. */
const patience = 30_000;

type Refused = { outcome: 'refused'; reason: MailRefusal };

export class DigestMailPublisher implements MailPublisher {
  private readonly ownMessages: OwnMessages;

  constructor(
    private readonly rest: REST,
    private readonly log: Pick<Logger, 'warn'>,
    private readonly painter: Painter,
  ) {
    this.ownMessages = new OwnMessages(rest);
  }

  async isMember(guildId: string, userId: string): Promise<boolean | undefined> {
    return isMember(this.rest, guildId, userId).catch((error: unknown) => {
      this.log.warn({ error: plainError(error), guildId }, 'a subscriber could not be looked up');
      return undefined;
    });
  }

  async openDirectChannel(userId: string) {
    try {
      const channelId = await directChannelWith(this.rest, userId, AbortSignal.timeout(patience));
      return { outcome: 'open', channelId } as const;
    } catch (error) {
      return this.outcomeOf(error, 'a direct channel could not be opened');
    }
  }

  async mailDigest({ channelId, nonce, content, language, message }: DigestMail) {
    try {
      const words = catalogueFor(language);
      const chart = await digestPicture(words, content, this.painter);
      const { body, files } = messageBody(digestMailView(words, content, message, chart));
      await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
        signal: AbortSignal.timeout(patience),
      });
      return { outcome: 'posted' } as const;
    } catch (error) {
      return this.outcomeOf(error, 'a digest could not be sent to a subscriber');
    }
  }

  async findMail(
    channelId: string,
    guildId: string,
    periodEnd: Date,
  ): Promise<'found' | 'absent' | 'unknown'> {
    try {
      const customId = routes.digestUnsubscribe.id({ guildId, periodEnd });
      const signal = AbortSignal.timeout(patience);
      const found = await this.ownMessages.find(channelId, [customId], periodEnd, signal);
      return found ? 'found' : 'absent';
    } catch (error) {
      this.log.warn({ error: plainError(error) }, 'a direct channel could not be searched for its digest');
      return 'unknown';
    }
  }

  private outcomeOf(error: unknown, what: string): Refused | { outcome: 'unknown' } {
    const reason = directRefusal(error);
    if (reason !== 'closed' && reason !== 'gone') this.log.warn({ error: plainError(error) }, what);
    return reason ? { outcome: 'refused', reason } : { outcome: 'unknown' };
  }
}
