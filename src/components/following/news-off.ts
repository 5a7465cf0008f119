/** `Turn this off` below news, in a direct message or in the channel. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { FollowService } from '../../features/following/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.newsOff,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  // Ids can be copied: it is always the presser's own choice that changes, in a guild that guild's.
  async run(
    _interaction: ButtonInteraction,
    { kind },
    { guildId, actor, words, services }: Context<{ follows: Pick<FollowService, 'turnOff'> }>,
  ) {
    await services.follows.turnOff(guildId, actor.id, kind);
    return { kind: 'message', view: note(words.following.turnedOff[kind]) };
  },
});
