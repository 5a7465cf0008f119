/** `Delete`, and what `/entry delete` does: the entry goes, with `Undo` for second thoughts. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent, type Outcome } from '../discord/define.js';
import { formerMember } from '../entities/member.js';
import { button, note } from '../views/blocks.js';
import { routes } from './routes.js';

export async function removeEntry(
  number: number,
  { guildId, actor, words, services }: Context,
): Promise<Outcome> {
  const { reopened } = await services.entries.remove(guildId, number, actor.id);
  const asker = reopened === null ? undefined : (await services.entries.any(guildId, reopened)).authorId;
  return {
    kind: 'message',
    view: note(
      words.entries.deleted(number),
      button(routes.undoRemove.id({ number }), words.buttons.undo, { style: 'primary' }),
    ),
    refresh: reopened === null ? [number] : [number, reopened],
    // The asker had a working answer and has it no more: only they can choose another.
    ...(asker &&
      asker !== formerMember &&
      reopened !== null && {
        notice: {
          ...note(words.entries.reopenedForAsker(asker, reopened)),
          mentions: asker === actor.id ? [] : [asker],
        },
      }),
  };
}

export default defineComponent({
  route: routes.remove,
  answers: 'ephemeral',
  run: (_interaction: ButtonInteraction, { number }, context) => removeEntry(number, context),
});
