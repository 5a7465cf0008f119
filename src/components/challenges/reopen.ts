/** `Reopen` behind `⋯` of a solved challenge: its solution is no longer the accepted one. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type Reopening, reopenChallenge } from '../../features/challenges/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.reopen,
  answers: 'public',
  run: (_interaction: ButtonInteraction, { number }, context: Context<Reopening>) =>
    reopenChallenge(number, context),
});
