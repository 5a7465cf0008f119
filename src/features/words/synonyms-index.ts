/** The table of synonyms, read once: which words find which others, and which phrases count as one word. */
import { stemOf } from './stems.js';
import { synonymTable } from './synonyms.js';
import { tokensOf, wordsIn } from './tokens.js';

/** How much a word that means the same counts beside the one looked for, and one that is only kin. */
export const sameWeight = 0.85;
export const kinWeight = 0.3;

interface Group {
  same: readonly string[];
  kin: readonly string[];
}

export interface Synonym {
  /** A stem, or the stems of a phrase with spaces between them. */
  key: string;
  weight: number;
}

/** Stems of a text with spaces between them: what a word or a phrase is known by here. */
export function keyOf(text: string): string {
  return tokensOf(text).flatMap(wordsIn).map(stemOf).join(' ');
}

const groups: readonly Group[] = synonymTable
  .trim()
  .split('\n')
  .map((line) => {
    const [same = '', kin = ''] = line.split('~');
    const keys = (list: string, sign: string) =>
      list
        .split(sign)
        .map(keyOf)
        .filter((key) => key !== '');
    return { same: keys(same, '='), kin: keys(kin, ',') };
  });

const groupsByKey = new Map<string, Group[]>();
for (const group of groups) {
  for (const key of group.same) groupsByKey.set(key, [...(groupsByKey.get(key) ?? []), group]);
}

/** Phrases by the stem they begin with, the longest first. */
const phrases = new Map<string, string[][]>();
for (const key of groups.flatMap(({ same, kin }) => [...same, ...kin])) {
  const stems = key.split(' ');
  const [first = ''] = stems;
  if (stems.length < 2 || phrases.get(first)?.some((known) => known.join(' ') === key)) continue;
  phrases.set(
    first,
    [...(phrases.get(first) ?? []), stems].sort((one, other) => other.length - one.length),
  );
}

/** What else finds an entry that is looked for by this key. */
export function synonymsOf(key: string): Synonym[] {
  const weights = new Map<string, number>();
  const add = (found: string, weight: number) => {
    if (found !== key) weights.set(found, Math.max(weight, weights.get(found) ?? 0));
  };
  for (const { same, kin } of groupsByKey.get(key) ?? []) {
    for (const found of same) add(found, sameWeight);
    for (const found of kin) add(found, kinWeight);
  }
  return [...weights].map(([found, weight]) => ({ key: found, weight }));
}

/** The longest phrase of the table that begins at that place of a text's stems; how many words it has, 0 for none. */
export function phraseAt(stems: readonly string[], place: number): number {
  const found = phrases
    .get(stems[place] ?? '')
    ?.find((phrase) => phrase.every((stem, index) => stems[place + index] === stem));
  return found?.length ?? 0;
}

/** Every phrase of the table that begins there, not only the longest. */
export function phrasesAt(stems: readonly string[], place: number): string[] {
  return (phrases.get(stems[place] ?? '') ?? [])
    .filter((phrase) => phrase.every((stem, index) => stems[place + index] === stem))
    .map((phrase) => phrase.join(' '));
}
