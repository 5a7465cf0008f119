/** `/buddies skip`: the next round goes without the member. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type BuddiesService, statusAnswer } from '../../features/buddies/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('skip').setDescription(en.buddies.commands.skip),
  answers: 'ephemeral',
  async run(_interaction, context) {
    const { guildId, actor, services } = context;
    await services.buddies.skip(guildId, actor.id);
    return statusAnswer(context);
  },
} satisfies Subcommand<{ buddies: Pick<BuddiesService, 'skip' | 'status'> }>;
