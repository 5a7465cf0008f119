/** The set-up panel: the channel of the cohort. */
import type { ChannelSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { choose } from './setup-answers.js';

export default defineComponent({
  route: routes.setupChannel,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: ChannelSelectMenuInteraction, _params, context) =>
    choose({ channelId: values[0] }, context),
});
