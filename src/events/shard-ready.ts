/**
 * A shard has a new session: at the start, and after an outage that was too long to resume. The bot takes note of
 * guilds it joined and left meanwhile, of which no event comes, and leaves those that it doesn't serve.
 */
import { type Client, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';
import { plainError } from '../platform/logging.js';
import { levelOf } from '../platform/outside-cause.js';
import type { EventParts } from './define.js';
import { leave } from './guild-create.js';

/** Handles every session from now on. */
export function listenToShards(client: Client, parts: EventParts): void {
  const named = new Map<number, string[]>();
  client.ws.on(GatewayDispatchEvents.Ready, (data: GatewayReadyDispatchData, shardId: number) => {
    named.set(
      shardId,
      data.guilds.map(({ id }) => id),
    );
  });
  client.on('shardReady', (shardId) => {
    shardReady(client, parts, shardId, named.get(shardId) ?? []).catch((error: unknown) =>
      parts.log[levelOf(error)](
        { event: 'shardReady', shard: shardId, error: plainError(error) },
        'event failed',
      ),
    );
  });
}

async function shardReady(
  client: Client,
  { services, log, allowedGuilds }: EventParts,
  shardId: number,
  present: readonly string[],
): Promise<void> {
  const served = present.filter((id) => !allowedGuilds || allowedGuilds.has(id));
  await services.guilds.reconcile(served, { count: client.options.shardCount ?? 1, ids: [shardId] });
  for (const guild of [...client.guilds.cache.values()]) {
    if (guild.shardId !== shardId) continue;
    if (!present.includes(guild.id)) client.guilds.cache.delete(guild.id);
    else if (!served.includes(guild.id)) await leave(guild, log);
  }
}
