/** Text that was UTF-8, read with the wrong code page and encoded again: whether it is, and how it read before. */
import type { CodePage } from './code-pages.js';
import { lostCharacter, type Piece, piecesOf } from './mojibake-pieces.js';

export interface Repair {
  text: string;
  /** Sequences that are characters again. */
  repaired: number;
  /** Sequences that lost bytes and could have been several characters: U+FFFD stands in their place. */
  lost: number;
}

/** A text may have been spoilt more than once; three times is the most that was ever seen. */
const passes = 3;

/** For one character beyond Unicode's letters in ten sequences a learner may have fixed by hand since. */
const sequencesForEachStray = 10;
/** So many sequences and nothing else beyond ASCII is no accident, in whatever script. */
const sequencesWithoutDoubt = 6;
/** So many sequences that cannot stand in correct text are evidence beside lines that are correct. */
const sequencesInMixedText = 3;

/**
 * The text as it was before it was spoilt, or the very same text where that is not certain.
 * What proves it: sequences that no correct text has, outside of code and quotes, and hardly any other character
 * beyond ASCII. A correct text is full of such others; one about this very damage quotes its samples.
 */
export function repairMojibake(text: string): Repair {
  const result: Repair = { text, repaired: 0, lost: 0 };
  for (let pass = 0; pass < passes; pass++) {
    const repair = repairedOnce(result.text);
    if (!repair) break;
    result.text = repair.text;
    result.repaired += repair.repaired;
    result.lost += repair.lost;
  }
  return result;
}

/** A byte that begins a character of UTF-8, as either page reads it, with another beyond ASCII behind it. */
const beginsSequence = /[\u00c2-\u00f4ĞğİıŞş][^\0-\x7f]/;

function repairedOnce(text: string): Repair | undefined {
  if (!beginsSequence.test(text)) return undefined;
  const readings = (['windows-1252', 'windows-1254'] satisfies CodePage[]).map((page) =>
    piecesOf(text, page),
  );
  const [first = [], second = []] = readings;
  const pieces = strays(second) < strays(first) ? second : first;
  const evidence = new Set(strongPieces(text, pieces));
  const chosen = isSpoiltThroughout(text, pieces, evidence)
    ? pieces
    : piecesOfSpoiltLines(text, pieces, evidence);
  return chosen.some(({ kind }) => kind !== 'stray') ? applied(text, chosen) : undefined;
}

const wholes = (pieces: readonly Piece[]) => pieces.filter(({ kind }) => kind === 'whole').length;
const strays = (pieces: readonly Piece[]) => pieces.filter(({ kind }) => kind === 'stray').length;

function isSpoiltThroughout(text: string, pieces: readonly Piece[], evidence: ReadonlySet<Piece>): boolean {
  if (strays(pieces) * sequencesForEachStray > wholes(pieces)) return false;
  if (evidence.size > 0) return true;
  const inCode = codeRanges(text);
  return (
    pieces.filter((piece) => piece.kind === 'whole' && !inCode(piece.start)).length >= sequencesWithoutDoubt
  );
}

/** Where correct and spoilt text stand side by side: the lines that are spoilt and nothing else. */
function piecesOfSpoiltLines(text: string, pieces: readonly Piece[], evidence: ReadonlySet<Piece>): Piece[] {
  if (evidence.size < sequencesInMixedText) return [];
  const lines: Piece[][] = [];
  let end = 0;
  for (const piece of pieces) {
    if (piece.start >= end) {
      lines.push([]);
      end = text.indexOf('\n', piece.start);
      if (end < 0) end = text.length;
    }
    lines.at(-1)?.push(piece);
  }
  return lines
    .filter((line) => line.some((piece) => evidence.has(piece)) && line.every(({ kind }) => kind !== 'stray'))
    .flat();
}

const boxes = /^[\u2500-\u257f]$/;

