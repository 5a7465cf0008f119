/** Commands of an application, kept as Discord answers them. */
import { type JsonObject, objects } from '../json.js';
import { publishCommands } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { CommandRecord } from '../state/records.js';
import type { State } from '../state/state.js';

const SUBCOMMANDS = [1, 2];

/** The command of the same name and type, which a creation replaces. */
export function commandWith(
  state: State,
  applicationId: string,
  guildId: string | undefined,
  body: JsonObject,
): CommandRecord | undefined {
  return state
    .commandsOf(applicationId, guildId)
    .find((command) => command.data.name === body.name && command.data.type === (body.type ?? 1));
}

export function writeCommand(
  sandbox: Sandbox,
  applicationId: string,
  guildId: string | undefined,
  body: JsonObject,
  existing: CommandRecord | undefined,
): CommandRecord {
  const command = putCommand(sandbox, applicationId, guildId, body, existing);
  publishCommands(sandbox, applicationId, guildId);
  return command;
}

function putCommand(
  sandbox: Sandbox,
  applicationId: string,
  guildId: string | undefined,
  body: JsonObject,
  existing: CommandRecord | undefined,
): CommandRecord {
  const id = existing?.id ?? sandbox.ids.next();
  const type = typeof body.type === 'number' ? body.type : 1;
  const command: CommandRecord = {
    id,
    applicationId,
    ...(guildId !== undefined && { guildId }),
    data: {
      id,
      application_id: applicationId,
      version: sandbox.ids.next(),
      default_member_permissions: permissionsText(body.default_member_permissions),
      type,
      name: String(body.name),
      name_localizations: body.name_localizations ?? null,
      description: type === 1 ? (body.description ?? '') : '',
      description_localizations: body.description_localizations ?? null,
      ...(guildId === undefined
        ? {
            dm_permission: body.dm_permission ?? true,
            contexts: body.contexts ?? null,
            integration_types: body.integration_types ?? [0],
          }
        : { guild_id: guildId }),
      ...(Array.isArray(body.options) && body.options.length > 0 && { options: storedOptions(body.options) }),
      nsfw: body.nsfw ?? false,
    },
  };
  sandbox.state.commands.set(id, command);
  sandbox.state.changed();
  return command;
}

/** Puts a whole list in place of another; commands that keep their name keep their id. */
export function replaceCommands(
  sandbox: Sandbox,
  applicationId: string,
  guildId: string | undefined,
  bodies: JsonObject[],
): CommandRecord[] {
  const { state } = sandbox;
  const before = state.commandsOf(applicationId, guildId);
  const written = bodies.map((body) =>
    putCommand(sandbox, applicationId, guildId, body, commandWith(state, applicationId, guildId, body)),
  );
  const kept = new Set(written.map((command) => command.id));
  for (const command of before) if (!kept.has(command.id)) state.commands.delete(command.id);
  state.changed();
  publishCommands(sandbox, applicationId, guildId);
  return written;
}

function permissionsText(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

/** Options as Discord gives them back: without what is only its default. */
function storedOptions(options: unknown): JsonObject[] {
  return objects(options).map((option) => {
    const kept: JsonObject = { ...option };
    if (option.required !== true) delete kept.required;
    if (option.autocomplete !== true) delete kept.autocomplete;
    for (const name of ['name_localizations', 'description_localizations'])
      if (kept[name] === null || kept[name] === undefined) delete kept[name];
    const nested = objects(option.options);
    delete kept.options;
    if (SUBCOMMANDS.includes(Number(option.type)) && nested.length > 0) kept.options = storedOptions(nested);
    if (objects(option.choices).length === 0) delete kept.choices;
    return kept;
  });
}
