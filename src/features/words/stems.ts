/** What endings of English and French leave of a word. */
import { stemmer } from 'stemmer';

/** Stems that were asked for lately: a cohort has few thousand words, and every search compares some dozens. */
const known = new Map<string, string>();
const knownAtMost = 20_000;

/** The stem of a folded word; words that are not of the letters a to z alone are their own. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = /^[a-z]{4,}$/.test(word) ? stemmer(withoutFrenchEnding(word)) : word;
  if (known.size >= knownAtMost) known.clear();
  known.set(word, stem);
  return stem;
}

/**
 * Endings that French has and English hasn't: `réseaux`, `optimisées`, `suivantes`, `personnelles`, `anciennes`. What is
 * left begins the word, since words are found by how they begin.
 */
const frenchEnding =
  /(?<=[a-z]{2}eau)x$|(?<=[a-z]{4}e)es?$|(?<=[a-z]{3}ant)es?$|(?<=[a-z]{4}el)les?$|(?<=[a-z]{2}ien)nes?$/;

function withoutFrenchEnding(word: string): string {
  return word.replace(frenchEnding, '');
}

/**
 * How every word with that stem begins: stemming may turn the last letter into another one (`query`, `queri`) or put
 * one there (`rating`, `rate`).
 */
export function beginningOf(stem: string): string {
  return /^[a-z]{4,}$/.test(stem) ? stem.replace(/[ei]$/, '') : stem;
}
