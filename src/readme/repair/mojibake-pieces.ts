/** Finds, in text that may have been UTF-8 read with the wrong code page, the sequences that were one character each. */
import { type CodePage, codePages, droppedBytes } from './code-pages.js';

/** Stands for a character whose bytes cannot be completed for certain; titles leave it out. */
export const lostCharacter = '\ufffd';

/** One stretch of characters beyond ASCII. */
export interface Piece {
  start: number;
  /** Exclusive. */
  end: number;
  /** `whole`: one valid sequence. `cut`: a sequence that lost bytes. `stray`: a character that is part of neither. */
  kind: 'whole' | 'cut' | 'stray';
  /** What belongs in its place; a stray character itself. */
  text: string;
}

const isContinuation = (byte: number) => byte >= 0x80 && byte <= 0xbf;

function lengthFrom(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The character of a complete sequence; undefined for overlong forms, surrogates and what lies beyond Unicode. */
function decoded(sequence: readonly number[]): string | undefined {
  let code = (sequence[0] ?? 0) & (0xff >> (sequence.length + 1));
  for (let at = 1; at < sequence.length; at++) code = (code << 6) | ((sequence[at] ?? 0) & 0x3f);
  const least = [0, 0, 0x80, 0x800, 0x10000][sequence.length] ?? 0;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/** The only emoji that a sequence short of one dropped byte can have been, given that a selector follows it. */
function onlyEmoji(sequence: readonly number[]): string | undefined {
  const found = new Set<string>();
  for (let at = 1; at <= sequence.length; at++) {
    for (const byte of droppedBytes) {
      const character = decoded([...sequence.slice(0, at), byte, ...sequence.slice(at)]);
      if (character !== undefined && /^\p{Emoji}$/u.test(character)) found.add(character);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** Every stretch beyond ASCII of the text, in order, as `page` explains it. */
export function piecesOf(text: string, page: CodePage): Piece[] {
  const bytes = codePages[page];
  const byteAt = (at: number) => bytes[text.charCodeAt(at)] ?? 0;
  const isSelector = (at: number) => byteAt(at) === 0xef && byteAt(at + 1) === 0xb8;
  const pieces: Piece[] = [];
  const add = (start: number, end: number, kind: Piece['kind'], replacement: string) =>
    pieces.push({ start, end, kind, text: replacement });

  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      at++;
      continue;
    }
    const lead = byteAt(at);
    const length = lengthFrom(lead);
    const sequence = [lead];
    while (sequence.length < length) {
      const byte = byteAt(at + sequence.length);
      if (!isContinuation(byte)) break;
      sequence.push(byte);
    }
    const end = at + sequence.length;
    const character = length > 0 && sequence.length === length ? decoded(sequence) : undefined;

    if (character !== undefined) {
      add(at, end, 'whole', character);
    } else if (lead === 0xef && sequence.length === 2 && sequence[1] === 0xb8) {
      // A selector belongs to the emoji before it: nothing is left to select when that one is lost.
      const before = pieces.at(-1);
      const isLost = before?.end === at && before.text === lostCharacter;
      add(at, end, 'cut', isLost ? '' : '\ufe0f');
    } else if (lead === 0xc2 && text[end] === ' ') {
      // Editors make a plain space of the hard one that these sequences end with: `Â `, and `Ã ` before another space.
      add(at, end + 1, 'cut', '\u00a0');
    } else if (lead === 0xc3 && /^ (?: |\n|$)/.test(text.slice(end, end + 2))) {
      add(at, end + 1, 'cut', 'à');
    } else if (lead === 0xf0 && sequence[1] === 0x9f) {
      add(at, end, 'cut', lostCharacter);
    } else if (length === 3 && sequence.length === 2) {
      add(
        at,
        end,
        'cut',
        (isSelector(end) && onlyEmoji(sequence)) || cutPunctuation(text, pieces, at, end, sequence),
      );
    } else {
      add(at, at + 1, 'stray', text.charAt(at));
      at++;
      continue;
    }
    at = end;
  }
  return pieces;
}

/** Characters; a quote that was opened further away says nothing. */
const longestQuote = 400;

const emoji = /^\p{Extended_Pictographic}$/u;

/** What a cut `E2 80` was, where its surroundings leave one answer: a joiner within an emoji, or a closing quote. */
function cutPunctuation(
  text: string,
  before: readonly Piece[],
  at: number,
  end: number,
  sequence: readonly number[],
): string {
  if (sequence[0] !== 0xe2 || sequence[1] !== 0x80) return lostCharacter;
  const last = before.at(-1);
  const follows = text.slice(end, end + 2);
  const joins = last?.end === at && (emoji.test(last.text) || last.text === '\ufe0f');
  // F0 9F begins most emoji; E2 the few others that are joined, such as those for man, woman and heart.
  if (joins && /^[ðğâ]/.test(follows)) return '\u200d';
  for (let index = before.length - 1; index >= 0; index--) {
    const piece = before[index];
    if (!piece || at - piece.end > longestQuote || text.slice(piece.end, at).includes('\n\n')) break;
    if (piece.text === '\u201d') break;
    if (piece.text === '\u201c' && piece.kind === 'whole') return '\u201d';
  }
  return lostCharacter;
}
