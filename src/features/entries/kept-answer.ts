/** The answer after an entry is stored: its public card, or a note to its author that a moderator reviews it first. */
import type { Context, Outcome } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { justTaken } from '../pictures/index.js';
import { showCard } from './card-delivery.js';
import { queueChanged, staleCards } from './effects.js';
import { entryCard } from './entry-card.js';
import type { EntryDetails } from './entry-model.js';
import { pictureNews, type Taken } from './picture-answers.js';

export function keptAnswer(
  { words, cohortWords }: Pick<Context, 'cohortWords' | 'words'>,
  entry: EntryDetails,
  { view, stale = [], pictures }: { view?: MessageView; stale?: readonly number[]; pictures?: Taken } = {},
): Outcome {
  const { number } = entry;
  const problem = pictures?.problem;
  // Who saves somebody else's message can't describe its picture.
  const isOwn = entry.source === null || entry.source.savedBy === entry.authorId;
  const isUndescribed = isOwn && pictures?.taken.some(({ alt }) => alt === null);
  const news = problem || isUndescribed ? [pictureNews({ number, problem })] : [];
  if (entry.held) {
    const effects = [queueChanged(), ...news];
    return { kind: 'message', privately: true, view: note(words.queue.entryHeld(number)), effects };
  }
  const card = view ?? entryCard(cohortWords, entry, justTaken(pictures?.taken ?? []));
  return showCard({ number, isNew: true, view: card }, [staleCards(stale), ...news]);
}
