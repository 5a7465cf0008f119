/** `/project publish`: the form of a new project, filled in with what the profile knows. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import type { ProfileService } from '../../features/profiles/index.js';
import { filledFromProfile, publishForm } from '../../features/projects/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('publish').setDescription(en.projects.commands.publish),
  answers: 'modal',
  async run(_interaction, { guildId, actor, words, services }) {
    const profile = await services.profiles.own(guildId, actor.id);
    return { kind: 'form', form: publishForm(words, filledFromProfile(profile)) };
  },
} satisfies Subcommand<{ profiles: Pick<ProfileService, 'own'> }>;
