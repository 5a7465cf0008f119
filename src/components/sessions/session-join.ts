/** `Join` and `I can't come` on a session's card. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escape, timestamp } from '../../discord/message/text.js';
import type { SessionService } from '../../features/sessions/index.js';
import { routes } from '../routes.js';

type Going = Context<{ sessions: Pick<SessionService, 'setGoing'> }>;

export const sessionJoin = defineComponent({
  route: routes.sessionJoin,
  answers: 'ephemeral',
  async run(_interaction: ButtonInteraction, { session: id }, context: Going) {
    const { guildId, actor, words, services } = context;
    const { topic, startsAt } = await services.sessions.setGoing(guildId, id, actor, true);
    return { kind: 'message', view: note(words.sessions.joined(escape(topic), timestamp(startsAt, 'F'))) };
  },
});

export const sessionLeave = defineComponent({
  route: routes.sessionLeave,
  answers: 'ephemeral',
  async run(_interaction: ButtonInteraction, { session: id }, context: Going) {
    const { guildId, actor, words, services } = context;
    const { topic } = await services.sessions.setGoing(guildId, id, actor, false);
    return { kind: 'message', view: note(words.sessions.left(escape(topic))) };
  },
});