/** The sequences that no correct text has where they stand. */
function strongPieces(text: string, pieces: readonly Piece[]): Piece[] {
  const inCode = codeRanges(text);
  const quoted = quotedPieces(text, pieces);
  return pieces.filter((piece, index) => {
    if (piece.kind === 'stray') return false;
    if (piece.kind === 'cut')
      return piece.end - piece.start >= 2 && /^[ðğ]Ÿ/.test(text.slice(piece.start, piece.end));
    if (inCode(piece.start)) {
      // A tree of folders is drawn within code; nobody quotes two of its lines.
      return (
        boxes.test(piece.text) &&
        boxes.test(pieces[index + 1]?.text ?? '') &&
        pieces[index + 1]?.start === piece.end
      );
    }
    if (quoted.has(piece)) return false;
    if (isNeverCorrect(piece.text)) return true;
    return isLatinLetter(text, piece) && isWithinWord(text, piece);
  });
}

/** Characters whose sequence is a letter with symbols after it that nobody writes: punctuation, arrows, emoji, … */
function isNeverCorrect(character: string): boolean {
  return /^[\u200b-\u200d\u2010-\u2027\u2030-\u205f\u20ac\u2122\u2190-\u23ff\u2500-\u27bf\u2b00-\u2bff\ufe0f\ufeff\u1200-\u137f\u1ea0-\u1eff\u{1f000}-\u{1faff}\u00a3\u00a7\u00a9\u00ae\u00b0-\u00b3\u00b5\u00b7\u00bf]$/u.test(
    character,
  );
}

/** `Ã©` and its like. The Portuguese `Ã` may stand before a closing mark, but not before these signs. */
const isLatinLetter = (text: string, piece: Piece) =>
  /^Ã[¡-ª¬-º¼-¿]$/.test(text.slice(piece.start, piece.end));

const isWithinWord = (text: string, piece: Piece) =>
  /\p{L}/u.test(text.charAt(piece.start - 1)) || /\p{L}/u.test(text.charAt(piece.end));

const openings = /["'`(|]/;
const closings = /["'`)|]/;

/** The pieces that, with those they touch, stand between quotes, parentheses or a table's bars. */
function quotedPieces(text: string, pieces: readonly Piece[]): ReadonlySet<Piece> {
  const quoted = new Set<Piece>();
  let run: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    run.push(piece);
    if (pieces[index + 1]?.start === piece.end) continue;
    const before = text.charAt((run[0]?.start ?? 0) - 1);
    if (openings.test(before) && closings.test(text.charAt(piece.end)))
      for (const each of run) quoted.add(each);
    run = [];
  }
  return quoted;
}

/** Tells whether an index lies within a fence or between backticks of one line. */
function codeRanges(text: string): (at: number) => boolean {
  const ranges: [number, number][] = [];
  let [start, fence] = [0, false];
  for (const line of text.split('\n')) {
    const isMark = /^\s*(```|~~~)/.test(line);
    if (fence || isMark) ranges.push([start, start + line.length]);
    else
      for (const { index, 0: span } of line.matchAll(/(`+)[^`]+\1/g))
        ranges.push([start + index, start + index + span.length]);
    if (isMark) fence = !fence;
    start += line.length + 1;
  }
  let next = 0;
  return (at) => {
    if (next > 0 && (ranges[next - 1]?.[1] ?? 0) > at) next = 0;
    while (next < ranges.length && (ranges[next]?.[1] ?? 0) <= at) next++;
    return (ranges[next]?.[0] ?? Number.POSITIVE_INFINITY) <= at;
  };
}

function applied(text: string, pieces: readonly Piece[]): Repair {
  const parts: string[] = [];
  let [done, repaired, lost] = [0, 0, 0];
  for (const piece of pieces) {
    if (piece.kind === 'stray') continue;
    parts.push(text.slice(done, piece.start), piece.text);
    done = piece.end;
    if (piece.text === lostCharacter && piece.kind === 'cut') lost++;
    else repaired++;
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), repaired, lost };
}
