/** Every hour: what was kept for a time only is let go, and what was deleted long enough ago is erased. */
import type { Job } from './define.js';

export default {
  name: 'upkeep',
  schedule: '17 * * * *',
  async run({ dataRights, drafts, entries, guilds, imports, mutes, search }) {
    await drafts.removeExpired();
    await search.removeExpiredListings();
    await imports.removeExpired();
    await entries.eraseDeleted();
    await guilds.eraseLeft();
    await mutes.removeExpired();
    await dataRights.removeEndedMutes();
  },
} satisfies Job;
