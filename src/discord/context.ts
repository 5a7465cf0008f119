/** What a handler knows of an interaction: who acts, where, in which language, under which settings. */
import { type Interaction, PermissionFlagsBits } from 'discord.js';
import { catalogueFor } from '../locales/catalogue.js';
import { displayNameOf } from '../services/display-name.js';
import type { GuildSettings } from '../services/guild-service.js';
import type { Services } from '../services/services.js';
import { UserError } from '../services/user-error.js';
import type { Actor, Context } from './define.js';
import { cohortChannelOf } from './guild-channels.js';

/**
 * `aboutGuildId` is the guild that something used in a direct message is about.
 * @throws UserError `guild-only` in a DM without it, `guild-not-served` outside the allowed guilds
 */
export async function contextOf(
  interaction: Interaction,
  services: Services,
  allowedGuilds: ReadonlySet<string> | undefined,
  aboutGuildId?: string,
): Promise<Context> {
  const { channelId, client } = interaction;
  const guildId = interaction.guildId ?? aboutGuildId;
  if (!guildId || !channelId) throw new UserError('guild-only', {});
  if (allowedGuilds && !allowedGuilds.has(guildId)) throw new UserError('guild-not-served', {});
  const settings = await services.guilds.settings(guildId);
  return {
    guildId,
    channelId,
    cohortChannelId: cohortChannelOf(client, guildId, settings) ?? channelId,
    actor: actorOf(interaction, settings),
    settings,
    words: catalogueFor(settings.language),
    services,
  };
}

function actorOf(interaction: Interaction, { moderatorRoleId }: GuildSettings): Actor {
  const { user, member, memberPermissions } = interaction;
  const roleIds = rolesOf(member);
  const isManager = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    id: user.id,
    displayName: displayNameOf(user, member),
    isModerator: isManager || (moderatorRoleId !== null && roleIds.includes(moderatorRoleId)),
    isManager,
    roleIds,
    isBot: user.bot,
  };
}

function rolesOf(member: Interaction['member']): string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
