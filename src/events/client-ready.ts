/** The bot is connected: it takes note of joins and departures it missed, and leaves guilds it does not serve. */
import { defineEvent } from './define.js';
import { leave } from './guild-create.js';

export default defineEvent({
  name: 'clientReady',
  async run({ services, log, allowedGuilds }, client) {
    const guilds = [...client.guilds.cache.values()];
    const served = guilds.filter(({ id }) => !allowedGuilds || allowedGuilds.has(id));
    const { shards, shardCount } = client.options;
    const ids = Array.isArray(shards) ? shards : [0];
    await services.guilds.reconcile(
      served.map(({ id }) => id),
      { count: shardCount ?? 1, ids },
    );
    for (const guild of guilds) if (!served.includes(guild)) await leave(guild, log);
  },
});
