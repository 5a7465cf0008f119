/** Figures: the leaderboard for all, the cohort's figures for moderators. */
import adminStats from '../../commands/admin/stats.js';
import leaderboard from '../../commands/leaderboard.js';
import leaderboardPeriod from '../../components/stats/leaderboard-period.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { isMember } from '../../discord/membership.js';
import { LeaderboardService } from './leaderboard-service.js';
import { LeaderboardStore } from './leaderboard-store.js';
import { PointsStore } from './points-store.js';
import { StatsService } from './stats-service.js';
import { StatsStore } from './stats-store.js';

export default defineFeature({
  name: 'stats',
  commands: [leaderboard],
  adminSubcommands: [adminStats],
  components: [leaderboardPeriod],
  hooks: { upkeep: ({ points }) => points.catchUpAll() },
  services({ client, clock, dataSource }: Core) {
    const points = new PointsStore(dataSource);
    return {
      points,
      stats: new StatsService(new StatsStore(dataSource), clock),
      leaderboard: new LeaderboardService(
        new LeaderboardStore(dataSource, points),
        clock,
        (guildId, userId) => isMember(client.rest, guildId, userId),
      ),
    };
  },
});
