/** Words to search for, out of whatever was typed; and what of an entry to show beside them. */

/** A search with more words finds nothing more. */
const wordsAtMost = 12;

/** The longest word looked for (UTF-16 units): also bounds what comparing spellings costs. */
const wordLength = 40;

/**
 * The words of a text in its order, each once, lower case: letters, digits and the marks on them, nothing else, so
 * that no character can mean something to the database's query language. `C++` and `C#` stay words of their own, as
 * the function `search_text` of the database has it.
 */
export function wordsOf(text: string, atMost: number = wordsAtMost): string[] {
  const plain = text
    .slice(0, 4_000)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('c++', 'cplusplus')
    .replaceAll('c#', 'csharp')
    .replace(/[\ufe0f\u20e3]/g, '');
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return [...new Set(words.map((word) => cut(word, wordLength)))].slice(0, atMost);
}

/** The text's first `limit` UTF-16 units; a character is never cut in two. */
export function cut(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
}

/** The same with `…` when something is left out, within the limit. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${cut(text, limit - 1).trimEnd()}…`;
}

/** Ranges of entry numbers that begin with the typed digits, the exact one first; none unless it is `12` or `#12`. */
export function numberRanges(typed: string): [number, number][] {
  const digits = /^\s*#?\s*([1-9]\d{0,9})\s*$/.exec(typed)?.[1];
  const ranges: [number, number][] = [];
  for (let size = 1; digits && Number(digits) * size <= 2_147_483_647; size *= 10) {
    ranges.push([Number(digits) * size, Math.min((Number(digits) + 1) * size - 1, 2_147_483_647)]);
  }
  return ranges;
}

/** The part of a text, on one line and at most `limit` UTF-16 units long, where the words first appear. */
export function snippetOf(text: string, words: readonly string[], limit: number): string {
  const line = text
    .replace(/```\w*|`/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) return line;
  const first = Math.min(...matchesIn(line, words).map(([from]) => from), line.length);
  if (first === line.length || first < limit * 0.6) return shortened(line, limit);
  const wanted = Math.min(first - Math.floor(limit / 3), line.length - limit + 1);
  const start = line.indexOf(' ', wanted) + 1;
  return `…${shortened(line.slice(start > 0 && start <= first ? start : first), limit - 1)}`;
}

/**
 * Where words of the text are, or begin with, one of those looked for: [from, to) in UTF-16 units, in order. Endings
 * are not insisted on, since `caching` also finds `caches`.
 */
export function matchesIn(text: string, words: readonly string[]): [number, number][] {
  const stems = words
    .map(folded)
    .map((word) => word.slice(0, Math.max(Math.min(word.length, 4), word.length - 3)));
  const matches: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const plain = folded(word);
    if (stems.some((stem) => plain.startsWith(stem))) matches.push([index, index + word.length]);
  }
  return matches;
}

/** Without accents, lower case. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}
