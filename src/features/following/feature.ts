/** Following: members choose what they are told of, and how. */
import follow from '../../commands/follow.js';
import newsChoice from '../../components/following/news-choice.js';
import newsOff from '../../components/following/news-off.js';
import newsSettings from '../../components/following/news-settings.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { guildOf } from '../../discord/guild-channels.js';
import { isMember } from '../../discord/membership.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import type { SearchService } from '../search/index.js';
import { FollowService } from './follow-service.js';
import { FollowStore } from './follow-store.js';
import { NewsStore } from './news-store.js';
import { newsTopics } from './news-topic.js';

interface Needs extends Core {
  guilds: GuildService;
  languages: LanguageService;
  cohortChannelOf: CohortChannelOf;
  search: SearchService;
}

export default defineFeature({
  name: 'following',
  commands: [follow],
  components: [newsChoice, newsOff, newsSettings],
  hooks: {
    upkeep: ({ news, clock }) => news.oweHelped(clock()),
  },
  topics: ({ client, cohortChannelOf, guilds, languages, news }) =>
    newsTopics({
      store: news,
      guilds,
      languages,
      cohortChannelOf,
      isMember: (guildId, userId) => isMember(client.rest, guildId, userId),
      nameOf: async (guildId) => (await guildOf(client, guildId)).name,
    }),
  services: ({ clock, dataSource }: Needs) => ({
    follows: new FollowService(new FollowStore(dataSource), clock),
    news: new NewsStore(dataSource),
  }),
});
