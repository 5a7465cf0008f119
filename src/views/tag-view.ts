/** What a change of tags came to, in a few sentences. */
import type { Catalogue } from '../locales/catalogue.js';
import { note } from './blocks.js';
import type { MessageView } from './message-view.js';

export interface ShownTagChange {
  tag: string;
  /** What took its place; null when it was taken away. */
  by: string | null;
  numbers: readonly number[];
  merged: number;
  isMerger: boolean;
}

export function tagView(
  words: Catalogue,
  { tag, by, numbers, merged, isMerger }: ShownTagChange,
): MessageView {
  const { tags } = words;
  const count = numbers.length;
  const sentences =
    by === null
      ? [tags.removed(tag, count), tags.cards, tags.noUndo]
      : [
          tags.renamed(tag, by, count),
          ...(isMerger ? [tags.merged(by, merged)] : []),
          tags.cards,
          ...(isMerger ? [] : [tags.undo(tag, by)]),
        ];
  return note(sentences.join(' '));
}
