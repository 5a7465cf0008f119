/** `/admin queue`: reported entries and entries held for review, the oldest first. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type QueueService, queueAnswer } from '../../features/moderation/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('queue').setDescription(en.queue.commands.queue),
  answers: 'ephemeral',
  moderatorsOnly: true,
  run: (_interaction, context) => queueAnswer(context, 0),
} satisfies Subcommand<{ queue: Pick<QueueService, 'page'> }>;
