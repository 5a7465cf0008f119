/** The result of a change of tags, in a few sentences. */

import { note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';

export interface ShownTagChange {
  tag: string;
  /** The new tag; null when it was removed. */
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
