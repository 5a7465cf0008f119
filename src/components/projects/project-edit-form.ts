/** A changed project, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProjectService, projectAnswer } from '../../features/projects/index.js';
import { routes } from '../routes.js';
import { projectFieldsOf } from './project-fields.js';

export default defineComponent({
  route: routes.projectEditForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({
    form: 'project-edit',
    fields: {
      ...projectFieldsOf(interaction),
      project: routes.projectEditForm.parse(interaction.customId)?.project ?? '',
    },
  }),
  async run(
    interaction: ModalSubmitInteraction,
    { project },
    context: Context<{ projects: Pick<ProjectService, 'edit' | 'view' | 'reportNotes'> }>,
  ) {
    const { guildId, actor, services, words } = context;
    await services.projects.edit(guildId, actor, project, projectFieldsOf(interaction));
    return projectAnswer(context, { id: project, above: words.projects.saved });
  },
});
