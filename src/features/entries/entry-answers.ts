/** The answers to deleting and restoring an entry, by button or by command. */
import { routes } from '../../components/routes.js';
import type { Context, Outcome } from '../../discord/define.js';
import { button, note } from '../../discord/message/blocks.js';
import { messageOwed, staleCards } from './effects.js';
import type { EntryService } from './entry-service.js';

/** Deletes the entry, and offers `Undo`. */
export async function removeEntry(
  number: number,
  context: Context<{ entries: Pick<EntryService, 'remove'> }>,
): Promise<Outcome> {
  const { guildId, cohortChannelId, actor, words, services } = context;
  const { reopened } = await services.entries.remove(guildId, number, actor.id, cohortChannelId);
  const effects =
    reopened === null ? [staleCards([number])] : [staleCards([number, reopened]), messageOwed()];
  const undo = button(routes.undoRemove.id({ number }), words.buttons.undo, { style: 'primary' });
  return { kind: 'message', view: note(words.entries.deleted(number), undo), effects };
}

/** The entry and its cards are back. */
export async function restoreEntry(
  number: number,
  { guildId, actor, words, services }: Context<{ entries: Pick<EntryService, 'restore'> }>,
): Promise<Outcome> {
  const entry = await services.entries.restore(guildId, number, actor.id);
  return {
    kind: 'message',
    view: note((entry.hiddenAt ? words.entries.restoredHidden : words.entries.restored)(number)),
    effects: [staleCards([number, entry.challengeNumber ?? number])],
  };
}
