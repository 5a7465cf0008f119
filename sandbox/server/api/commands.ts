/** Application commands: for everyone and for one guild, and who may use them. */
import { commandWith, replaceCommands, writeCommand } from '../actions/commands.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { CommandRecord, JsonObject } from '../state/records.js';
import { tellCommands } from '../tell.js';
import type { Route } from './routes.js';

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

export const commandRoutes: Route[] = [GLOBAL, GUILD].flatMap((base): Route[] => [
  {
    method: 'GET',
    template: base,
    handler: (call) => {
      const { application, guildId } = scope(call);
      return ok(call.sandbox.state.commandsOf(application, guildId).map(view));
    },
  },
  {
    method: 'PUT',
    template: base,
    handler: (call) => {
      const { application, guildId } = scope(call);
      return ok(replaceCommands(call.sandbox, application, guildId, call.list()).map(view));
    },
  },
  {
    method: 'POST',
    template: base,
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
      tellCommands(call.sandbox, application, guildId);
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

function view(command: CommandRecord): JsonObject {
  return command.data;
}

/** What a PATCH is laid over: the command as it would be sent. */
function definition(command: CommandRecord): JsonObject {
  const { id, application_id, guild_id, version, ...rest } = command.data;
  return rest;
}
