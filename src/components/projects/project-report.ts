/** `Report` on a project: the form for the moderators. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProjectService, projectReportForm } from '../../features/projects/index.js';
import { UserError } from '../../platform/user-error.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectReport,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { project: id },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'view'> }>,
  ) {
    if (actor.isBot) throw new UserError('bots-cannot', {});
    const { ownerId } = await services.projects.view(guildId, id, actor);
    if (ownerId === actor.id) throw new UserError('report-own-entry', {});
    return { kind: 'form', form: projectReportForm(words, id) };
  },
});
