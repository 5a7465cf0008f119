/** `/follow list`: what one follows. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type FollowService, followsView } from '../../features/following/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('list').setDescription(en.following.commands.list),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    return { kind: 'message', view: followsView(words, await services.follows.list(guildId, actor.id)) };
  },
} satisfies Subcommand<{ follows: Pick<FollowService, 'list'> }>;
