/** A document of any size as passages, in time and memory that do not grow with what it does to a parser. */
import type { RootContent } from 'mdast';
import { adopted, blocks } from './blocks.js';
import { parseMarkdown } from './markdown.js';
import type { Passage } from './passages.js';
import { costOf, type Piece, piecesOf } from './pieces.js';
import { plainBlocks } from './plain-blocks.js';

/** Documents that cost no more than this are parsed as a whole, in what one character of words costs. */
const smallDocument = 60_000;

/** What the pieces of one document may cost that need a parser: about half a second of its time. */
const budget = 100_000;

/** What it costs to begin a parse. */
const parseCost = 600;

/** Longest text of several pieces that are parsed together (UTF-16 units). */
const longestParse = 4_000;

/** Headings, bullets, lines and tables of one document; the entries that an import takes are found long before. */
const mostPassages = 8_000;

export interface ReadPassages {
  passages: Passage[];
  /** The first words of each part that costs more than all documents of learners do. */
  leftOut: string[];
}

export function passagesOf(markdown: string): ReadPassages {
  if (costOf(markdown) > smallDocument) return passagesOfPieces(piecesOf(markdown));
  return { passages: blocks(parseMarkdown(markdown).children, markdown), leftOut: [] };
}

/** The passages of pieces, those of a list or table that was cut put together again. */
export function passagesOfPieces(pieces: readonly Piece[], most = budget): ReadPassages {
  const passages: Passage[] = [];
  const leftOut: string[] = [];
  let left = most;
  let count = 0;
  /** Pieces that need the parser, one after the other. */
  let waiting: Piece | null = null;
  const add = (piece: Piece, tree: readonly RootContent[]) => {
    const own = blocks(tree, piece.text).slice(0, mostPassages);
    for (const each of own) count += 1 + each.children.length;
    append(passages, own, piece);
  };
  const flush = () => {
    if (waiting) add(waiting, parseMarkdown(waiting.text).children);
    waiting = null;
  };
  for (const piece of pieces) {
    if (count > mostPassages) {
      leftOut.push(beginningOf(piece));
      break;
    }
    const tree = plainBlocks(piece.text);
    const cost = tree ? 0 : costOf(piece.text);
    const joined: Piece | null = tree || cost > left || !waiting ? null : joinedPiece(waiting, piece);
    if (!joined) flush();
    if (tree) add(piece, tree);
    else if (cost > left) leftOut.push(beginningOf(piece));
    else {
      left -= cost + (joined ? 0 : parseCost);
      waiting = joined ?? piece;
    }
  }
  flush();
  return { passages: adopted(passages), leftOut };
}

function beginningOf({ text }: Piece): string {
  return text.slice(0, 200).trim();
}

/** Two pieces as the one text that they were; null where it would be long, or one holds more than its own lines. */
function joinedPiece(before: Piece, after: Piece): Piece | null {
  if (before.text.length + after.text.length > longestParse) return null;
  if (before.isExtended || after.isExtended) return null;
  return { ...before, text: `${before.text}\n${after.text}` };
}

function append(
  passages: Passage[],
  own: readonly Passage[],
  { continuesList, continuesTable }: Piece,
): void {
  const last = passages.at(-1);
  const [first, ...rest] = own;
  if (continuesTable && first?.shape === 'table' && last?.shape === 'table') {
    last.rows.push(...first.rows.slice(1));
    passages.push(...rest);
    return;
  }
  if (continuesList && first?.shape === 'bullet' && last?.shape === 'bullet') {
    first.isFirst = false;
    first.isAlone = false;
    last.isAlone = false;
  }
  for (const each of own) passages.push(each);
}
