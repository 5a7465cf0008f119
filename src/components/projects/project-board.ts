/** `Previous` and `Next` on the board. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { boardAnswer, type ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectBoard,
  answers: 'update',
  run: (
    _interaction: ButtonInteraction,
    { page, track, lookingFor, tag },
    context: Context<{ projects: Pick<ProjectService, 'board'> }>,
  ) =>
    boardAnswer(
      context,
      {
        track: track === 'any' ? undefined : track,
        lookingFor: lookingFor === 'any' ? undefined : lookingFor,
        tag: tag || undefined,
      },
      page,
    ),
});
