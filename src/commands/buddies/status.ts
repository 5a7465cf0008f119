/** `/buddies status`: the buddy, the next round, and what can be chosen. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type BuddiesService, statusAnswer } from '../../features/buddies/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('status').setDescription(en.buddies.commands.status),
  answers: 'ephemeral',
  run: (_interaction, context) => statusAnswer(context),
} satisfies Subcommand<{ buddies: Pick<BuddiesService, 'status'> }>;
