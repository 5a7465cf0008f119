/** Posts over REST by channel id, and finds a message again in its channel: Discord for the outbox. */
import {
  type APIChannel,
  type APIMessage,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type {
  FindOutcome,
  Marker,
  Messenger,
  OpenOutcome,
  Post,
  PostOutcome,
  Refusal,
} from '../outbox/delivery.js';
import { type Logger, plainError } from '../platform/logging.js';
import { directChannelWith, directRefusal } from './direct-messages.js';
import { isRefused } from './errors.js';
import { messageBody } from './message/message-body.js';
import { OwnMessages } from './own-messages.js';

/** Posting or searching, all attempts of a request together (ms): well below a claim's lease. */
const requestTimeoutMs = 45_000;

const refusals: Partial<Record<number | string, Refusal>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'channel-gone',
  [RESTJSONErrorCodes.UnknownGuild]: 'channel-gone',
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType]: 'channel-gone',
  [RESTJSONErrorCodes.MissingAccess]: 'no-access',
  [RESTJSONErrorCodes.MissingPermissions]: 'no-permission',
  [RESTJSONErrorCodes.ThreadLocked]: 'no-permission',
};

export class DiscordMessenger implements Messenger {
  private readonly ownMessages: OwnMessages;

  constructor(
    private readonly client: Pick<Client, 'guilds'> & { rest: Pick<REST, 'get' | 'post'> },
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.ownMessages = new OwnMessages(client.rest);
  }

  async openDirect(userId: string): Promise<OpenOutcome> {
    try {
      const signal = AbortSignal.timeout(requestTimeoutMs);
      return { outcome: 'open', channelId: await directChannelWith(this.client.rest, userId, signal) };
    } catch (error) {
      return this.outcomeOf(error, 'a direct channel could not be opened');
    }
  }

  async post({ channelId, nonce, view, componentId }: Post): Promise<PostOutcome> {
    try {
      const { body, files } = messageBody(view);
      const [first, ...others] = body.components ?? [];
      const components = first && [{ ...first, id: componentId }, ...others];
      const message = (await this.client.rest.post(Routes.channelMessages(channelId), {
        body: { ...body, components, nonce, enforce_nonce: true },
        files,
        signal: AbortSignal.timeout(requestTimeoutMs),
      })) as APIMessage;
      return { outcome: 'posted', messageId: message.id };
    } catch (error) {
      return this.outcomeOf(error, 'a message could not be posted', channelId);
    }
  }

  async find(
    { guildId, channelId }: { guildId: string; channelId: string },
    marker: Marker,
    since: Date,
  ): Promise<FindOutcome> {
    try {
      const signal = AbortSignal.timeout(requestTimeoutMs);
      const search = await this.ownMessages.find(channelId, marker, since, signal);
      switch (search.result) {
        case 'found':
          return { outcome: 'found', messageId: search.messageId };
        case 'absent':
          return { outcome: 'absent' };
        case 'too-long':
          return { outcome: 'unknown' };
        case 'empty':
          // Without the permission Discord gives an empty history instead of a refusal.
          return (await this.mayReadHistory(guildId, channelId))
            ? { outcome: 'absent' }
            : { outcome: 'refused', reason: 'no-history' };
      }
    } catch (error) {
      const refused = this.outcomeOf(error, 'a channel could not be searched', channelId);
      if (refused.outcome === 'unknown') return refused;
      const { reason } = refused;
      return { outcome: 'refused', reason: reason === 'closed' || reason === 'gone' ? 'refused' : reason };
    }
  }

  private async mayReadHistory(guildId: string, channelId: string): Promise<boolean> {
    const { guilds, rest } = this.client;
    const known = guilds.cache.get(guildId)?.channels.cache.has(channelId);
    if (!known) {
      const channel = (await rest.get(Routes.channel(channelId))) as APIChannel;
      if (channel.type === ChannelType.DM) return true;
    }
    const guild = guilds.cache.get(guildId) ?? (await guilds.fetch(guildId));
    const channel = guild.channels.cache.get(channelId) ?? (await guild.channels.fetch(channelId));
    const me = guild.members.me ?? (await guild.members.fetchMe());
    return channel?.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory) ?? false;
  }

  /** After a refusal nothing was done; after any other error the result is unknown. */
  private outcomeOf(error: unknown, what: string, channelId?: string) {
    const outcome = isRefused(error)
      ? ({
          outcome: 'refused',
          reason: directRefusal(error) ?? refusals[error.code] ?? 'refused',
        } as const)
      : ({ outcome: 'unknown' } as const);
    const isExpected = outcome.outcome === 'refused' && ['closed', 'gone'].includes(outcome.reason);
    if (!isExpected) this.log.warn({ error: plainError(error), channelId, ...outcome }, what);
    return outcome;
  }
}
