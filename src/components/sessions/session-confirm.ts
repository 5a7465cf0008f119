/** `Post it`: plans the session that the member was shown. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { DraftService } from '../../features/drafts/index.js';
import { planFrom, type SessionService } from '../../features/sessions/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.sessionConfirm,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { draft: id },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      drafts: Pick<DraftService, 'open' | 'discard'>;
      sessions: Pick<SessionService, 'plan'>;
    }>,
  ) {
    const { fields } = await services.drafts.open(guildId, actor.id, id);
    await services.sessions.plan(guildId, actor, id, planFrom(fields));
    await services.drafts.discard(guildId, actor.id, id);
    return { kind: 'message', view: note(words.sessions.planned) };
  },
});
