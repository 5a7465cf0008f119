/** `Undo` after a deletion, and what `/entry restore` does: the entry and its cards are back. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent, type Outcome } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { routes } from './routes.js';

export async function restoreEntry(
  number: number,
  { guildId, actor, words, services }: Context,
): Promise<Outcome> {
  const entry = await services.entries.restore(guildId, number, actor.id);
  return {
    kind: 'message',
    view: note((entry.hiddenAt ? words.entries.restoredHidden : words.entries.restored)(number)),
    refresh: [number, entry.challengeNumber ?? number],
  };
}

export default defineComponent({
  route: routes.undoRemove,
  answers: 'update',
  run: (_interaction: ButtonInteraction, { number }, context) => restoreEntry(number, context),
});
