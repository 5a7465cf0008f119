/** The bot was added to a guild: it stores the guild, or leaves when it doesn't serve it. */
import type { Guild } from 'discord.js';
import { catalogueFor } from '../locales/catalogue.js';
import type { Logger } from '../platform/logging.js';
import { defineEvent } from './define.js';

export default defineEvent({
  name: 'guildCreate',
  async run({ services, log, allowedGuilds }, guild) {
    if (allowedGuilds && !allowedGuilds.has(guild.id)) return leave(guild, log);
    await services.guilds.joined(guild.id);
  },
});

/** Leaves a guild that is not served, telling it why. */
export async function leave(guild: Guild, log: Logger): Promise<void> {
  log.warn({ guildId: guild.id }, 'left a guild that is not served');
  const words = catalogueFor(guild.preferredLocale);
  // Says why the bot leaves again; it leaves even if the channel is closed.
  await guild.systemChannel?.send(words.general.guildNotServed).catch(() => undefined);
  await guild.leave();
}
