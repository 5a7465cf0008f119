/** Application commands: for everyone and for one guild, and who may use them. */

import { commandWith, replaceCommands, writeCommand } from '../actions/commands.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { type JsonObject, objects } from '../json.js';
import { publishCommands } from '../publish.js';
import type { CommandRecord } from '../state/records.js';

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

const FIELDS = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'contexts',
  'integration_types',
  'nsfw',
  'type',
];
/** What a list of commands has of each, `id` included: one that keeps it is the same command. */
const LIST_FIELDS = [...FIELDS, 'id'];

export const commandRoutes: Route[] = [GLOBAL, GUILD].flatMap((base): Route[] => [
  {
    method: 'GET',
    template: base,
    query: ['with_localizations'],
    handler: (call) => {
      const { application, guildId } = scope(call);
      const isWhole = call.query.get('with_localizations') === 'true';
      const found = call.sandbox.state.commandsOf(application, guildId);
      return ok(found.map((one) => (isWhole ? one.data : withoutLocalizations(one.data))));
    },
  },
  {
    method: 'PUT',
    template: base,
    takes: LIST_FIELDS,
    handler: (call) => {
      const { application, guildId } = scope(call);
      return ok(replaceCommands(call.sandbox, application, guildId, call.list()).map(view));
    },
  },
  {
    method: 'POST',
    template: base,
    takes: FIELDS,
    handler: (call) => {
      const { application, guildId } = scope(call);
      const body = call.body();
      const existing = commandWith(call.sandbox.state, application, guildId, body);
      return ok(view(writeCommand(call.sandbox, application, guildId, body, existing)), existing ? 200 : 201);
    },
  },
  { method: 'GET', template: `${base}/{command_id}`, handler: (call) => ok(view(found(call))) },
  {
    method: 'PATCH',
    template: `${base}/{command_id}`,
    takes: FIELDS,
    handler: (call) => {
      const { application, guildId } = scope(call);
      const command = found(call);
      const body = call.body();
      return ok(
        view(writeCommand(call.sandbox, application, guildId, { ...definition(command), ...body }, command)),
      );
    },
  },
  {
    method: 'DELETE',
    template: `${base}/{command_id}`,
    handler: (call) => {
      const { application, guildId } = scope(call);
      call.sandbox.state.commands.delete(found(call).id);
      call.sandbox.state.changed();
      publishCommands(call.sandbox, application, guildId);
      return NO_CONTENT;
    },
  },
]);

commandRoutes.push(
  {
    method: 'GET',
    template: `${GUILD}/permissions`,
    handler: (call) => {
      const { application, guildId } = scope(call);
      const guild = call.sandbox.state.guilds.get(guildId ?? '');
      return ok(
        Object.entries(guild?.commandPermissions ?? {}).map(([id, permissions]) => ({
          id,
          application_id: application,
          guild_id: guildId,
          permissions,
        })),
      );
    },
  },
  {
    method: 'GET',
    template: `${GUILD}/{command_id}/permissions`,
    handler: (call) => {
      const { application, guildId } = scope(call);
      const id = call.param('command_id');
      const permissions = call.sandbox.state.guilds.get(guildId ?? '')?.commandPermissions[id];
      if (!permissions) throw refuse('unknownCommandPermissions');
      return ok({ id, application_id: application, guild_id: guildId, permissions });
    },
  },
);

function scope(call: Call): { application: string; guildId: string | undefined } {
  const application = call.application.id;
  if (call.param('application_id') !== application) throw refuse('unknownApplication');
  const guildId = call.params.guild_id;
  const guild = guildId === undefined ? undefined : call.sandbox.state.guilds.get(guildId);
  if (guildId !== undefined && !guild?.members[application]) throw refuse('missingAccess');
  return { application, guildId };
}

function found(call: Call): CommandRecord {
  const { application, guildId } = scope(call);
  const command = call.sandbox.state.commands.get(call.param('command_id'));
  if (!command || command.applicationId !== application || command.guildId !== guildId)
    throw refuse('unknownCommand');
  return command;
}

/** Lists leave translations out unless they are asked for. */
function withoutLocalizations(data: JsonObject): JsonObject {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = data;
  const shorten = (list: unknown) => objects(list).map(withoutLocalizations);
  return {
    ...rest,
    ...(Array.isArray(data.options) && { options: shorten(data.options) }),
    ...(Array.isArray(data.choices) && { choices: shorten(data.choices) }),
  };
}

function view(command: CommandRecord): JsonObject {
  return command.data;
}

/** What a PATCH is laid over: the command as it would be sent. */
function definition(command: CommandRecord): JsonObject {
  const { id, application_id, guild_id, version, ...rest } = command.data;
  return rest;
}
