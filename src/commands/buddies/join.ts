/** `/buddies join`: takes part from the next round on. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type BuddiesService, statusAnswer } from '../../features/buddies/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('join').setDescription(en.buddies.commands.join),
  answers: 'ephemeral',
  async run(_interaction, context) {
    const { guildId, actor, words, services } = context;
    const isNew = await services.buddies.join(guildId, actor);
    const { joined, joinedBefore } = words.buddies.status;
    return statusAnswer(context, isNew ? joined : joinedBefore);
  },
} satisfies Subcommand<{ buddies: Pick<BuddiesService, 'join' | 'status'> }>;
