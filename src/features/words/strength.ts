/** How much it says that an entry has a word, from where it is and how often. */

/** Where a word is: in the title, among the tags, in the text, in what others asked. */
export type Field = 'A' | 'B' | 'C' | 'D';

const fieldWeights: Record<Field, number> = { A: 2.5, B: 1.5, C: 1, D: 0.8 };

/** How soon more of the same word adds nothing, and a usual number of different words. */
const saturation = 0.9;
const usualLength = 40;

/** What stands for a strength of 1 where it is stored as a place in a `tsvector`, which ends at 16,383. */
export const highestStrength = 16_000;

/**
 * Above 0 and below 1, as BM25 has it: a title says more than a text, a short entry more than a long one.
 * @param fields of each place of the word
 * @param length how many different words the entry has
 */
export function strengthOf(fields: readonly Field[], length: number): number {
  const frequency = fields.reduce((sum, field) => sum + fieldWeights[field], 0);
  return frequency / (frequency + saturation * (0.6 + (0.4 * length) / usualLength));
}
