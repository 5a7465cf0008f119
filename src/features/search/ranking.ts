/**
 * What the database ranks a search by: where it looks for candidates, and what each word of theirs is worth. Rare words
 * tell which entries to rank; frequent ones only put those in order. So few entries are ranked however large a guild is.
 */
import { quotedWord } from '../words/index.js';
import type { Term } from './resolved-words.js';

/** Where candidates come from: by the index those that match, or those that match among the guild's newest. */
export interface Pool {
  kind: 'index' | 'newest';
  /** A `tsquery`. */
  query: string;
  /** Candidates that are ranked at most, the newest first. */
  limit: number;
}

export interface Ranking {
  pools: readonly Pool[];
  /** A `tsquery` that all results meet; empty for none. */
  condition: string;
  /** Words of entries, the place of the term each stands for, and what it is worth. */
  words: readonly string[];
  terms: readonly number[];
  values: readonly number[];
  /** How many terms a full match has: those with the first places. */
  termCount: number;
}

/** So many entries are all ranked. */
const rankedAll = 300;

/** A word that so many entries have is found sooner by reading the newest ones than by the index. */
const frequentFrom = 3_000;

/** The newest entries in which frequent words are looked for. */
export const newestRead = 2_000;

/** Candidates of one pool of frequent words that are ranked at most, the newest first. */
const frequentRanked = 120;

export function rankingOf(allTerms: readonly Term[], condition: string): Ranking {
  // Parts last, so that places below `termCount` are those of whole words.
  const terms = [...allTerms.filter(({ isPart }) => !isPart), ...allTerms.filter(({ isPart }) => isPart)];
  const flat = terms.flatMap(({ values }, place) =>
    Object.entries(values).map(([word, value]) => ({ word, place, value })),
  );
  return {
    pools: poolsOf(terms),
    condition,
    words: flat.map(({ word }) => word),
    terms: flat.map(({ place }) => place),
    values: flat.map(({ value }) => value),
    termCount: terms.filter(({ isPart }) => !isPart).length,
  };
}

function poolsOf(terms: readonly Term[]): Pool[] {
  const byRarity = terms.toSorted((one, other) => one.entries - other.entries);
  const rare: Term[] = [];
  let sum = 0;
  for (const term of byRarity) {
    sum += term.entries;
    if (sum > rankedAll) break;
    rare.push(term);
  }
  const [first, second] = byRarity;
  if (!first) return [];
  const pools: Pool[] = [];
  if (rare.length > 0) pools.push({ kind: 'index', query: anyOf(rare), limit: rankedAll });
  else
    pools.push({
      kind: first.entries < frequentFrom ? 'index' : 'newest',
      query: anyOf([first]),
      limit: frequentRanked,
    });
  // Entries with the rarest word are among those; when there are too many of them, those that have more of the words are.
  const whole = byRarity.filter(({ isPart }) => !isPart);
  if (rare.length === 0 && second) {
    if (whole.length > 1) pools.push({ kind: 'index', query: allOf(whole), limit: frequentRanked });
    if (whole.length > 2)
      pools.push({ kind: 'index', query: allOf(whole.slice(0, 2)), limit: frequentRanked });
    if (first.entries >= frequentFrom)
      pools.push({ kind: 'newest', query: anyOf(byRarity), limit: frequentRanked });
  }
  return pools;
}

export const anyOf = (terms: readonly Term[]): string =>
  terms
    .flatMap(({ values }) => Object.keys(values))
    .map(quotedWord)
    .join(' | ');

const allOf = (terms: readonly Term[]): string => terms.map((term) => `(${anyOf([term])})`).join(' & ');
