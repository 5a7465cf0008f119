/** `Hide`, `Show again` and `Keep`: what moderators decide about a project. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProjectService, projectAnswer } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectDecide,
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    { project, decision },
    context: Context<{ projects: Pick<ProjectService, 'moderate' | 'view' | 'reportNotes'> }>,
  ) {
    const { guildId, actor, services, words } = context;
    await services.projects.moderate(guildId, project, decision, actor);
    return projectAnswer(context, { id: project, above: words.projects.decided[decision] });
  },
});
