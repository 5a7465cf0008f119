/** The world through the control API: guilds, channels, roles, members, bots. */

import { createRule, deleteRule } from '../actions/automod.js';
import { createChannel, deleteChannel, removeOverwrite, setOverwrite } from '../actions/channels.js';
import { createGuild, deleteRole, joinGuild, leaveGuild, roleChanged } from '../actions/guilds.js';
import { ControlError } from '../control-error.js';
import { type JsonObject, objects, strings, text } from '../json.js';
import { permissionBits } from '../permissions.js';
import { publishCommands } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { ApplicationRecord, ChannelRecord, GuildRecord } from '../state/records.js';
import { refusalOf } from '../validation/index.js';
import { buildRole, memberNamed, overwritesOf, roleNamed } from '../world/build.js';
import { findChannel, findRole } from '../world/find.js';
import type { WorldChannel, WorldGuild, WorldRole } from '../world/world.js';
import { type ControlCall, type ControlRoute, findBot, guildOf, guildView } from './call.js';

const GUILD = '/control/guilds/:guild';

export const worldRoutes: ControlRoute[] = [
  { method: 'GET', path: '/control/world', handler: ({ sandbox }) => worldView(sandbox) },
  {
    method: 'POST',
    path: '/control/guilds',
    handler: ({ sandbox, body }) => {
      const definition = { channels: [], members: [], ...body } as unknown as WorldGuild;
      return guildView(sandbox, createGuild(sandbox, definition));
    },
  },
  { method: 'GET', path: GUILD, handler: (call) => guildView(call.sandbox, guildOf(call)) },
  {
    method: 'POST',
    path: `${GUILD}/channels`,
    handler: (call) => createChannel(call.sandbox, guildOf(call), call.body as unknown as WorldChannel),
  },
  {
    method: 'DELETE',
    path: `${GUILD}/channels/:channel`,
    handler: (call) => {
      deleteChannel(call.sandbox, channelOf(call));
      return {};
    },
  },
  { method: 'PUT', path: `${GUILD}/channels/:channel/overwrites`, handler: overwrite },
  {
    method: 'POST',
    path: `${GUILD}/roles`,
    handler: (call) => {
      const guild = guildOf(call);
      const role = buildRole(call.sandbox, guild, call.body as unknown as WorldRole);
      guild.roles.push(role);
      roleChanged(call.sandbox, guild, role, 'CREATE');
      return role;
    },
  },
  {
    method: 'PUT',
    path: `${GUILD}/roles/:role`,
    handler: (call) => {
      const guild = guildOf(call);
      const role = findRole(call.sandbox.state, guild.id, call.params.role ?? '');
      if (Array.isArray(call.body.permissions))
        role.permissions = permissionBits(strings(call.body.permissions)).toString();
      role.name = text(call.body.name) ?? role.name;
      roleChanged(call.sandbox, guild, role, 'UPDATE');
      return role;
    },
  },
  {
    method: 'DELETE',
    path: `${GUILD}/roles/:role`,
    handler: (call) => {
      const guild = guildOf(call);
      deleteRole(call.sandbox, guild, findRole(call.sandbox.state, guild.id, call.params.role ?? ''));
      return {};
    },
  },
  {
    method: 'PUT',
    path: `${GUILD}/bots/:bot`,
    handler: (call) => {
      const permissions = Array.isArray(call.body.permissions) ? strings(call.body.permissions) : undefined;
      const guild = guildOf(call);
      joinGuild(call.sandbox, guild, findBot(call.sandbox, call.params.bot), permissions);
      return guildView(call.sandbox, guild);
    },
  },
  {
    method: 'DELETE',
    path: `${GUILD}/bots/:bot`,
    handler: (call) => {
      leaveGuild(call.sandbox, guildOf(call), findBot(call.sandbox, call.params.bot));
      return {};
    },
  },
  { method: 'PUT', path: `${GUILD}/command-permissions`, handler: setCommandPermissions },
  { method: 'PUT', path: `${GUILD}/auto-moderation`, handler: setAutoModeration },
];

/** Puts rules in place of those of the guild's AutoMod; each is checked as the body that would make it. */
function setAutoModeration(call: ControlCall) {
  const { sandbox, body } = call;
  const guild = guildOf(call);
  for (const rule of guild.autoModeration) deleteRule(sandbox, guild, rule);
  for (const rule of objects(body.rules)) {
    const route = '/guilds/{guild_id}/auto-moderation/rules';
    const refusal = refusalOf({ method: 'POST', route, body: rule });
    if (refusal) throw new ControlError('notAnAutoModRule', [JSON.stringify(refusal)]);
    createRule(sandbox, guild, guild.ownerId, rule);
  }
  return guild.autoModeration;
}

function channelOf(call: ControlCall): ChannelRecord {
  return findChannel(call.sandbox.state, guildOf(call).id, call.params.channel ?? '');
}

/** Sets an overwrite by names; one that neither allows nor denies anything is taken away. */
function overwrite(call: ControlCall) {
  const { sandbox, body } = call;
  const channel = channelOf(call);
  const wanted = {
    role: text(body.role),
    member: text(body.member),
    bot: text(body.bot),
    allow: strings(body.allow),
    deny: strings(body.deny),
  };
  for (const one of overwritesOf(sandbox.state, guildOf(call), wanted)) {
    if (one.allow === '0' && one.deny === '0') removeOverwrite(sandbox, channel, one.id);
    else setOverwrite(sandbox, channel, one);
  }
  return channel;
}

/** Overrides as the Integrations page of a guild sets them: for a command by name, or for all of a bot's. */
function setCommandPermissions(call: ControlCall) {
  const { sandbox, body } = call;
  const guild = guildOf(call);
  const bot = findBot(sandbox, text(body.bot));
  const id = body.command === undefined ? bot.id : commandId(sandbox, bot, guild, String(body.command));
  guild.commandPermissions[id] = objects(body.permissions).map((one) => {
    const permission = one.allow !== false;
    if (typeof one.role === 'string') return { id: roleNamed(guild, one.role).id, type: 1, permission };
    if (typeof one.member === 'string')
      return { id: memberNamed(sandbox.state, guild, one.member).userId, type: 2, permission };
    return { id: findChannel(sandbox.state, guild.id, String(one.channel)).id, type: 3, permission };
  });
  sandbox.state.changed();
  publishCommands(sandbox, bot.id, guild.id);
  const permissions = guild.commandPermissions[id];
  sandbox.gateway.emit({
    name: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
    intent: 0,
    guildId: guild.id,
    only: (application) => application.id === bot.id,
    data: () => ({ id, application_id: bot.id, guild_id: guild.id, permissions }),
  });
  return { id, permissions };
}

function commandId(sandbox: Sandbox, bot: ApplicationRecord, guild: GuildRecord, name: string): string {
  const all = [...sandbox.state.commandsOf(bot.id, guild.id), ...sandbox.state.commandsOf(bot.id, undefined)];
  const found = all.find((command) => command.data.name === name);
  if (!found) throw new ControlError('noCommand', [name], 404);
  return found.id;
}

function worldView(sandbox: Sandbox): JsonObject {
  const { state } = sandbox;
  return {
    guilds: [...state.guilds.values()].map((guild) => guildView(sandbox, guild)),
    users: [...state.users.values()].filter((user) => !user.bot),
    bots: [...state.applications.values()].map(({ id, name, privilegedIntents }) => ({
      id,
      name,
      privilegedIntents,
      connected: sandbox.gateway.isConnected(id),
    })),
  };
}
