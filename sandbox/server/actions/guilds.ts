/** Bots and people who join and leave guilds, and roles, with the gateway's events. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { refuse } from '../http/errors.js';
import { publishGuild, publishMember } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { EventName } from '../served/events.js';
import type { ApplicationRecord, GuildRecord, MemberRecord, RoleRecord } from '../state/records.js';
import { memberView, roleView, userView } from '../views/people.js';
import { guildView } from '../views/places.js';
import { addBot, buildGuild, buildMember } from '../world/build.js';
import type { WorldGuild, WorldMember } from '../world/world.js';

/** A new guild; bots that belong to it at once hear of it. */
export function createGuild(sandbox: Sandbox, definition: WorldGuild): GuildRecord {
  const guild = buildGuild(sandbox, definition);
  changed(sandbox, guild);
  for (const application of sandbox.state.applications.values())
    if (guild.members[application.id]) sandbox.gateway.guildJoined(guild, application);
  return guild;
}

/** Tells of changes already made to a guild itself. */
export function guildChanged(sandbox: Sandbox, guild: GuildRecord): void {
  changed(sandbox, guild);
  sandbox.gateway.emit({
    name: 'GUILD_UPDATE',
    intent: GatewayIntentBits.Guilds,
    guildId: guild.id,
    data: () => guildView(sandbox.state, guild),
  });
}

export function joinGuild(
  sandbox: Sandbox,
  guild: GuildRecord,
  application: ApplicationRecord,
  permissions?: string[],
): void {
  if (guild.members[application.id]) return;
  const member = addBot(sandbox, guild, application, permissions);
  changed(sandbox, guild);
  sandbox.gateway.guildJoined(guild, application);
  dispatchMember(sandbox, 'GUILD_MEMBER_ADD', guild, member);
}

/** The bot leaves or is removed: its role, commands and overwrites of the guild go with it. */
export function leaveGuild(sandbox: Sandbox, guild: GuildRecord, application: ApplicationRecord): void {
  sandbox.gateway.emit({
    name: 'GUILD_DELETE',
    intent: GatewayIntentBits.Guilds,
    guildId: guild.id,
    only: (one) => one.id === application.id,
    data: () => ({ id: guild.id }),
  });
  for (const command of sandbox.state.commandsOf(application.id, guild.id))
    sandbox.state.commands.delete(command.id);
  guild.roles = guild.roles.filter((role) => role.botId !== application.id);
  removeMember(sandbox, guild, application.id);
  publishGuild(sandbox, guild);
}

export function addMember(sandbox: Sandbox, guild: GuildRecord, definition: WorldMember): MemberRecord {
  const member = buildMember(sandbox, guild, definition);
  if (guild.bans[member.userId]) {
    delete guild.members[member.userId];
    throw refuse('bannedUser');
  }
  memberMoved(sandbox, guild, member.userId);
  dispatchMember(sandbox, 'GUILD_MEMBER_ADD', guild, member);
  return member;
}

export function removeMember(sandbox: Sandbox, guild: GuildRecord, userId: string): void {
  delete guild.members[userId];
  memberMoved(sandbox, guild, userId);
  sandbox.gateway.emit({
    name: 'GUILD_MEMBER_REMOVE',
    intent: GatewayIntentBits.GuildMembers,
    guildId: guild.id,
    data: () => ({ guild_id: guild.id, user: userView(sandbox.state, userId) }),
  });
}

/** Tells of changes already made to a member; a bot hears of its own without any intent for members. */
export function memberChanged(sandbox: Sandbox, guild: GuildRecord, member: MemberRecord): void {
  memberMoved(sandbox, guild, member.userId);
  dispatchMember(sandbox, 'GUILD_MEMBER_UPDATE', guild, member);
}

/** Tells of a role that was made, changed or deleted. */
export function roleChanged(
  sandbox: Sandbox,
  guild: GuildRecord,
  role: RoleRecord,
  how: 'CREATE' | 'UPDATE' | 'DELETE',
): void {
  changed(sandbox, guild);
  sandbox.gateway.emit({
    name: `GUILD_ROLE_${how}`,
    intent: GatewayIntentBits.Guilds,
    guildId: guild.id,
    data: () => ({
      guild_id: guild.id,
      ...(how === 'DELETE' ? { role_id: role.id } : { role: roleView(role) }),
    }),
  });
}

export function deleteRole(sandbox: Sandbox, guild: GuildRecord, role: RoleRecord): void {
  guild.roles = guild.roles.filter((one) => one !== role);
  for (const member of Object.values(guild.members))
    member.roles = member.roles.filter((one) => one !== role.id);
  roleChanged(sandbox, guild, role, 'DELETE');
}

function dispatchMember(sandbox: Sandbox, name: EventName, guild: GuildRecord, member: MemberRecord): void {
  const own = sandbox.state.applications.has(member.userId) && name === 'GUILD_MEMBER_UPDATE';
  sandbox.gateway.emit({
    name,
    intent: own ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers,
    guildId: guild.id,
    data: () => ({ guild_id: guild.id, ...memberView(sandbox.state, member) }),
  });
}

function changed(sandbox: Sandbox, guild: GuildRecord): void {
  sandbox.state.changed();
  publishGuild(sandbox, guild);
}

function memberMoved(sandbox: Sandbox, guild: GuildRecord, userId: string): void {
  sandbox.state.changed();
  publishMember(sandbox, guild, userId);
}
