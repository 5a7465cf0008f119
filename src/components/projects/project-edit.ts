/** `Edit` on one's own project: its form, filled in with what it says now. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { filledFromProject, type ProjectService, publishForm } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectEdit,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { project: id },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'own'> }>,
  ) {
    const project = await services.projects.own(guildId, actor.id, id);
    return { kind: 'form', form: publishForm(words, filledFromProject(project), id) };
  },
});
