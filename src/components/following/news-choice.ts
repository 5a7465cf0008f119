/** A select of the notifications page: how to be told of one kind. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { newsWays } from '../../entities/news-settings.js';
import { type FollowService, newsSettingsView } from '../../features/following/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.newsChoice,
  answers: 'update',
  async run(
    { values }: StringSelectMenuInteraction,
    { kind },
    { guildId, actor, words, services }: Context<{ follows: Pick<FollowService, 'choose' | 'ways'> }>,
  ) {
    const way = newsWays.find((one) => one === values[0]);
    if (way) await services.follows.choose(guildId, actor, kind, way);
    return { kind: 'message', view: newsSettingsView(words, await services.follows.ways(guildId, actor.id)) };
  },
});
