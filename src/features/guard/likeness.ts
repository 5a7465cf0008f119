/** How similar two texts are: the same words in the same order, or nearly so. */
import { createHash } from 'node:crypto';
import { withoutInvisible } from '../../platform/invisible.js';

/** Shorter texts are similar by chance (words). */
const leastWords = 25;

/** Shingles that stand for a text: those whose hashes are smallest. */
const sketchSize = 64;

/** Texts that share so much of their shingles say the same (Jaccard). */
const nearlyAll = 0.7;

export interface Likeness {
  /** The same for texts of the same words, whatever their case, accents and signs. */
  digest: string;
  /** UTF-16 units of the words. */
  length: number;
  /** Ascending hashes of three words each; null for a text too short to be compared so. */
  sketch: readonly number[] | null;
}

export function likenessOf(text: string): Likeness {
  const words = withoutInvisible(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  // Signs alone, such as emoji, are all there is to compare.
  const plain = words?.join(' ') ?? text.trim();
  return {
    digest: createHash('sha1').update(plain).digest('base64'),
    length: plain.length,
    sketch: words && words.length >= leastWords ? sketchOf(words) : null,
  };
}

/** Whether two texts say nearly the same. */
export function areNear(first: Likeness, second: Likeness): boolean {
  if (!first.sketch || !second.sketch) return false;
  let shared = 0;
  let seen = 0;
  for (let one = 0, other = 0; seen < sketchSize; seen += 1) {
    const a = first.sketch[one] ?? Number.POSITIVE_INFINITY;
    const b = second.sketch[other] ?? Number.POSITIVE_INFINITY;
    if (a === b && a === Number.POSITIVE_INFINITY) break;
    if (a === b) shared += 1;
    if (a <= b) one += 1;
    if (b <= a) other += 1;
  }
  return shared / seen >= nearlyAll;
}

function sketchOf(words: readonly string[]): number[] {
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let index = 2; index < hashes.length; index += 1) {
    const [first = 0, second = 0, third = 0] = hashes.slice(index - 2, index + 1);
    shingles.add(Math.imul(Math.imul(first, 31) + second, 0x01000193) ^ Math.imul(third, 0x85ebca6b));
  }
  return [...shingles]
    .map((hash) => hash >>> 0)
    .sort((one, other) => one - other)
    .slice(0, sketchSize);
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}
