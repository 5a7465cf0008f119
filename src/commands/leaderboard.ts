/** `/leaderboard`: who has been sharing and helping. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import {
  type LeaderboardPeriod,
  type LeaderboardService,
  leaderboardPeriods,
  leaderboardView,
} from '../features/stats/index.js';
import { en } from '../locales/en/index.js';

const periods = leaderboardPeriods.map((value) => ({ name: en.search.leaderboard.periods[value], value }));

export default {
  data: new SlashCommandBuilder()
    .setName('leaderboard')
    .setDescription(en.search.commands.leaderboard)
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option.setName('period').setDescription(en.search.commands.period).addChoices(periods),
    ),
  answers: 'ephemeral',
  async run({ options }, { settings, actor, words, services }) {
    const period = (options.getString('period') ?? 'week') as LeaderboardPeriod;
    const leaderboard = await services.leaderboard.standings(settings, period, actor.id);
    return { kind: 'message', view: leaderboardView(words, leaderboard) };
  },
} satisfies Command<{ leaderboard: Pick<LeaderboardService, 'standings'> }>;
