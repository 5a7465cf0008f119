/** `I was there`: the member may be named in what is shared about the session. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { SessionService } from '../../features/sessions/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.sessionAttended,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { session },
    { guildId, actor, words, services }: Context<{ sessions: Pick<SessionService, 'attended'> }>,
  ) {
    await services.sessions.attended(guildId, session, actor);
    return { kind: 'message', view: note(words.sessions.attended) };
  },
});
