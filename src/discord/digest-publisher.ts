/** Posts digests over REST by channel id, and finds one again in its channel by the ids of its buttons. */
import { type APIMessage, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { routes } from '../components/routes.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { DigestPost, FindOutcome, PostOutcome, Publisher, Refusal } from '../services/publisher.js';
import { digestView } from '../views/digest-view.js';
import { isRefused } from './errors.js';
import { messageBody } from './message-body.js';

/** Posting or searching, all attempts together (ms): both less than a claim's lease, so that none is under way when it runs out. */
const patience = 45_000;

/** Messages read at once, the most that Discord gives, and how many times. */
const historyPage = 100;
const historyPages = 10;

const refusals: Partial<Record<number | string, Refusal>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'channel-gone',
  [RESTJSONErrorCodes.UnknownGuild]: 'channel-gone',
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType]: 'channel-gone',
  [RESTJSONErrorCodes.MissingAccess]: 'no-access',
  [RESTJSONErrorCodes.MissingPermissions]: 'no-permission',
  [RESTJSONErrorCodes.ThreadLocked]: 'no-permission',
};

export class DigestPublisher implements Publisher {
  private ownId: Promise<string> | undefined;

  constructor(
    private readonly rest: Pick<REST, 'get' | 'post'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async postDigest({ channelId, nonce, content, language }: DigestPost): Promise<PostOutcome> {
    try {
      const { body, files } = messageBody(digestView(catalogueFor(language), content));
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

  /**
   * Reads the channel from its newest message back to the period's end, a thousand messages at most. The newest
   * hundred are looked at whatever their time: Discord's clock need not be ours.
   */
  async findDigest(channelId: string, periodEnd: Date): Promise<FindOutcome> {
    try {
      const signal = AbortSignal.timeout(patience);
      const ownId = await this.ownUserId();
      const wanted = routes.digestMore.id({ periodEnd });
      let before: string | undefined;
      for (let page = 0; page < historyPages; page += 1) {
        const messages = await this.messagesBefore(channelId, before, signal);
        const found = messages.find(
          ({ author, components }) => author.id === ownId && holds(components, wanted),
        );
        if (found) return { outcome: 'found', messageId: found.id };
        const oldest = messages.at(-1);
        if (!oldest || messages.length < historyPage || new Date(oldest.timestamp) < periodEnd) break;
        before = oldest.id;
      }
      return { outcome: 'absent' };
    } catch (error) {
      return this.outcomeOf(error, 'a channel could not be searched for its digest', channelId);
    }
  }

  private async messagesBefore(
    channelId: string,
    before: string | undefined,
    signal: AbortSignal,
  ): Promise<APIMessage[]> {
    const query = new URLSearchParams({ limit: String(historyPage), ...(before && { before }) });
    return (await this.rest.get(Routes.channelMessages(channelId), { query, signal })) as APIMessage[];
  }

  private async ownUserId(): Promise<string> {
    this.ownId ??= this.rest.get(Routes.user()).then((user) => (user as { id: string }).id);
    try {
      return await this.ownId;
    } catch (error) {
      this.ownId = undefined;
      throw error;
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

/** Whether a button with this id is among the components, at whatever depth. */
function holds(components: unknown, customId: string): boolean {
  if (Array.isArray(components)) return components.some((component) => holds(component, customId));
  if (typeof components !== 'object' || components === null) return false;
  const component = components as { custom_id?: unknown; components?: unknown };
  return component.custom_id === customId || holds(component.components, customId);
}
