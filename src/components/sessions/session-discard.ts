/** `Don't post`: forgets the session that the member was shown. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { DraftService } from '../../features/drafts/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.sessionDiscard,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { draft },
    { guildId, actor, words, services }: Context<{ drafts: Pick<DraftService, 'open' | 'discard'> }>,
  ) {
    await services.drafts.open(guildId, actor.id, draft);
    await services.drafts.discard(guildId, actor.id, draft);
    return { kind: 'message', view: note(words.sessions.discarded) };
  },
});
