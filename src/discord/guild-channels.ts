/** Which channel a guild's cards and digests go to. */
import { type APIChannel, ChannelType, type Client, type Guild, Routes } from 'discord.js';
import type { GuildSettings } from '../entities/guild.js';
import { isChannelTrouble } from './errors.js';

/** The name looked for while no channel is set; dashes and case are left out of the comparison. */
const customaryName = 'prodevprojectnexus';

interface NamedChannel {
  id: string;
  name?: string | null;
  type: ChannelType;
}

/** The channel set, else one named `prodevprojectnexus`; undefined when there is neither. */
export function cohortChannelOf(
  client: Client,
  guildId: string,
  settings: Pick<GuildSettings, 'channelId'>,
): string | undefined {
  return settings.channelId ?? client.guilds.cache.get(guildId)?.channels.cache.find(isCustomary)?.id;
}

/**
 * As `cohortChannelOf`, for guilds of other shards too: those are asked of Discord. A guild that shows the bot none has
 * none for it.
 */
export async function findCohortChannel(
  client: Client,
  guildId: string,
  settings: Pick<GuildSettings, 'channelId'>,
): Promise<string | undefined> {
  if (settings.channelId || client.guilds.cache.has(guildId))
    return cohortChannelOf(client, guildId, settings);
  try {
    const channels = (await client.rest.get(Routes.guildChannels(guildId))) as APIChannel[];
    return channels.find(isCustomary)?.id;
  } catch (error) {
    if (isChannelTrouble(error)) return undefined;
    throw error;
  }
}

function isCustomary({ name, type }: NamedChannel): boolean {
  const isWritable = type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
  return isWritable && name?.toLowerCase().replace(/[-_\s]/g, '') === customaryName;
}

/** The guild from the gateway's cache, or over REST when it is on another shard. */
export async function guildOf(client: Pick<Client, 'guilds'>, guildId: string): Promise<Guild> {
  return client.guilds.cache.get(guildId) ?? client.guilds.fetch(guildId);
}
