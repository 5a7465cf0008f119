/** The public part of the stats feature. */
export { type LeaderboardPeriod, leaderboardPeriods } from './leaderboard-model.js';
export { LeaderboardService } from './leaderboard-service.js';
export { leaderboardView } from './leaderboard-view.js';
export { StatsService } from './stats-service.js';
export { statsView } from './stats-view.js';
