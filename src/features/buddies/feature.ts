/** Study buddies: weekly rounds that bring two members together, and keep bringing new ones together. */
import buddiesPause from '../../commands/admin/buddies/pause.js';
import buddiesRun from '../../commands/admin/buddies/run.js';
import buddiesSchedule from '../../commands/admin/buddies/schedule.js';
import buddies from '../../commands/buddies.js';
import buddiesChoices from '../../components/buddies/choices.js';
import buddiesContact from '../../components/buddies/contact.js';
import buddiesMet from '../../components/buddies/met.js';
import buddiesSkip from '../../components/buddies/skip.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { guildOf } from '../../discord/guild-channels.js';
import { isMember } from '../../discord/membership.js';
import { threadsOf } from '../../discord/private-threads.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import buddiesJob from '../../jobs/buddies-job.js';
import outboxJob from '../../jobs/outbox-job.js';
import type { MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { buddiesAloneTopic, buddiesContactTopic, buddiesDirectTopic } from './buddies-direct-topics.js';
import { BuddyGroupService } from './buddies-group-service.js';
import { buddiesGroupTopic, buddiesQuestionTopic } from './buddies-group-topic.js';
import { BuddyRoundService } from './buddies-round-service.js';
import { BuddyRoundStore } from './buddies-round-store.js';
import { BuddiesService } from './buddies-service.js';
import { BuddiesStore } from './buddies-store.js';
import { BuddyToldStore } from './buddies-told-store.js';

interface Needs extends Core {
  cohortChannelOf: CohortChannelOf;
  guilds: GuildService;
  languages: LanguageService;
  mutes: MuteService;
}

export default defineFeature({
  name: 'buddies',
  commands: [buddies],
  adminSubcommands: [buddiesSchedule, buddiesPause, buddiesRun],
  components: [...buddiesChoices, buddiesContact, buddiesMet, buddiesSkip],
  jobs: [buddiesJob],
  topics({ client, cohortChannelOf, dataSource, guilds, languages }) {
    const store = new BuddiesStore(dataSource);
    const parts = {
      store,
      told: new BuddyToldStore(dataSource),
      guilds,
      languages,
      threads: threadsOf(client),
      cohortChannelOf,
      isMember: (guildId: string, userId: string) => isMember(client.rest, guildId, userId),
      nameOf: async (guildId: string) => (await guildOf(client, guildId)).name,
    };
    return [
      buddiesGroupTopic(parts),
      buddiesQuestionTopic(parts),
      buddiesDirectTopic(parts),
      buddiesContactTopic(parts),
      buddiesAloneTopic(parts, {
        takesPart: async (guildId, userId) => (await store.find(guildId, userId)) !== undefined,
        participants: (guildId) => store.participants(guildId),
      }),
    ];
  },
  services({ buddyMatcher, client, clock, dataSource, mutes, nudge }: Needs) {
    const store = new BuddiesStore(dataSource);
    const rounds = new BuddyRoundStore(dataSource);
    const deliverSoon = () => nudge(outboxJob.name);
    return {
      buddies: new BuddiesService({ store, rounds, mutes, clock }),
      buddyGroups: new BuddyGroupService(store, new BuddyToldStore(dataSource), deliverSoon, clock),
      buddyRounds: new BuddyRoundService({
        store: rounds,
        matcher: buddyMatcher,
        deliverSoon,
        clock,
        isMember: (guildId, userId) => isMember(client.rest, guildId, userId),
      }),
    };
  },
});
