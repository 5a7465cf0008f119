/** Tells those who follow the sandbox of a change, each as far as their person may see it. */

import type { TroubleView } from '../client/events.js';
import type { JsonObject } from './json.js';
import type { Sandbox } from './sandbox.js';
import type { ChannelRecord, GuildRecord, MessageRecord } from './state/records.js';
import { messageView } from './views/messages.js';
import { maySee, placeChannel, placeMember } from './views/person-view.js';

/** A message came, changed, or was reacted to. */
export function publishMessage(
  sandbox: Sandbox,
  type: 'message' | 'message-update' | 'reaction',
  channel: ChannelRecord,
  message: MessageRecord,
  facts: JsonObject = {},
): void {
  sandbox.feed.publish(type, (personId) => {
    if (!isFor(sandbox, personId, channel, message)) return undefined;
    return {
      ...placeOf(channel),
      ...(message.visibleTo && { visibleTo: message.visibleTo }),
      ...facts,
      message: messageView(sandbox.state, message, { userId: personId ?? '', content: true }),
    };
  });
}

/** A message is gone, for everyone or for the one who dismissed it. */
export function publishMessageDeleted(
  sandbox: Sandbox,
  channel: ChannelRecord,
  message: MessageRecord,
): void {
  sandbox.feed.publish('message-delete', (personId) => {
    if (!isFor(sandbox, personId, channel, message)) return undefined;
    return {
      ...placeOf(channel),
      messageId: message.id,
      ...(message.visibleTo && { visibleTo: message.visibleTo }),
    };
  });
}

export function publishTyping(sandbox: Sandbox, channel: ChannelRecord, userId: string): void {
  sandbox.feed.publish('typing', (personId) =>
    personId === undefined || maySee(sandbox, personId, channel)
      ? { ...placeOf(channel), userId }
      : undefined,
  );
}

/** A channel came, changed or went; who no longer sees it learns that much. */
export function publishChannel(sandbox: Sandbox, event: string, channel: ChannelRecord): void {
  const isGone = event.endsWith('_DELETE');
  sandbox.feed.publish('channel', (personId) => {
    if (personId !== undefined && !isNear(sandbox, personId, channel)) return undefined;
    const isSeen = !isGone && (personId === undefined || maySee(sandbox, personId, channel));
    return {
      event,
      ...placeOf(channel),
      ...(isSeen && { channel: placeChannel(sandbox, channel, personId ?? '') }),
    };
  });
}

/** A member came, changed or went. */
export function publishMember(sandbox: Sandbox, guild: GuildRecord, userId: string): void {
  const member = guild.members[userId];
  sandbox.feed.publish('member', (personId) => {
    if (personId !== undefined && personId !== userId && !guild.members[personId]) return undefined;
    return { guildId: guild.id, userId, ...(member && { member: placeMember(sandbox.state, member) }) };
  });
}

/** The guild itself, its roles or its bots changed. */
export function publishGuild(sandbox: Sandbox, guild: GuildRecord): void {
  sandbox.feed.publish('guild', (personId) =>
    personId === undefined || guild.members[personId] ? { guildId: guild.id } : undefined,
  );
}

/** Commands, or who may use them, changed. */
export function publishCommands(sandbox: Sandbox, applicationId: string, guildId: string | undefined): void {
  sandbox.feed.publish('commands', () => ({ applicationId, ...(guildId && { guildId }) }));
}

/** What is out of order. */
export function publishTrouble(sandbox: Sandbox): void {
  sandbox.feed.publish('trouble', () => troubleView(sandbox));
}

export function troubleView({ trouble, gateway, switches }: Sandbox): TroubleView {
  return { rules: trouble.list(), deaf: gateway.deaf, switches: switches.list() };
}

function isFor(
  sandbox: Sandbox,
  personId: string | undefined,
  channel: ChannelRecord,
  message: MessageRecord,
): boolean {
  if (personId === undefined) return true;
  if (message.visibleTo !== undefined && message.visibleTo !== personId) return false;
  return maySee(sandbox, personId, channel);
}

function isNear(sandbox: Sandbox, personId: string, channel: ChannelRecord): boolean {
  if (channel.recipients) return channel.recipients.personId === personId;
  const guild = channel.guildId ? sandbox.state.guilds.get(channel.guildId) : undefined;
  return guild?.members[personId] !== undefined;
}

function placeOf(channel: ChannelRecord): { channelId: string; guildId?: string } {
  return { channelId: channel.id, ...(channel.guildId && { guildId: channel.guildId }) };
}
