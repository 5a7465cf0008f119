/** The bot was removed from a guild: its data are kept for a month. An outage of Discord's is no removal. */
import { defineEvent } from './define.js';

export default defineEvent({
  name: 'guildDelete',
  async run({ services, allowedGuilds }, guild) {
    if (allowedGuilds && !allowedGuilds.has(guild.id)) return;
    await services.guilds.left(guild.id);
  },
});
