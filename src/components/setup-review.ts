/** The set-up's page for safety: whose entries a moderator looks at before others see them. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { reviewModes } from '../entities/guild.js';
import { routes } from './routes.js';
import { chooseForSafety } from './setup-answers.js';

export default defineComponent({
  route: routes.setupReview,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: StringSelectMenuInteraction, _params, context) =>
    chooseForSafety({ review: reviewModes.find((mode) => mode === values[0]) }, context),
});
