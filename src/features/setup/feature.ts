/** Set-up: the panel, the settings and the doctor; it comes last, since it looks after what the others need. */
import schedule from '../../commands/admin/digest/schedule.js';
import doctor from '../../commands/admin/doctor.js';
import settings from '../../commands/admin/settings.js';
import setup from '../../commands/admin/setup.js';
import choices from '../../components/setup/choices.js';
import setupTimezone from '../../components/setup/setup-timezone.js';
import setupTimezoneForm from '../../components/setup/setup-timezone-form.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { note } from '../../discord/message/blocks.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { OutboxStore } from '../../outbox/outbox-store.js';
import { knownMigrations } from '../../platform/database.js';
import { plainError } from '../../platform/logging.js';
import type { BadgeRoleService } from '../badges/index.js';
import type { DigestMailService, DigestService } from '../digest/index.js';
import type { AutoModeration } from '../guard/index.js';
import { DatabaseStore, type GuildService } from '../guilds/index.js';
import { QueueWaitStore } from '../moderation/index.js';
import { DiscordInspector } from './discord-inspector.js';
import { DoctorService } from './doctor-service.js';
import { SetupService } from './setup-service.js';

interface Needs extends Core {
  autoModeration: AutoModeration;
  badgeRoles: BadgeRoleService;
  digestMail: DigestMailService;
  digests: DigestService;
  guilds: GuildService;
  cohortChannelOf: CohortChannelOf;
}

export default defineFeature({
  name: 'setup',
  // Scheduling the digest sets a channel and a time zone, as the set-up does.
  adminSubcommands: [setup, settings, doctor, schedule],
  components: [...choices, setupTimezone, setupTimezoneForm],
  hooks: {
    /** One moderator hears, once, that nothing is set up. */
    async afterAnswer({ tell }, { guildId, actor, settings, cohortChannelId, words, services }) {
      if (!actor.isModerator || settings.setUpAt || settings.setupHintAt) return;
      if (await services.guilds.claimSetupHint(guildId)) {
        await tell(note(words.general.setupHint(cohortChannelId)));
      }
    },
  },
  services(needs: Needs) {
    const { autoModeration, client, clock, cohortChannelOf, dataSource, digests, guilds, log } = needs;
    const inspector = new DiscordInspector(client, needs.registered);
    return {
      setup: new SetupService(guilds, digests, inspector),
      doctor: new DoctorService({
        guilds,
        digests,
        inspector,
        autoModeration,
        badgeRoles: needs.badgeRoles,
        database: new DatabaseStore(dataSource),
        queue: new QueueWaitStore(dataSource),
        outbox: new OutboxStore(dataSource),
        cohortChannelOf,
        knownMigrations,
        clock,
        onFault: (part, error) => log.warn({ part, error: plainError(error) }, 'a check could not be made'),
      }),
    };
  },
});
