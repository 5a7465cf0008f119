/** The report of a project, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { note } from '../../discord/message/blocks.js';
import type { ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectReportForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({
    form: 'project-report',
    fields: {
      note: fieldOf(interaction, 'note'),
      project: routes.projectReportForm.parse(interaction.customId)?.project ?? '',
    },
  }),
  async run(
    interaction: ModalSubmitInteraction,
    { project },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'report'> }>,
  ) {
    await services.projects.report(guildId, project, actor, fieldOf(interaction, 'note'));
    return { kind: 'message', view: note(words.projects.reportThanks) };
  },
});
