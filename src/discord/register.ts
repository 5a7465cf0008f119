/** Registering the commands with Discord, only when what it has differs from what this version defines. */
import type { REST } from '@discordjs/rest';
import { type RESTGetAPIApplicationCommandsResult, Routes } from 'discord.js';
import type { Logger } from '../platform/logging.js';
import { rememberCommandIds } from '../services/command-ids.js';
import { type CommandBody, sameCommands } from './same-commands.js';

export { sameCommands } from './same-commands.js';

/** Anything with a builder's definition; commands are. */
export interface Registrable {
  data: { toJSON(): CommandBody };
}

export interface Registration {
  rest: Pick<REST, 'get' | 'put'>;
  applicationId: string;
  commands: readonly Registrable[];
  log: Pick<Logger, 'info'>;
}

/** Replaces the global commands when they differ; 200 creations a day are all that Discord allows. */
export async function registerCommands({
  rest,
  applicationId,
  commands,
  log,
}: Registration): Promise<'unchanged' | 'changed'> {
  const ours = definitionsOf(commands);
  const registered = await registeredCommands(rest, applicationId);
  if (sameCommands(registered, ours)) {
    rememberCommandIds(applicationId, registered);
    return 'unchanged';
  }
  const body = { body: ours };
  const route = Routes.applicationCommands(applicationId);
  rememberCommandIds(applicationId, (await rest.put(route, body)) as RESTGetAPIApplicationCommandsResult);
  log.info({ commands: ours.map(({ name }) => name) }, 'commands registered');
  return 'changed';
}

/** The global commands as Discord has them, translations included. */
export async function registeredCommands(
  rest: Pick<REST, 'get'>,
  applicationId: string,
): Promise<RESTGetAPIApplicationCommandsResult> {
  return (await rest.get(Routes.applicationCommands(applicationId), {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as RESTGetAPIApplicationCommandsResult;
}

export function definitionsOf(commands: readonly Registrable[]): CommandBody[] {
  return commands.map((command) => command.data.toJSON());
}
