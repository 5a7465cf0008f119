/** `Previous` and `Next` in a moderator's list of what is open. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type QueueService, queueAnswer } from '../../features/moderation/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.queuePage,
  answers: 'update',
  moderatorsOnly: true,
  run: (_interaction: ButtonInteraction, { page }, context: Context<{ queue: Pick<QueueService, 'page'> }>) =>
    queueAnswer(context, page),
});
