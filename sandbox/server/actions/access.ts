/** Who may reach what: channels, guilds and members as an application asks for them, or refusals. */
import { refuse } from '../http/errors.js';
import { channelPermissions, guildPermissions, Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, GuildRecord, MemberRecord, MessageRecord } from '../state/records.js';

/** Permissions of a user in a channel; none for someone who isn't a member. Direct messages allow the usual. */
export function permissionsIn(sandbox: Sandbox, userId: string, channel: ChannelRecord): bigint {
  const { state, clock } = sandbox;
  if (channel.recipients) {
    const { personId, botId } = channel.recipients;
    return userId === personId || userId === botId ? DIRECT : 0n;
  }
  const guild = channel.guildId ? state.guilds.get(channel.guildId) : undefined;
  const member = guild?.members[userId];
  return guild && member ? channelPermissions(state, guild, member, channel, clock.now()) : 0n;
}

const DIRECT =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.UseExternalEmojis |
  Permission.MentionEveryone |
  Permission.UseApplicationCommands;

/** A channel the user can see and has these permissions in; otherwise 10003, 50001 or 50013. */
export function requireChannel(
  sandbox: Sandbox,
  userId: string,
  channelId: string,
  ...needed: bigint[]
): ChannelRecord {
  const channel = sandbox.state.channels.get(channelId);
  if (!channel) throw refuse('unknownChannel');
  requirePermissions(sandbox, userId, channel, ...needed);
  return channel;
}

export function requirePermissions(
  sandbox: Sandbox,
  userId: string,
  channel: ChannelRecord,
  ...needed: bigint[]
): void {
  const has = permissionsIn(sandbox, userId, channel);
  if ((has & Permission.ViewChannel) === 0n) throw refuse('missingAccess');
  for (const permission of needed) if ((has & permission) === 0n) throw refuse('missingPermissions');
}

/** A guild the user is a member of and has these permissions in. */
export function requireGuild(
  sandbox: Sandbox,
  userId: string,
  guildId: string,
  ...needed: bigint[]
): { guild: GuildRecord; member: MemberRecord } {
  const guild = sandbox.state.guilds.get(guildId);
  const member = guild?.members[userId];
  if (!guild || !member) throw refuse('unknownGuild');
  const has = guildPermissions(guild, member);
  for (const permission of needed) if ((has & permission) === 0n) throw refuse('missingPermissions');
  return { guild, member };
}

/** A message of a channel that is not someone's ephemeral one; otherwise 10008. */
export function requireMessage(sandbox: Sandbox, channel: ChannelRecord, messageId: string): MessageRecord {
  const message = sandbox.state.messages.get(messageId);
  if (!message || message.channelId !== channel.id || message.visibleTo) throw refuse('unknownMessage');
  return message;
}

/** The permission that posting in this channel takes. */
export function sendingIn(channel: ChannelRecord): bigint {
  return channel.thread ? Permission.SendMessagesInThreads : Permission.SendMessages;
}
