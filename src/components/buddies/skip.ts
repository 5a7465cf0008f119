/** `Skip next week` below a group's first message: the presser's next round goes without them. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { BuddiesService } from '../../features/buddies/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.buddiesSkip,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ buddies: Pick<BuddiesService, 'skip'> }>,
  ) {
    await services.buddies.skip(guildId, actor.id);
    return { kind: 'message', view: note(words.buddies.answered.skipped) };
  },
});
