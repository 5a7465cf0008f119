/** `Notifications` on one's own profile and below what one follows: the page with the choices. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type FollowService, newsSettingsView } from '../../features/following/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.newsSettings,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ follows: Pick<FollowService, 'ways'> }>,
  ) {
    return { kind: 'message', view: newsSettingsView(words, await services.follows.ways(guildId, actor.id)) };
  },
});
