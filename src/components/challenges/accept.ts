/** `Accept` on a solution's card. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type Accepting, acceptSolution } from '../../features/challenges/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.accept,
  answers: 'public',
  run: (_interaction: ButtonInteraction, { number }, context: Context<Accepting>) =>
    acceptSolution(number, context),
});
