/** `Unsubscribe` below a digest in a direct message. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { unsubscribedView } from '../views/digest-answers.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.digestUnsubscribe,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  // Ids can be copied: in a guild it is that guild's subscription that ends, and anywhere the presser's own alone.
  async run(_interaction: ButtonInteraction, _params, { guildId, actor, words, services }) {
    const isEnded = await services.digestMail.unsubscribe(guildId, actor.id);
    return { kind: 'message', view: unsubscribedView(words, isEnded) };
  },
});
