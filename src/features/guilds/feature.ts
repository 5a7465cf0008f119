/** Guilds: their settings, and the channel that their cards and digests go to. */
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { findCohortChannel } from '../../discord/guild-channels.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { GuildService } from './guild-service.js';
import { GuildStore } from './guild-store.js';

export default defineFeature({
  name: 'guilds',
  hooks: { upkeep: ({ guilds }) => guilds.eraseLeft() },
  services: ({ client, clock, dataSource }: Core) => ({
    guilds: new GuildService(new GuildStore(dataSource), clock),
    cohortChannelOf: ((guildId, settings) =>
      findCohortChannel(client, guildId, settings)) satisfies CohortChannelOf,
  }),
});
