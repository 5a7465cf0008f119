/** `Delete` on an entry: deletes it, and offers `Undo`. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, removeEntry } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.remove,
  answers: 'ephemeral',
  run: (
    _interaction: ButtonInteraction,
    { number },
    context: Context<{ entries: Pick<EntryService, 'any' | 'remove'> }>,
  ) => removeEntry(number, context),
});
