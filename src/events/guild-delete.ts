/** The bot was removed from a guild: its data is stored for another 30 days. An outage isn't a removal. */
import { defineEvent } from './define.js';

export default defineEvent({
  name: 'guildDelete',
  async run({ services, allowedGuilds }, guild) {
    if (allowedGuilds && !allowedGuilds.has(guild.id)) return;
    await services.guilds.left(guild.id);
  },
});
