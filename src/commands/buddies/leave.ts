/** `/buddies leave`: no longer takes part. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type BuddiesService, statusAnswer } from '../../features/buddies/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('leave').setDescription(en.buddies.commands.leave),
  answers: 'ephemeral',
  async run(_interaction, context) {
    const { guildId, actor, words, services } = context;
    const wasIn = await services.buddies.leave(guildId, actor.id);
    const { left, leftBefore } = words.buddies.status;
    return statusAnswer(context, wasIn ? left : leftBefore);
  },
} satisfies Subcommand<{ buddies: Pick<BuddiesService, 'leave' | 'status'> }>;
