/** The world as one person sees it: their guilds, channels and direct channels, and what they may do there. */
import type { PlaceBot, PlaceChannel, PlaceGuild, PlaceMember, PlacesView } from '../../client/places.js';
import { permissionsIn } from '../actions/access.js';
import { guildPermissions, Permission, permissionNames } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import {
  type ChannelRecord,
  ChannelTypes,
  type GuildRecord,
  type MemberRecord,
  type UserRecord,
} from '../state/records.js';
import type { State } from '../state/state.js';

export function placesView(sandbox: Sandbox, person: UserRecord): PlacesView {
  const { id, username, displayName, locale } = person;
  const guilds = [...sandbox.state.guilds.values()].filter((guild) => guild.members[id]);
  return {
    person: { id, username, displayName, locale },
    guilds: guilds.map((guild) => placeGuild(sandbox, guild, id)),
    bots: placeBots(sandbox, guilds, id),
  };
}

function placeGuild(sandbox: Sandbox, guild: GuildRecord, personId: string): PlaceGuild {
  const { state } = sandbox;
  const member = guild.members[personId];
  const seen = state
    .channelsOf(guild.id)
    .filter((channel) => maySee(sandbox, personId, channel) && !channel.thread?.archived);
  const parents = new Set(seen.map((channel) => channel.parentId));
  const channels = seen.filter((one) => one.type !== ChannelTypes.category || parents.has(one.id));
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    roles: [...guild.roles]
      .sort((first, second) => second.position - first.position)
      .map(({ id, name, color, hoist, position, mentionable, managed }) => ({
        id,
        name,
        color,
        hoist,
        position,
        mentionable,
        managed,
      })),
    members: Object.values(guild.members).map((one) => placeMember(state, one)),
    channels: channels.map((channel) => placeChannel(sandbox, channel, personId)),
    emojis: guild.emojis.map(({ id, name }) => ({ id, name })),
    permissions: member ? permissionNames(guildPermissions(guild, member)) : [],
  };
}

export function placeMember(state: State, member: MemberRecord): PlaceMember {
  const user = state.users.get(member.userId);
  const username = user?.username ?? 'Deleted User';
  const displayName = user?.displayName ?? null;
  return {
    userId: member.userId,
    name: member.nick ?? displayName ?? username,
    username,
    displayName,
    nick: member.nick,
    bot: user?.bot ?? false,
    roles: member.roles,
    timeoutUntil: member.timeoutUntil,
    joinedAt: member.joinedAt,
  };
}

/** A channel with what the person may do in it. */
export function placeChannel(sandbox: Sandbox, channel: ChannelRecord, personId: string): PlaceChannel {
  const has = permissionsIn(sandbox, personId, channel);
  const may = (permission: bigint) => (has & permission) !== 0n;
  const { id, guildId, name, type, topic, parentId, position, lastMessageId, thread, recipients } = channel;
  const isClosed = thread?.locked === true && !may(Permission.ManageThreads);
  return {
    id,
    ...(guildId && { guildId }),
    name,
    type,
    topic,
    parentId,
    position,
    lastMessageId,
    can: {
      send: !isClosed && may(thread ? Permission.SendMessagesInThreads : Permission.SendMessages),
      manageMessages: may(Permission.ManageMessages),
      addReactions: may(Permission.AddReactions),
      attachFiles: may(Permission.AttachFiles),
      useCommands: may(Permission.UseApplicationCommands),
      createThreads: !thread && !recipients && may(Permission.CreatePublicThreads),
    },
    ...(thread && {
      thread: {
        ownerId: thread.ownerId,
        archived: thread.archived,
        locked: thread.locked,
        messageCount: thread.messageCount,
        memberIds: thread.members.map((one) => one.userId),
        createdAt: thread.createTimestamp,
      },
    }),
    ...(channel.forum && { tags: channel.forum.tags.map(({ id, name }) => ({ id, name })) }),
    ...(recipients && { botId: recipients.botId }),
  };
}

function placeBots(sandbox: Sandbox, guilds: GuildRecord[], personId: string): PlaceBot[] {
  const { state, gateway } = sandbox;
  return [...state.applications.values()].flatMap(({ id, name }) => {
    const channel = state.directChannel(personId, id);
    if (!channel && !guilds.some((guild) => guild.members[id])) return [];
    const connected = gateway.isConnected(id);
    return [{ id, name, connected, ...(channel && { channel: placeChannel(sandbox, channel, personId) }) }];
  });
}

export function maySee(sandbox: Sandbox, personId: string, channel: ChannelRecord): boolean {
  return (permissionsIn(sandbox, personId, channel) & Permission.ViewChannel) !== 0n;
}
