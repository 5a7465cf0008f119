/** What follows when an entry was kept: its card for all to see, or a word to its author that a moderator looks first. */
import type { Outcome } from '../discord/define.js';
import type { EntryDetails } from '../entities/entry-details.js';
import type { Catalogue } from '../locales/catalogue.js';
import { note } from '../views/blocks.js';
import { entryCard } from '../views/entry-card.js';
import type { MessageView } from '../views/message-view.js';

export function keptAnswer(
  words: Catalogue,
  entry: EntryDetails,
  { view, refresh }: { view?: MessageView; refresh?: readonly number[] } = {},
): Outcome {
  const { number } = entry;
  if (entry.held) {
    return { kind: 'message', privately: true, view: note(words.queue.entryHeld(number)), queued: true };
  }
  return { kind: 'card', number, isNew: true, view: view ?? entryCard(words, entry), refresh };
}
