/** `/profile edit`: the form of one's own project; its answer leads to the one of the links. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { filledFromProfile, projectForm } from '../../views/profile-forms.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('edit').setDescription(en.profile.commands.edit),
  answers: 'modal',
  async run(_interaction, { guildId, actor, words, services }) {
    const profile = await services.profiles.own(guildId, actor.id);
    return { kind: 'form', form: projectForm(words, filledFromProfile(profile)) };
  },
} satisfies Subcommand;
