/** Which channel a guild's cards and digests go to. */
import { ChannelType, type Client, type Guild } from 'discord.js';
import type { GuildSettings } from '../services/guild-service.js';

/** The name looked for while no channel is set; dashes and case are left out of the comparison. */
const defaultName = 'prodevprojectnexus';

const writable: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** The channel set, else one named `prodevprojectnexus`; undefined when there is neither. */
export function cohortChannelOf(
  client: Client,
  guildId: string,
  settings: Pick<GuildSettings, 'channelId'>,
): string | undefined {
  return settings.channelId ?? namedChannel(client.guilds.cache.get(guildId))?.id;
}

function namedChannel(guild: Guild | undefined) {
  return guild?.channels.cache.find(
    (channel) =>
      writable.includes(channel.type) && channel.name.toLowerCase().replace(/[-_\s]/g, '') === defaultName,
  );
}
