/** Words of `/admin tag`: renaming and removing tags over all entries. */
import { plural } from './plural.js';

const entries = (count: number) => plural(count, 'entry', 'entries');

export const tags = {
  commands: {
    tag: 'Keep tags in order: rename, merge or remove one everywhere',
    rename: 'Put one tag in the place of another, on every entry; a tag in use already takes both',
    from: 'The tag to rename; pick it from the list',
    to: 'What it is called from now on',
    remove: 'Take a tag off every entry',
    removed: 'The tag to remove; pick it from the list',
  },
  choice: (tag: string, count: number) => `${tag} · ${entries(count)}`,
  renamed: (from: string, to: string, count: number) => `\`${from}\` is now \`${to}\`, on ${entries(count)}.`,
  merged: (to: string, count: number) =>
    count === 0
      ? `\`${to}\` was in use before, and the two are one tag now.`
      : `\`${to}\` was in use before, on ${count} of them too, and the two are one tag now.`,
  undo: (from: string, to: string) => `To undo it: \`/admin tag rename from:${to} to:${from}\`.`,
  removed: (tag: string, count: number) => `\`${tag}\` was taken off ${entries(count)}.`,
  cards: 'Their cards in the channel follow within minutes.',
  /** Former states of entries are kept, and tell which ones. */
  noUndo: 'An entry can get a tag back with Edit.',
};
