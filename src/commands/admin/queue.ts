/** `/admin queue`: goes through what was reported and what waits to be published, the oldest first. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import { queueAnswer } from '../../components/queue-answers.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('queue').setDescription(en.queue.commands.queue),
  answers: 'ephemeral',
  moderatorsOnly: true,
  run: (_interaction, context) => queueAnswer(context, 0),
} satisfies Subcommand;
