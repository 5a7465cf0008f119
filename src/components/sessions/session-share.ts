/** `Share what you learned`: the form of a learning that names those who were there and agreed. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { shareForm } from '../../features/entries/index.js';
import type { SessionService } from '../../features/sessions/index.js';
import { routes } from '../routes.js';

/** A text with more mentions than a handful looks like mass pinging. */
const namedAtMost = 4;

export default defineComponent({
  route: routes.sessionShare,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { session },
    { guildId, actor, words, services }: Context<{ sessions: Pick<SessionService, 'view'> }>,
  ) {
    const { topic, attended } = await services.sessions.view(guildId, session);
    const others = attended.filter((id) => id !== actor.id).slice(0, namedAtMost);
    const { sharedBody, sharedTitle } = words.sessions;
    return {
      kind: 'form',
      form: shareForm(words, {
        kind: 'collaboration',
        title: sharedTitle(topic),
        body: sharedBody(others),
      }),
    };
  },
});
