/** Copy of `/admin tag`: renaming and removing tags on all entries. */
import { tagCode } from '../../platform/right-to-left.js';
import { plural } from './plural.js';

const entries = (count: number) => plural(count, 'entry', 'entries');

export const tags = {
  commands: {
    tag: 'Rename, merge or remove tags everywhere',
    rename: 'Rename a tag on every entry; renaming to a tag in use merges the two',
    from: 'The tag to rename; pick it from the list',
    to: 'The new name',
    remove: 'Remove a tag from every entry',
    removed: 'The tag to remove; pick it from the list',
  },
  choice: (tag: string, count: number) => `${tag} · ${entries(count)}`,
  renamed: (from: string, to: string, count: number) =>
    `${tagCode(from)} is now ${tagCode(to)}, on ${entries(count)}.`,
  merged: (to: string, count: number) =>
    count === 0
      ? `${tagCode(to)} was already in use, so the two are now one tag.`
      : `${tagCode(to)} was already in use, on ${count} of them too, so the two are now one tag.`,
  undo: (from: string, to: string) => `To undo it: \`/admin tag rename from:${to} to:${from}\`.`,
  removed: (tag: string, count: number) => `${tagCode(tag)} was removed from ${entries(count)}.`,
  cards: 'Their cards in the channel are updated within minutes.',
  /** Removing can't be undone with one command. Earlier versions of the entries still show the tag. */
  noUndo: 'An entry can get a tag back with Edit.',
};
