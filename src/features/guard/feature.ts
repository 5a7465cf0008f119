/** The guard: what may be contributed, how often, and by whom. */
import mute from '../../commands/admin/member/mute.js';
import unmute from '../../commands/admin/member/unmute.js';
import { routeNameOf, routes } from '../../components/routes.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { isModerator } from '../../discord/moderators.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { plainError } from '../../platform/logging.js';
import type { GuildService } from '../guilds/index.js';
import { AutoModeration } from './auto-moderation.js';
import { DiscordAutoModeration } from './auto-moderation-reader.js';
import { Guard } from './guard.js';
import { memberHash } from './member-hash.js';
import { MuteService } from './mute-service.js';
import { MuteStore } from './mute-store.js';
import { RecentStore } from './recent-store.js';

interface Needs extends Core {
  guilds: GuildService;
  cohortChannelOf: CohortChannelOf;
}

/** Forms that contribute nothing: muted members may use them. */
const formsForAll: readonly (string | undefined)[] = [routes.reportForm.name, routes.projectReportForm.name];

export default defineFeature({
  name: 'guard',
  adminSubcommands: [mute, unmute],
  hooks: {
    // A muted member is told before they write, not after.
    async beforeForm({ form, moderatorsOnly }, { guildId, actor, services }) {
      if (moderatorsOnly || formsForAll.includes(routeNameOf(form.custom_id))) return;
      await services.mutes.requireUnmuted(guildId, actor.id);
    },
    upkeep: ({ mutes }) => mutes.removeExpired(),
  },
  services({ client, clock, cohortChannelOf, config, dataSource, guilds, log, textInspector }: Needs) {
    const hashOf = memberHash(config.token);
    const autoModeration = new AutoModeration(
      new DiscordAutoModeration(client.rest),
      textInspector,
      (error) => log.warn({ error: plainError(error) }, 'the rules of AutoMod could not be read or applied'),
    );
    const recent = new RecentStore(dataSource);
    return {
      hashOf,
      autoModeration,
      guard: new Guard({
        guilds,
        recent,
        autoModeration,
        inspector: textInspector,
        cohortChannelOf,
        clock,
      }),
      mutes: new MuteService({
        store: new MuteStore(dataSource),
        hashOf,
        isModerator: async (guildId, userId) =>
          isModerator(client, guildId, userId, await guilds.settings(guildId)),
        clock,
      }),
    };
  },
});
