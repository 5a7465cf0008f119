/** `Undo` after a deletion: the entry and its cards are back. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, restoreEntry } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.undoRemove,
  answers: 'update',
  run: (
    _interaction: ButtonInteraction,
    { number },
    context: Context<{ entries: Pick<EntryService, 'restore'> }>,
  ) => restoreEntry(number, context),
});
