/** Badges: the roles that come with them. */
import badgeRoles from '../../components/badges/badge-roles.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import badgeRolesJob from '../../jobs/badge-roles-job.js';
import { BadgeRoleService } from './badge-role-service.js';
import { BadgeRoleStore } from './badge-role-store.js';
import { BadgeRoleWork } from './badge-role-work.js';
import { DiscordGuildRoles, DiscordMemberRoles } from './discord-roles.js';

export default defineFeature({
  name: 'badges',
  components: badgeRoles,
  jobs: [badgeRolesJob],
  services({ client, clock, dataSource, log, nudge }: Core) {
    const store = new BadgeRoleStore(dataSource);
    const roles = new DiscordGuildRoles(client);
    const members = new DiscordMemberRoles(client.rest, log);
    return {
      badgeRoles: new BadgeRoleService({ store, roles, clock, changed: () => nudge(badgeRolesJob.name) }),
      badgeRoleWork: new BadgeRoleWork({ store, roles, members, clock, log }),
    };
  },
});
