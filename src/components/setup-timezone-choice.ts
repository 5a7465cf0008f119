/** The set-up panel: one of the time zones that may have been meant. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { choose } from './setup-answers.js';

export default defineComponent({
  route: routes.setupTimezoneChoice,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: StringSelectMenuInteraction, _params, context) =>
    choose({ timezone: values[0] }, context),
});
