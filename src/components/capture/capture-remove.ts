/** `Remove` in the word to the member who wrote a message that was saved: it goes, from a direct message too. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { button, note } from '../../discord/message/blocks.js';
import { type EntryService, removeEntry } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.captureRemove,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  // Ids can be copied: the number is one of the guild it is pressed in, and it must be the presser's own.
  async run(
    _interaction: ButtonInteraction,
    { number },
    context: Context<{ entries: Pick<EntryService, 'remove'> }>,
  ) {
    const { words } = context;
    const removed = await removeEntry(number, context);
    const undo = button(routes.undoRemove.id({ number }), words.buttons.undo);
    return removed.kind === 'message'
      ? { ...removed, view: note(words.capture.removed(number), undo) }
      : removed;
  },
});
