/** `Not now` on the reminder of a challenge: the next member is asked. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { AskService } from '../../features/collaboration/index.js';
import { staleCards } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.reminderPass,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ asks: Pick<AskService, 'pass'> }>,
  ) {
    const { isPassedOn, stale } = await services.asks.pass(guildId, number, actor.id);
    return {
      kind: 'message',
      view: note(isPassedOn ? words.reminders.passedOn : words.reminders.passed),
      effects: [staleCards(stale)],
    };
  },
});
