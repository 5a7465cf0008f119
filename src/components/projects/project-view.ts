/** `View` on a card or a list: the project as the presser may see it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProjectService, projectAnswer } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectView,
  answers: 'ephemeral',
  run: (
    _interaction: ButtonInteraction,
    { project },
    context: Context<{ projects: Pick<ProjectService, 'view' | 'reportNotes'> }>,
  ) => projectAnswer(context, { id: project }),
});
