/** `/admin settings`: shows everything that is set here. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import type { BadgeRoleService } from '../../features/badges/index.js';
import type { DigestMailService, DigestService } from '../../features/digest/index.js';
import type { GuildService } from '../../features/guilds/index.js';
import { settingsView } from '../../features/setup/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('settings').setDescription(en.admin.commands.settings),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, cohortChannelId, words, services }) {
    const { recent } = await services.digests.status(guildId);
    // The digest changes its next instant by itself, so the cached one may be half a minute old.
    services.guilds.forget(guildId);
    const guild = await services.guilds.settings(guildId);
    const subscribers = await services.digestMail.subscribers(guildId);
    const badgeRoles = await services.badgeRoles.tied(guildId);
    const shown = { guild, cohortChannelId, recent, subscribers, badgeRoles };
    return { kind: 'message', view: settingsView(words, shown) };
  },
} satisfies Subcommand<{
  badgeRoles: Pick<BadgeRoleService, 'tied'>;
  digestMail: Pick<DigestMailService, 'subscribers'>;
  digests: Pick<DigestService, 'status'>;
  guilds: Pick<GuildService, 'forget' | 'settings'>;
}>;
