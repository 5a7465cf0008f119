/** What an event handler is: the name of a gateway event, and what happens when it arrives. */
import type { ClientEvents } from 'discord.js';
import type { Dispatcher } from '../discord/dispatch.js';
import type { GuildService } from '../features/guilds/index.js';
import type { Logger } from '../platform/logging.js';

export interface EventParts {
  dispatcher: Pick<Dispatcher, 'dispatch'>;
  services: { guilds: Pick<GuildService, 'joined' | 'left' | 'reconcile'> };
  log: Logger;
  allowedGuilds: ReadonlySet<string> | undefined;
}

export interface EventHandler<Name extends keyof ClientEvents = keyof ClientEvents> {
  name: Name;
  run(parts: EventParts, ...values: ClientEvents[Name]): Promise<void>;
}

/** Keeps the types of one event's values. */
export function defineEvent<Name extends keyof ClientEvents>(
  handler: EventHandler<Name>,
): EventHandler<Name> {
  return handler;
}
