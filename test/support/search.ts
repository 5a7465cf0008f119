/** The search on a real database, with the services that write what is searched. */

import { ListingStore } from '../../src/features/drafts/listing-store.js';
import { LeaderboardService, type MembershipCheck } from '../../src/features/stats/leaderboard-service.js';
import { LeaderboardStore } from '../../src/features/stats/leaderboard-store.js';
import { amina, guildId, typed, useCohort } from './cohort.js';
import { createSearch } from './create-search.js';

/** Call once at the top level of a test file. */
export function useSearch(poolSize?: number) {
  const cohort = useCohort(poolSize);
  return Object.assign(cohort, {
    /** A new one each time, as after a restart. */
    newSearch: () =>
      createSearch(cohort.dataSource(), new ListingStore(cohort.dataSource()), () => cohort.time.now),
    newLeaderboard: (isMember?: MembershipCheck) =>
      new LeaderboardService(new LeaderboardStore(cohort.dataSource()), () => cohort.time.now, isMember),
    async share(changes: Parameters<typeof typed>[0], author = amina, guild = guildId) {
      return (await cohort.entries.share(guild, author, typed({ tags: '', ...changes }))).number;
    },
    async ask(title: string, author = amina, changes: Parameters<typeof typed>[0] = {}) {
      return (await cohort.entries.post(guildId, author, typed({ tags: '', body: '', ...changes, title })))
        .number;
    },
    async solve(challenge: number, solution: string, author = amina) {
      return (await cohort.entries.solve(guildId, author, challenge, { solution, link: '' })).number;
    },
  });
}
