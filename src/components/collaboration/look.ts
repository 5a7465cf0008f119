/** `I’ll look at it` on the reminder of a challenge: the card names who does, and the asker is told. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { AskService } from '../../features/collaboration/index.js';
import { staleCards } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.reminderLook,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ asks: Pick<AskService, 'lookAt'> }>,
  ) {
    const { stale } = await services.asks.lookAt(guildId, number, actor.id);
    return {
      kind: 'message',
      view: note(words.reminders.looking),
      effects: [staleCards(stale)],
    };
  },
});
