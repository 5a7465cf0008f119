/** Posts digests over REST by channel id, and finds one again in its channel by the ids of its buttons. */
import { type APIMessage, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { routes } from '../components/routes.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { Painter } from '../services/painter.js';
import type { DigestPost, FindOutcome, PostOutcome, Publisher, Refusal } from '../services/publisher.js';
import { digestPicture } from '../views/digest-chart.js';
import { digestNudgeView } from '../views/digest-nudge-view.js';
import { digestView } from '../views/digest-view.js';
import { isRefused } from './errors.js';
import { messageBody } from './message-body.js';
import { OwnMessages } from './own-messages.js';

/** Posting or searching, all attempts together (ms): both less than a claim's lease, so that none is under way when it runs out. */
const patience = 45_000;

const refusals: Partial<Record<number | string, Refusal>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'channel-gone',
  [RESTJSONErrorCodes.UnknownGuild]: 'channel-gone',
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType]: 'channel-gone',
  [RESTJSONErrorCodes.MissingAccess]: 'no-access',
  [RESTJSONErrorCodes.MissingPermissions]: 'no-permission',
  [RESTJSONErrorCodes.ThreadLocked]: 'no-permission',
};

export class DigestPublisher implements Publisher {
  private readonly ownMessages: OwnMessages;

  constructor(
    private readonly rest: Pick<REST, 'get' | 'post'>,
    private readonly log: Pick<Logger, 'warn'>,
    private readonly painter: Painter,
  ) {
    this.ownMessages = new OwnMessages(rest);
  }

  async postDigest({
    channelId,
    nonce,
    content,
    language,
    isNudge,
    roleId,
  }: DigestPost): Promise<PostOutcome> {
    try {
      const words = catalogueFor(language);
      const view = isNudge
        ? digestNudgeView(words, content)
        : digestView(words, content, {
            roleId,
            isPosted: true,
            chart: await digestPicture(words, content, this.painter),
          });
      const { body, files } = messageBody(view);
      const message = (await this.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
        signal: AbortSignal.timeout(patience),
      })) as APIMessage;
      return { outcome: 'posted', messageId: message.id };
    } catch (error) {
      return this.outcomeOf(error, 'a digest could not be posted', channelId);
    }
  }

  async findDigest(channelId: string, periodEnd: Date): Promise<FindOutcome> {
    try {
      const customIds = [routes.digestMore.id({ periodEnd }), routes.digestShare.id({ periodEnd })];
      const signal = AbortSignal.timeout(patience);
      const messageId = await this.ownMessages.find(channelId, customIds, periodEnd, signal);
      return messageId ? { outcome: 'found', messageId } : { outcome: 'absent' };
    } catch (error) {
      return this.outcomeOf(error, 'a channel could not be searched for its digest', channelId);
    }
  }

  /** A refusal is Discord's word that nothing was done; after anything else nobody knows. */
  private outcomeOf(
    error: unknown,
    what: string,
    channelId: string,
  ): { outcome: 'refused'; reason: Refusal } | { outcome: 'unknown' } {
    const outcome = isRefused(error)
      ? ({ outcome: 'refused', reason: refusals[error.code] ?? 'refused' } as const)
      : ({ outcome: 'unknown' } as const);
    this.log.warn({ error: plainError(error), channelId, ...outcome }, what);
    return outcome;
  }
}
