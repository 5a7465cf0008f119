/** The language of the benchmark's entries: words of the sample cohort, with the frequencies of a natural language. */
import { timeline } from '../scripts/cohort/timeline.js';
import { between, type Chance, oneOf } from './chance.js';

/** How many words there are besides the cohort's own: names and terms that few entries have. */
const rareWords = 20_000;

/** Zipf's law: the word of rank r is used in proportion to 1 / (r + shift) ^ exponent. */
const shift = 2.7;
const exponent = 1.05;

/** Nobody searches for words of the first ranks, or for short ones. */
const commonest = 60;

const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo xu za bre cli dro gna'.split(' ');

export interface Words {
  /** One word, drawn by its frequency. */
  any(chance: Chance): string;
  /** Only words of the cohort that someone would search for. */
  telling(chance: Chance): string;
  /** A word that hardly any entry has. */
  rare(chance: Chance): string;
  /** Whether someone would search for it. */
  isTelling(word: string): boolean;
}

/** @param chance generates the rare words */
export function cohortWords(chance: Chance): Words {
  const common = byFrequency(timeline.flatMap((act) => Object.values(act).map(String)).join(' '));
  const ranked = [...common];
  const known = new Set(ranked);
  while (ranked.length < common.length + rareWords) {
    const word = Array.from({ length: between(chance, 3, 5) }, () => oneOf(chance, syllables)).join('');
    if (known.has(word)) continue;
    known.add(word);
    ranked.push(word);
  }
  const upTo: number[] = [];
  let sum = 0;
  for (const rank of ranked.keys()) {
    sum += (rank + 1 + shift) ** -exponent;
    upTo.push(sum);
  }
  const untold = new Set(common.slice(0, commonest));
  const isTelling = (word: string) => word.length > 3 && !untold.has(word);
  const ownSum = upTo[common.length - 1] ?? 0;
  const drawn = (chance: Chance, limit: number) => ranked[firstBeyond(upTo, chance() * limit)] ?? '';
  return {
    any: (chance) => drawn(chance, sum),
    telling(chance) {
      for (;;) {
        const word = drawn(chance, ownSum);
        if (isTelling(word)) return word;
      }
    },
    rare: (chance) => oneOf(chance, ranked.slice(-rareWords / 2)),
    isTelling,
  };
}

function byFrequency(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[a-z]{2,20}/g) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, first], [, second]) => second - first).map(([word]) => word);
}

/** The index of the first sum beyond `value`, by binary search. */
function firstBeyond(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
