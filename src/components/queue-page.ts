/** `Previous` and `Next` in a moderator's list of what is open. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { queueAnswer } from './queue-answers.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.queuePage,
  answers: 'update',
  moderatorsOnly: true,
  run: (_interaction: ButtonInteraction, { page }, context) => queueAnswer(context, page),
});
