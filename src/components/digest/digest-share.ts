/** `Share something` below the nudge of an empty week: opens the form of `/share`. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../../discord/define.js';
import { shareForm } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.digestShare,
  answers: 'modal',
  run: async (_interaction: ButtonInteraction, _params, { words }) => ({
    kind: 'form',
    form: shareForm(words),
  }),
});
