/** The digest's page of the set-up: back to the panel. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { panelAnswer } from './setup-answers.js';

export default defineComponent({
  route: routes.setupBack,
  answers: 'update',
  moderatorsOnly: true,
  run: async (_interaction: ButtonInteraction, _params, context) =>
    panelAnswer(context, await context.services.setup.present(context.guildId)),
});
