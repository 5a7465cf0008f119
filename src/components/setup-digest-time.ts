/** The set-up panel: the time of day of the digest. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { choose } from './setup-answers.js';

export default defineComponent({
  route: routes.setupDigestTime,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: StringSelectMenuInteraction, _params, context) =>
    choose({ digestTime: values[0] }, context),
});
