/** `Post “Start here”` in the set-up: posts the card, or says where it is. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type StartCardService, startCardAnswer } from '../../features/welcome/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.setupStart,
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ startCards: Pick<StartCardService, 'post'> }>,
  ) {
    const result = await services.startCards.post(guildId, actor.id);
    return { kind: 'message', view: startCardAnswer(words, guildId, result) };
  },
});
