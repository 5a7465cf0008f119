/** How many of each kind an import holds, in one phrase, pairs first. */
import { learningKinds } from '../../entities/entry.js';
import type { Catalogue } from '../../locales/catalogue.js';

const order = ['pair', ...learningKinds, 'challenge'] as const;

/** `3 challenges with their solutions, 12 technologies, and 2 goals`; what there is none of is left out. */
export function importCounts(words: Catalogue, counts: Readonly<Record<string, number>>): string {
  const { kinds, list } = words.imports;
  return list(order.flatMap((what) => (counts[what] ? [kinds[what](counts[what])] : [])));
}
