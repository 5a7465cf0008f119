/** The buttons below a leaderboard: the same for another period, recounted. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type LeaderboardService, leaderboardView } from '../../features/stats/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.leaderboard,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { period },
    { settings, actor, words, services }: Context<{ leaderboard: Pick<LeaderboardService, 'standings'> }>,
  ) {
    const leaderboard = await services.leaderboard.standings(settings, period, actor.id);
    return { kind: 'message', view: leaderboardView(words, leaderboard) };
  },
});
