/** `/admin buddies pause`: no rounds until they are scheduled again. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type BuddyRoundService, roundsView } from '../../../features/buddies/index.js';
import { en } from '../../../locales/en/index.js';

export default {
  group: 'buddies',
  data: new SlashCommandSubcommandBuilder().setName('pause').setDescription(en.buddies.commands.pause),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, actor, words, services }) {
    const rounds = await services.buddyRounds.pause(guildId, actor.id);
    return { kind: 'message', view: roundsView(words, rounds) };
  },
} satisfies Subcommand<{ buddyRounds: Pick<BuddyRoundService, 'pause'> }>;
