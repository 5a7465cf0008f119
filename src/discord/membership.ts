/** Whether somebody is still a member of a guild, asked of Discord: leaving is not announced without a privileged intent. */
import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { isRefusal } from './errors.js';

/** @throws what Discord answers other than yes or no */
export async function isMember(rest: REST, guildId: string, userId: string): Promise<boolean> {
  try {
    await rest.get(Routes.guildMember(guildId, userId));
    return true;
  } catch (error) {
    if (isRefusal(error, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser)) return false;
    throw error;
  }
}
