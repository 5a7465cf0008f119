/** The set-up panel: the channel where moderation is noted, or none. */
import type { ChannelSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { choose } from './setup-answers.js';

export default defineComponent({
  route: routes.setupLogChannel,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: ChannelSelectMenuInteraction, _params, context) =>
    choose({ logChannelId: values[0] ?? null }, context),
});
