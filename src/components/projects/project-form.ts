/** A new project, handed in: it goes on the board, and the answer leads to the addresses. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { button, note } from '../../discord/message/blocks.js';
import type { ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';
import { projectFieldsOf } from './project-fields.js';

export default defineComponent({
  route: routes.projectForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({
    form: 'project',
    fields: { ...projectFieldsOf(interaction) },
  }),
  async run(
    interaction: ModalSubmitInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'publish'> }>,
  ) {
    const project = await services.projects.publish(guildId, actor, projectFieldsOf(interaction));
    const { addAddresses, buttons, published } = words.projects;
    return {
      kind: 'message',
      view: note(
        `${published}\n${addAddresses}`,
        button(routes.projectAddresses.id({ project }), buttons.addresses, { style: 'primary' }),
        button(routes.projectView.id({ project }), buttons.view),
      ),
    };
  },
});
