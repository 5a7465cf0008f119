/** Who moderates a guild, asked of Discord: for members other than the one who acts. */
import { type Client, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import type { GuildSettings } from '../entities/guild.js';
import { isRefusal } from './errors.js';

/** Manage Server, or the moderator role of the settings; false for somebody who is not in the guild. */
export async function isModerator(
  client: Client,
  guildId: string,
  userId: string,
  { moderatorRoleId }: Pick<GuildSettings, 'moderatorRoleId'>,
): Promise<boolean> {
  const guild = client.guilds.cache.get(guildId) ?? (await client.guilds.fetch(guildId));
  try {
    const member = await guild.members.fetch({ user: userId, force: true, cache: false });
    const hasRole = moderatorRoleId !== null && member.roles.cache.has(moderatorRoleId);
    return hasRole || member.permissions.has(PermissionFlagsBits.ManageGuild);
  } catch (error) {
    if (isRefusal(error, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser)) return false;
    throw error;
  }
}
