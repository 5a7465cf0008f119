/** Registering the commands with Discord, only when what it has differs from what this version defines. */
import type { REST } from '@discordjs/rest';
import { ApplicationIntegrationType, type RESTGetAPIApplicationCommandsResult, Routes } from 'discord.js';
import { rememberCommandIds } from '../platform/command-ids.js';
import { type Logger, plainError } from '../platform/logging.js';
import { pause, within } from '../platform/waiting.js';
import { localized } from './localized.js';
import { type CommandBody, sameCommands } from './same-commands.js';

export { sameCommands } from './same-commands.js';

/** Commands exist only in servers that the bot is in, not as a user app. */
const forGuilds = [ApplicationIntegrationType.GuildInstall];

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

/** How long (ms) a start waits for the registration, and the pauses between two tries. */
const startWaitsMs = 5_000;
const firstPauseMs = 5_000;
const longestPauseMs = 10 * 60_000;

export interface Registering {
  /** The state after a moment: `pending` while Discord hasn't accepted them. */
  first: Promise<'unchanged' | 'changed' | 'pending'>;
  stop(): void;
}

/** Registers in the background, trying again with growing pauses: members can use what was registered before. */
export function keepRegistered(
  registration: Registration & { log: Pick<Logger, 'info' | 'warn'>; signal: AbortSignal },
  wait: typeof pause = pause,
): Registering {
  const stopping = new AbortController();
  const signal = AbortSignal.any([registration.signal, stopping.signal]);
  const attempt = () => registerCommands(registration);
  const first = attempt().catch((error: unknown) => {
    void again(error);
    return 'pending' as const;
  });
  const again = async (reason: unknown): Promise<void> => {
    let error = reason;
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      registration.log.warn(
        { error: plainError(error), waitMs: pauseMs },
        'the commands could not be registered; trying again',
      );
      await wait(pauseMs, signal);
      if (signal.aborted) return;
      try {
        await attempt();
        return;
      } catch (next) {
        error = next;
      }
    }
  };
  return {
    first: within(startWaitsMs, first, () => 'pending' as const),
    stop: () => stopping.abort(),
  };
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

/** What Discord gets, translations included. */
export function definitionsOf(commands: readonly Registrable[]): CommandBody[] {
  return commands.map((command) => ({
    ...localized(command.data.toJSON()),
    integration_types: forGuilds,
  }));
}
