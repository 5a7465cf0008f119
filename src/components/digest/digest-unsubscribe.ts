/** `Unsubscribe` below a digest in a direct message. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type DigestMailService, unsubscribedView } from '../../features/digest/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.digestUnsubscribe,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  // Custom ids can be copied. In a guild, only that guild's subscription ends, and always only the presser's own.
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ digestMail: Pick<DigestMailService, 'unsubscribe'> }>,
  ) {
    const isEnded = await services.digestMail.unsubscribe(guildId, actor.id);
    return { kind: 'message', view: unsubscribedView(words, isEnded) };
  },
});
