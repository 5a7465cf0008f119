/** The set-up panel: the language. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { choose } from './setup-answers.js';

export default defineComponent({
  route: routes.setupLanguage,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: StringSelectMenuInteraction, _params, context) =>
    choose({ language: values[0] }, context),
});
