/** Welcome: the Start here card, and a new member's first steps. */
import setupStart from '../../components/welcome/setup-start.js';
import start from '../../components/welcome/start.js';
import welcomeSteps from '../../components/welcome/welcome-steps.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import type { DraftService } from '../drafts/index.js';
import type { GuildService } from '../guilds/index.js';
import type { PictureService } from '../pictures/index.js';
import type { ProfileService } from '../profiles/index.js';
import type { SearchService } from '../search/index.js';
import { StartCardMessage } from './start-card-message.js';
import { StartCardService } from './start-card-service.js';
import { StartCardStore } from './start-card-store.js';
import { startCardTopic } from './start-card-topic.js';
import { WelcomeService } from './welcome-service.js';
import { WelcomeStore } from './welcome-store.js';
import { welcomeView } from './welcome-view.js';

interface Needs extends Core {
  cohortChannelOf: CohortChannelOf;
  drafts: DraftService;
  guilds: GuildService;
  pictures: PictureService;
  profiles: ProfileService;
  search: SearchService;
}

/** Who looks at what is stored about them, or erases it, isn't at the beginning. */
const ofMembersData: readonly string[] = ['/mydata', 'forget'];

export default defineFeature({
  name: 'welcome',
  components: [setupStart, ...start, welcomeSteps],
  topics: ({ client, cohortChannelOf, dataSource, guilds, log }) => {
    const message = new StartCardMessage(client.rest, log);
    return [
      startCardTopic({
        store: new StartCardStore(dataSource),
        guilds,
        cohortChannelOf,
        pin: (place) => message.pin(place),
      }),
    ];
  },
  hooks: {
    async afterAnswer({ asked, tell }, { guildId, actor, words, services }) {
      if (asked.moderatorsOnly || asked.isDirect || actor.isBot) return;
      if (ofMembersData.includes(asked.name)) return;
      const steps = await services.welcome.firstUse(guildId, actor);
      if (steps) await tell(welcomeView(words, steps));
    },
  },
  services: ({ client, clock, cohortChannelOf, dataSource, guilds, log, outbox }: Needs) => ({
    welcome: new WelcomeService(new WelcomeStore(dataSource), clock),
    startCards: new StartCardService({
      store: new StartCardStore(dataSource),
      message: new StartCardMessage(client.rest, log),
      guilds,
      cohortChannelOf,
      outbox,
      clock,
    }),
  }),
});
