/** The set-up's page for safety: how much one member may contribute in an hour, or in a day. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { limitChoices } from '../views/safety-panel.js';
import { routes } from './routes.js';
import { chooseForSafety } from './setup-answers.js';

export default defineComponent({
  route: routes.setupLimit,
  answers: 'update',
  moderatorsOnly: true,
  run({ values }: StringSelectMenuInteraction, { window }, context) {
    const chosen = limitChoices[window].find((limit) => String(limit) === values[0]);
    return chooseForSafety({ [window === 'hour' ? 'hourlyLimit' : 'dailyLimit']: chosen }, context);
  },
});
