/** `/project close`: takes one's own project off the board; moderators may close any. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escape } from '../../discord/message/text.js';
import type { ProjectService } from '../../features/projects/index.js';
import { en } from '../../locales/en/index.js';
import { projectChoices } from '../project-choices.js';

const words = en.projects.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('close')
    .setDescription(words.close)
    .addStringOption((option) =>
      option.setName('project').setDescription(words.project).setRequired(true).setAutocomplete(true),
    ),
  autocomplete: (interaction, context) =>
    projectChoices(interaction, context, context.actor.isModerator ? undefined : context.actor.id),
  answers: 'ephemeral',
  async run({ options }, { guildId, actor, words: copy, services }) {
    const id = await services.projects.idOf(guildId, options.getString('project', true));
    const { name } = await services.projects.close(guildId, id, actor);
    return { kind: 'message', view: note(copy.projects.closedNow(escape(name))) };
  },
} satisfies Subcommand<{ projects: Pick<ProjectService, 'idOf' | 'close' | 'suggest'> }>;
