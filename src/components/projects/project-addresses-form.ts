/** Where a project runs and where its API is, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProjectService, projectAnswer } from '../../features/projects/index.js';
import { routes } from '../routes.js';
import { addressFieldsOf } from './project-fields.js';

export default defineComponent({
  route: routes.projectAddressesForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({
    form: 'project-addresses',
    fields: {
      ...addressFieldsOf(interaction),
      project: routes.projectAddressesForm.parse(interaction.customId)?.project ?? '',
    },
  }),
  async run(
    interaction: ModalSubmitInteraction,
    { project },
    context: Context<{ projects: Pick<ProjectService, 'setAddresses' | 'view' | 'reportNotes'> }>,
  ) {
    const { guildId, actor, services, words } = context;
    await services.projects.setAddresses(guildId, actor, project, addressFieldsOf(interaction));
    return projectAnswer(context, { id: project, above: words.projects.saved });
  },
});
