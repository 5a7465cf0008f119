/** Which of a guild's words stand for what was looked for, and how much each tells: the rarer, the more. */
import { type Alternative, type AskedWord, beginningOf } from '../words/index.js';
import type { Beginning, KnownWords } from './word-store.js';

/** One word looked for, with the words of entries that count as it. */
export interface Term {
  /** As it was asked for, folded. */
  word: string;
  /** What each word is worth where an entry has it: how rare the term is, times how near the word comes to it. */
  values: Readonly<Record<string, number>>;
  /** How many entries have it, more or less: one that has two of its words counts twice. */
  entries: number;
  /** What it is worth at most. */
  worth: number;
  /** Only a part of a joined word, which a full match need not have by itself. */
  isPart: boolean;
  /** Words that count because the table of synonyms says so. */
  synonyms: readonly string[];
}

/** Endings that a stem takes (characters). */
const longestEnding = 8;

/** What a longer word counts that begins as typed. */
const prefixWeight = 0.8;

/** From here on a word stands for the one looked for, rather than being kin to it. */
export const sameFrom = 0.5;

/** What to look up so that those can be resolved. */
export function neededFor(asked: readonly AskedWord[]): { words: string[]; beginnings: Beginning[] } {
  const all = asked.flatMap((word) => [word, ...word.parts]).flatMap(({ alternatives }) => alternatives);
  const stems = all.filter(({ kind }) => kind === 'stem').map(({ word }) => word);
  return {
    words: [...new Set(all.filter(({ kind }) => kind === 'word').map(({ word }) => word))],
    beginnings: [...new Set(stems)].map((stem) => ({
      text: beginningOf(stem),
      longest: stem.length + longestEnding,
    })),
  };
}

/** Words of the guild that stand for one that is asked for, with their weights. */
export function standsFor(
  { alternatives }: Pick<AskedWord, 'alternatives'>,
  known: KnownWords,
  beginning?: string,
): Map<string, { weight: number; isSynonym: boolean }> {
  const found = new Map<string, { weight: number; isSynonym: boolean }>();
  const add = (word: string, { weight, isSynonym }: Pick<Alternative, 'weight' | 'isSynonym'>) => {
    if ((found.get(word)?.weight ?? 0) < weight) found.set(word, { weight, isSynonym });
  };
  for (const alternative of alternatives) {
    const { word, kind } = alternative;
    if (known.entriesOf.has(word) && kind === 'word') add(word, alternative);
    if (kind === 'stem') for (const candidate of known.byStem.get(word) ?? []) add(candidate, alternative);
  }
  if (beginning !== undefined) {
    for (const candidate of known.entriesOf.keys()) {
      if (candidate.startsWith(beginning)) add(candidate, { weight: prefixWeight, isSynonym: false });
    }
  }
  return found;
}

/** The term of a word, from what stands for it; undefined when nothing does. */
export function termOf(
  { word, weight }: Pick<AskedWord, 'word' | 'weight'>,
  found: ReadonlyMap<string, { weight: number; isSynonym: boolean }>,
  known: KnownWords,
  isPart = false,
): Term | undefined {
  if (found.size === 0) return undefined;
  const counted = (from: number) =>
    [...found].reduce(
      (sum, [candidate, { weight: of }]) => sum + (of >= from ? (known.entriesOf.get(candidate) ?? 0) : 0),
      0,
    );
  const entries = Math.min(counted(sameFrom) || counted(0), known.documents);
  const worth = rarity(entries, known.documents) * weight;
  return {
    word,
    values: Object.fromEntries([...found].map(([candidate, { weight: of }]) => [candidate, worth * of])),
    entries,
    worth,
    isPart,
    synonyms: [...found].filter(([, { isSynonym }]) => isSynonym).map(([candidate]) => candidate),
  };
}

/** As BM25 has it; never below a little, so that a word all entries have still counts when there is no other. */
export function rarity(entries: number, documents: number): number {
  return Math.max(0.1, Math.log(1 + (documents - entries + 0.5) / (entries + 0.5)));
}
