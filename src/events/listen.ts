/** The gateway events that the bot handles. */
import type { Client, ClientEvents } from 'discord.js';
import { plainError } from '../platform/logging.js';
import { levelOf } from '../platform/outside-cause.js';
import type { EventHandler, EventParts } from './define.js';
import guildCreate from './guild-create.js';
import guildDelete from './guild-delete.js';
import interactionCreate from './interaction-create.js';
import { listenToShards } from './shard-ready.js';

const events = [interactionCreate, guildCreate, guildDelete] as const;

/** Starts handling all of them. A handler that fails is logged; it never ends the process. */
export function listen(client: Client, parts: EventParts): void {
  for (const event of events) listenTo(client, event, parts);
  listenToShards(client, parts);
}

function listenTo<Name extends keyof ClientEvents>(
  client: Client,
  event: EventHandler<Name>,
  parts: EventParts,
): void {
  client.on(event.name, (...values) => {
    event
      .run(parts, ...values)
      .catch((error: unknown) =>
        parts.log[levelOf(error)]({ event: event.name, error: plainError(error) }, 'event failed'),
      );
  });
}
