/** What of an entry to show beside the words that were looked for. */
import { hideSpoilers } from '../../platform/shortening.js';
import { shortened } from '../../platform/text.js';
import { tokensOf } from '../words/index.js';

/** Ranges of entry numbers that begin with the typed digits, the exact one first; none unless it is `12` or `#12`. */
export function numberRanges(typed: string): [number, number][] {
  const digits = /^#?\s*([1-9]\d{0,9})$/.exec(typed.trim())?.[1];
  const ranges: [number, number][] = [];
  for (let size = 1; digits && Number(digits) * size <= 2_147_483_647; size *= 10) {
    ranges.push([Number(digits) * size, Math.min((Number(digits) + 1) * size - 1, 2_147_483_647)]);
  }
  return ranges;
}

/** The part of a text, on one line and at most `limit` UTF-16 units long, where the words first appear. */
export function snippetOf(text: string, words: ReadonlySet<string>, limit: number): string {
  const line = hideSpoilers(text)
    .replace(/```\w*/g, ' ')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) return line;
  const first = Math.min(...matchesIn(line, words).map(([from]) => from), line.length);
  if (first === line.length || first < limit * 0.6) return shortened(line, limit);
  const wanted = Math.min(first - Math.floor(limit / 3), line.length - limit + 1);
  const start = line.indexOf(' ', wanted) + 1;
  return `…${shortened(line.slice(start > 0 && start <= first ? start : first), limit - 1)}`;
}

/** Where words of the text are, or are joined of, one of those looked for, as folded: [from, to) in UTF-16 units, in order. */
export function matchesIn(text: string, words: ReadonlySet<string>): [number, number][] {
  const matches: [number, number][] = [];
  for (const { from, to, word, parts } of tokensOf(text)) {
    if (!words.has(word) && !parts.some((part) => words.has(part))) continue;
    const last = matches.at(-1);
    // Neighbours in scripts without spaces overlap.
    if (last && last[1] > from) last[1] = Math.max(last[1], to);
    else matches.push([from, to]);
  }
  return matches;
}
