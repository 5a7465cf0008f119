/** What a draft of a challenge is compared with solved ones by, and how much likeness is worth interrupting for. */
import type { DraftText } from '../challenges/index.js';
import { type AskedWord, askedWordsOf, joinedTagWord, markWord, quotedWord } from '../words/index.js';
import { anyOf } from './ranking.js';
import { rarity, sameFrom, standsFor, type Term, termOf } from './resolved-words.js';
import type { KnownWords } from './word-store.js';

/** Words of a draft that are read, and the most telling of them that are compared. */
const wordsRead = 80;
export const comparedWords = 24;

/** A word of the title says more of what is asked than one of an error message's twenty lines. */
const titleFactor = 1.5;

/** What everybody tags says what a draft is about, not what is wrong. */
const tagFactor = 0.5;

/** Parts of a word that entries have as a whole are hardly more evidence. */
const partFactor = 0.5;

/** Entries whose candidates are all compared. */
const comparedEntries = 600;

export interface DraftWord extends AskedWord {
  factor: number;
}

/** The words of a draft, each once. */
export function draftWords({ title, body, tags }: DraftText): DraftWord[] {
  const inTitle = askedWordsOf(title, wordsRead);
  const titled = new Set(inTitle.map(({ word }) => word));
  const others = askedWordsOf(`${body}\n${tags}`, wordsRead).filter(({ word }) => !titled.has(word));
  return [
    ...inTitle.map((word) => ({ ...word, factor: titleFactor })),
    ...others.map((word) => ({ ...word, factor: 1 })),
  ].slice(0, wordsRead);
}

/** What to look up besides the words themselves: which of them are tags. */
export const neededForDraft = (words: readonly DraftWord[]) => ({
  words: words.flatMap((asked) => [asked, ...asked.parts]).map(({ word }) => tagOf(word)),
});

/** The most telling words of a draft, as far as entries have them. */
function draftTerms(words: readonly DraftWord[], known: KnownWords): Term[] {
  const terms = words.flatMap((asked) => {
    const own = termOf(asked, standsFor(asked, known), known);
    const parts = asked.parts.flatMap((part) => termOf(part, standsFor(part, known), known, true) ?? []);
    const all = [...(own ? [own] : []), ...parts];
    return all.map((term) =>
      scaled(term, asked.factor * factorOf(term, known) * (own && term.isPart ? partFactor : 1)),
    );
  });
  return withoutForms(terms.toSorted((one, other) => other.worth - one.worth)).slice(0, comparedWords);
}

/** `count` and `counts`, or a phrase and the name it stands for, are one piece of evidence: the one worth most is kept. */
function withoutForms(terms: readonly Term[]): Term[] {
  const taken = new Set<string>();
  return terms.filter(({ values, worth }) => {
    const words = Object.keys(values).filter((word) => (values[word] ?? 0) >= worth * sameFrom);
    const isForm = words.length > 0 && words.every((word) => taken.has(word));
    for (const word of words) taken.add(word);
    return !isForm;
  });
}

/** A `tsquery` for challenges, and what solved them, that have one of the rarest words. */
export function candidatesOf(terms: readonly Term[]): string {
  const rare: Term[] = [];
  let sum = 0;
  for (const term of terms.toSorted((one, other) => one.entries - other.entries)) {
    sum += term.entries;
    if (sum > comparedEntries && rare.length > 0) break;
    rare.push(term);
  }
  const kinds = ['challenge', 'accepted'].map((mark) => quotedWord(markWord(mark))).join(' | ');
  return `(${kinds}) & (${anyOf(rare)})`;
}

/** As a tag, whose words are joined. */
const tagOf = (word: string): string => joinedTagWord(word.replaceAll(' ', ''));

function factorOf({ word }: Term, known: KnownWords): number {
  return known.entriesOf.has(tagOf(word)) ? tagFactor : 1;
}

function scaled(term: Term, factor: number): Term {
  return {
    ...term,
    worth: term.worth * factor,
    values: Object.fromEntries(Object.entries(term.values).map(([word, value]) => [word, value * factor])),
  };
}

/**
 * What a pair's score has to be beside the logarithm of how many entries there are, which is what one rare word is
 * worth: then it means the same in a small guild and in a large one. Chosen on three labelled sets of drafts: see
 * docs/performance.md for what it brings on each.
 */
const strongFrom = 2.65;
const weakFrom = 0.9;

/** A pair that has nearly all that the draft says is like it even where few entries make every word look common. */
const whole = { part: 0.6, terms: 3, from: 1.2 } as const;

/** How a pair compares with a draft. */
export interface Likeness {
  score: number;
  /** Places of the terms both have. */
  terms: readonly number[];
}

/** What a draft says, and how much of it there is: words that no entry has count too. */
export interface DraftEvidence {
  terms: readonly Term[];
  worth: number;
  documents: number;
}

export function evidenceOf(words: readonly DraftWord[], known: KnownWords): DraftEvidence {
  const terms = draftTerms(words, known);
  const found = new Set(terms.map(({ word }) => word));
  const missing = words.filter((asked) => !found.has(asked.word) && standsFor(asked, known).size === 0);
  const unknown = missing.reduce((sum, { factor, weight }) => sum + factor * weight, 0);
  const worth = terms.reduce((sum, term) => sum + term.worth, unknown * rarity(0, known.documents));
  return { terms, worth, documents: known.documents };
}

/** Whether a draft is interrupted for it, or it is named afterwards, or neither. */
export function likenessOf(
  { score, terms: shared }: Likeness,
  { terms, worth, documents }: DraftEvidence,
): 'strong' | 'weak' | 'none' {
  const strength = score / Math.log(2 + documents);
  const part = shared.reduce((sum, place) => sum + (terms[place]?.worth ?? 0), 0) / worth;
  const isWhole = shared.length >= whole.terms && part >= whole.part && strength >= whole.from;
  if (shared.length >= 2 && (strength >= strongFrom || isWhole)) return 'strong';
  return strength >= weakFrom ? 'weak' : 'none';
}
