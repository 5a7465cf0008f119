/** `/project view`: one project, with what the member can do about it. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type ProjectService, projectAnswer } from '../../features/projects/index.js';
import { en } from '../../locales/en/index.js';
import { projectChoices } from '../project-choices.js';

const words = en.projects.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('view')
    .setDescription(words.view)
    .addStringOption((option) =>
      option.setName('project').setDescription(words.project).setRequired(true).setAutocomplete(true),
    ),
  autocomplete: (interaction, context) => projectChoices(interaction, context),
  answers: 'ephemeral',
  async run({ options }, context) {
    const id = await context.services.projects.idOf(context.guildId, options.getString('project', true));
    return projectAnswer(context, { id });
  },
} satisfies Subcommand<{ projects: Pick<ProjectService, 'idOf' | 'view' | 'suggest' | 'reportNotes'> }>;
