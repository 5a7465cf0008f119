/** Turns a written world into records: names become ids, permission names become bits. */
import type { Clock } from '../clock.js';
import { ControlError } from '../control-error.js';
import { INVITED_BOT_PERMISSIONS, ORDINARY_PERMISSIONS, permissionBits } from '../permissions.js';
import type { Snowflakes } from '../snowflake.js';
import {
  type ApplicationRecord,
  type ChannelRecord,
  ChannelTypes,
  type GuildRecord,
  type MemberRecord,
  type Overwrite,
  type RoleRecord,
  type UserRecord,
} from '../state/records.js';
import type { State } from '../state/state.js';
import type {
  World,
  WorldChannel,
  WorldGuild,
  WorldMember,
  WorldOverwrite,
  WorldRole,
  WorldUser,
} from './world.js';

/** What building needs: where records go, and what gives them ids and times. */
export interface WorldContext {
  state: State;
  ids: Snowflakes;
  clock: Clock;
}

export function buildWorld(context: WorldContext, world: World): void {
  for (const user of world.users ?? []) buildUser(context, user);
  for (const guild of world.guilds) buildGuild(context, guild);
}

/** Adds a guild with all it holds; bots join it unless the definition says otherwise. */
export function buildGuild(context: WorldContext, definition: WorldGuild): GuildRecord {
  const { state } = context;
  const id = newId(context, definition.id, (taken) => state.guilds.has(taken));
  const guild: GuildRecord = {
    id,
    name: definition.name,
    description: definition.description ?? null,
    ownerId: '0',
    locale: definition.locale ?? 'en-US',
    roles: [],
    members: {},
    commandPermissions: {},
    autoModeration: [],
    emojis: (definition.emojis ?? []).map((name) => ({
      id: context.ids.next(),
      name,
      animated: false,
      creatorId: '0',
      roles: [],
    })),
    bans: {},
    auditLog: [],
    events: [],
    settings: {},
  };
  state.guilds.set(id, guild);
  const everyone = { id, name: '@everyone', permissions: definition.everyone ?? ORDINARY_PERMISSIONS };
  guild.roles.push(buildRole(context, guild, everyone));
  for (const role of definition.roles ?? []) guild.roles.push(buildRole(context, guild, role));
  for (const member of definition.members) buildMember(context, guild, member);
  const owner = definition.owner
    ? memberNamed(state, guild, definition.owner)
    : Object.values(guild.members)[0];
  if (owner) guild.ownerId = owner.userId;
  if (definition.bots !== false)
    for (const application of state.applications.values())
      addBot(context, guild, application, definition.botPermissions, definition.botRoles);
  for (const channel of definition.channels) buildChannel(context, guild, channel);
  return guild;
}

export function buildUser(context: WorldContext, definition: WorldUser): UserRecord {
  const { state } = context;
  const known =
    (definition.id && state.users.get(definition.id)) ||
    [...state.users.values()].find((user) => user.username === definition.name);
  if (known) return known;
  const user: UserRecord = {
    id: newId(context, definition.id, (taken) => state.users.has(taken)),
    username: definition.name,
    displayName: definition.displayName ?? null,
    bot: definition.bot ?? false,
    locale: definition.locale ?? 'en-US',
    closedDms: definition.closedDms ?? false,
    installs: (definition.installs ?? []).flatMap((name) => {
      const all = [...state.applications.values()];
      return all.find((one) => one.id === name || one.name === name)?.id ?? [];
    }),
  };
  state.users.set(user.id, user);
  return user;
}

export function buildMember(
  context: WorldContext,
  guild: GuildRecord,
  definition: WorldMember,
): MemberRecord {
  const user = buildUser(context, definition);
  const member: MemberRecord = {
    userId: user.id,
    nick: definition.nick ?? null,
    roles: (definition.roles ?? []).map((role) => roleNamed(guild, role).id),
    joinedAt: definition.joinedAt ?? new Date(context.clock.now()).toISOString(),
    timeoutUntil: null,
  };
  guild.members[user.id] = member;
  return member;
}

export function buildRole(context: WorldContext, guild: GuildRecord, definition: WorldRole): RoleRecord {
  return {
    id: newId(context, definition.id, (taken) => guild.roles.some((role) => role.id === taken)),
    name: definition.name,
    permissions: permissionBits(definition.permissions ?? []).toString(),
    color: definition.color ?? 0,
    hoist: definition.hoist ?? false,
    mentionable: definition.mentionable ?? false,
    managed: false,
    position: guild.roles.length,
  };
}

