/** The set-up panel: opens the form that asks for a city. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../../discord/define.js';
import { cityOf } from '../../features/guilds/index.js';
import { timezoneForm } from '../../features/setup/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.setupTimezone,
  answers: 'modal',
  moderatorsOnly: true,
  run: async (_interaction: ButtonInteraction, _params, { words, settings }) => ({
    kind: 'form',
    form: timezoneForm(words, cityOf(settings.timezone)),
  }),
});
