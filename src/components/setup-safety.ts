/** The set-up panel: opens the page for safety. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { safetyPanelAnswer } from './setup-answers.js';

export default defineComponent({
  route: routes.setupSafety,
  answers: 'update',
  moderatorsOnly: true,
  run: async (_interaction: ButtonInteraction, _params, { guildId, services }) =>
    safetyPanelAnswer(await services.setup.present(guildId)),
});
