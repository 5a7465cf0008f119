/** Where a text may be cut: never within a character, nor within what Discord draws as one piece. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Fenced code may be cut between its lines; the cut closes the fence. */
const fence = '```[^]*?(?:```|$)';
const spoiler = '\\|\\|(?=\\S|\\s*\\S)[^]+?\\|\\|';
/** Few brackets and parentheses within: with any number of them, a text of nothing else would be read again from each. */
const label = '[^[\\]\\n]{0,500}(?:\\[[^[\\]\\n]{0,500}){0,3}';
const address = '[^()\\s]{1,2000}(?:\\([^()\\s]{0,2000}){0,3}';
const link = `\\[${label}\\] ?\\(${address}\\)`;
const pieces = [
  '(?<fence>' + fence + ')',
  spoiler,
  // Code within a line; a link with its label, also one whose label was separated from it; an address.
  '``(?!`)[^\\n]{1,1000}?``(?!`)',
  '`[^`\\n]+`',
  link,
  '<?https?:\\/\\/[^\\s<>]+>?',
  // Mentions of members, roles, channels, commands; emoji; times.
  '<\\u200b?(?:@[!&]?|#|a?:\\w{1,32}:|t:-?|id:|\\/[^>\\n]{1,100}:)[\\w:-]{1,30}>',
  // A mark that is taken literally.
  '\\\\[^\\w\\s]',
];
const wholePieces = new RegExp(pieces.join('|'), 'g');
const spoilers = new RegExp(`(${fence}|\`[^\`\\n]+\`)|${spoiler}`, 'g');

/** How far beyond the cut the text is read (UTF-16 units): no single piece is longer than a body. */
const lookAhead = 4_000;

/** The end (UTF-16 units) of the longest beginning within `limit` that cuts through nothing. */
export function cutPoint(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  let end = 0;
  for (const { index, segment } of segmenter.segment(text.slice(Math.max(0, limit - 64), limit + 64))) {
    const segmentEnd = Math.max(0, limit - 64) + index + segment.length;
    if (segmentEnd > limit) break;
    end = segmentEnd;
  }
  for (const { 0: piece, index, groups } of text.slice(0, limit + lookAhead).matchAll(wholePieces)) {
    if (index >= end) break;
    const isCut = index + piece.length > end;
    if (isCut && groups?.['fence'] === undefined) return index;
    if (isCut) return end;
  }
  return end;
}

const hidden = '▮▮▮';

/** The text with `▮▮▮` for each spoiler, where it would be readable; of a text that `isCut`, also for the one cut through. */
export function hideSpoilers(text: string, { isCut = false } = {}): string {
  if (!text.includes('||')) return text;
  const closed = text.replace(spoilers, (_whole, code: string | undefined) => code ?? hidden);
  return isCut ? closed.replace(/\|\|(?!.*\|\|).*$/s, hidden) : closed;
}
