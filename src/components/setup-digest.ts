/** The set-up panel: opens the digest's page. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { digestPanelAnswer } from './setup-answers.js';

export default defineComponent({
  route: routes.setupDigest,
  answers: 'update',
  moderatorsOnly: true,
  run: async (_interaction: ButtonInteraction, _params, { guildId, services }) =>
    digestPanelAnswer(await services.setup.present(guildId)),
});