const TYPES = {
  text: ChannelTypes.text,
  announcement: ChannelTypes.announcement,
  category: ChannelTypes.category,
  forum: ChannelTypes.forum,
  voice: ChannelTypes.voice,
  stage: ChannelTypes.stage,
};

export function buildChannel(
  context: WorldContext,
  guild: GuildRecord,
  definition: WorldChannel,
): ChannelRecord {
  const { state } = context;
  const siblings = state.channelsOf(guild.id);
  const parent = definition.parent
    ? siblings.find((one) => one.id === definition.parent || one.name === definition.parent)
    : undefined;
  const channel: ChannelRecord = {
    id: newId(context, definition.id, (taken) => state.channels.has(taken)),
    type: TYPES[definition.type ?? 'text'],
    guildId: guild.id,
    name: definition.name,
    topic: definition.topic ?? null,
    parentId: parent?.id ?? null,
    position: siblings.length,
    nsfw: definition.nsfw ?? false,
    rateLimitPerUser: definition.rateLimitPerUser ?? 0,
    overwrites: (definition.overwrites ?? []).flatMap((one) => overwritesOf(state, guild, one)),
    lastMessageId: null,
    ...(definition.type === 'forum' && {
      forum: {
        tags: (definition.tags ?? []).map((name) => ({
          id: context.ids.next(),
          name,
          moderated: false,
          emoji_id: null,
          emoji_name: null,
        })),
        requiresTag: false,
        defaultReaction: null,
        defaultSortOrder: null,
        defaultLayout: 0,
      },
    }),
  };
  state.channels.set(channel.id, channel);
  return channel;
}

/** The overwrites a written one stands for: one, or one for each bot when it names `*`. */
export function overwritesOf(state: State, guild: GuildRecord, definition: WorldOverwrite): Overwrite[] {
  const bits = {
    allow: permissionBits(definition.allow ?? []).toString(),
    deny: permissionBits(definition.deny ?? []).toString(),
  };
  if (definition.role !== undefined) return [{ id: roleNamed(guild, definition.role).id, type: 0, ...bits }];
  if (definition.member !== undefined)
    return [{ id: memberNamed(state, guild, definition.member).userId, type: 1, ...bits }];
  return [...state.applications.values()]
    .filter((one) => definition.bot === '*' || one.name === definition.bot || one.id === definition.bot)
    .map((application) => ({ id: application.id, type: 1, ...bits }));
}

/** Makes a bot a member, with the managed role an invitation gives it. */
export function addBot(
  context: WorldContext,
  guild: GuildRecord,
  application: ApplicationRecord,
  permissions: string[] = INVITED_BOT_PERMISSIONS,
  place: 'bottom' | 'top' = 'bottom',
): MemberRecord {
  const role: RoleRecord = {
    ...buildRole(context, guild, { name: application.name, permissions }),
    managed: true,
    botId: application.id,
  };
  guild.roles.push(role);
  if (place === 'bottom') moveRole(guild, role, 1);
  const member: MemberRecord = {
    userId: application.id,
    nick: null,
    roles: [role.id],
    joinedAt: new Date(context.clock.now()).toISOString(),
    timeoutUntil: null,
  };
  guild.members[application.id] = member;
  return member;
}

/** Moves a role to a position; those at and above it move up, and positions stay without holes. */
export function moveRole(guild: GuildRecord, role: RoleRecord, position: number): void {
  const others = guild.roles.filter((one) => one !== role && one.id !== guild.id);
  others.sort((first, second) => first.position - second.position);
  others.splice(Math.max(0, position - 1), 0, role);
  for (const [index, one] of others.entries()) one.position = index + 1;
}

export function roleNamed(guild: GuildRecord, name: string): RoleRecord {
  const role = guild.roles.find((one) => one.id === name || one.name === name);
  if (!role) throw new ControlError('guildLacksRole', [guild.name, name]);
  return role;
}

export function memberNamed(state: State, guild: GuildRecord, name: string): MemberRecord {
  const direct = guild.members[name];
  if (direct) return direct;
  for (const member of Object.values(guild.members))
    if (state.users.get(member.userId)?.username === name) return member;
  throw new ControlError('guildLacksMember', [guild.name, name]);
}

function newId(context: WorldContext, wanted: string | undefined, taken: (id: string) => boolean): string {
  if (wanted === undefined) return context.ids.next();
  if (!/^\d{17,19}$/.test(wanted)) throw new ControlError('notAnId', [wanted]);
  if (taken(wanted)) throw new ControlError('idTwice', [wanted]);
  return wanted;
}
