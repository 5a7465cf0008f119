/** A query as it was typed, taken apart: words, "phrases", words to leave out with a minus, and a number with `#`. */
import { type AskedWord, askedWordsOf } from '../words/index.js';

export interface ParsedQuery {
  words: readonly AskedWord[];
  /** Each has to stand there just so. */
  phrases: readonly string[];
  /** Entries with one of these are left out. */
  without: readonly string[];
  /** Of the entry that was asked for as `#12`. */
  number: number | null;
  /** A single word that may be a tag, and whether `#` says that it is one. */
  tag: { name: string; isSigned: boolean } | null;
}

/** A search with more words finds nothing more. */
const wordsAtMost = 12;

/** What is read of a query (UTF-16 units). */
const readAtMost = 4_000;

const quotedPart = /(?<![\p{L}\p{N}])(-?)["“”„«]([^"“”„«»]+)["“”»]?/gu;
const minusWord = /(?<!\S)-(?=[\p{L}\p{N}#.])(\S+)/gu;

export function parsedQuery(typed: string): ParsedQuery {
  const phrases: string[] = [];
  const without: string[] = [];
  const plain = typed
    .slice(0, readAtMost)
    .replace(quotedPart, (_, minus: string, phrase: string) => {
      if (askedWordsOf(phrase, 1).length === 0) return ' ';
      (minus ? without : phrases).push(phrase);
      return minus ? ' ' : ` ${phrase} `;
    })
    .replace(minusWord, (_, word: string) => {
      without.push(word);
      return ' ';
    });
  const words = askedWordsOf(plain, wordsAtMost);
  const number = Number(/^\s*#\s*([1-9]\d{0,8})\s*$/.exec(typed)?.[1] ?? 0);
  const only = /^\s*#?([\p{L}\p{N}\p{M}+.][\p{L}\p{N}\p{M}+#._/-]{0,31})\s*$/u.exec(plain)?.[1];
  // Nothing but words to leave out: what would be left is everything, so these are what is asked for.
  if (words.length === 0 && without.length > 0)
    return {
      words: askedWordsOf(without.join(' '), wordsAtMost),
      phrases: [],
      without: [],
      number: null,
      tag: null,
    };
  return {
    words,
    phrases,
    without,
    number: number || null,
    tag: only ? { name: only, isSigned: /^\s*#/.test(typed) } : null,
  };
}
