/** The buttons below a leaderboard: the same for another period, counted anew. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { leaderboardView } from '../views/leaderboard-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.leaderboard,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { period }, { settings, actor, words, services }) {
    const leaderboard = await services.leaderboard.standings(settings, period, actor.id);
    return { kind: 'message', view: leaderboardView(words, leaderboard) };
  },
});
