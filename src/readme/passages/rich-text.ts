/** Words of a document with their marks: read as plain text, cut anywhere, and written as Markdown again. */
import type { PhrasingContent } from 'mdast';

/** Deepest nesting of marks that is kept; what lies deeper is read as plain words. */
const deepestMark = 8;

/** A mark around words: `**` … `**`, or `[` … `](address)`. */
export interface Mark {
  open: string;
  close: string;
}

/** '4.1 ', '(2) ' before what it numbers. */
const ordinal = /^\W*\d{1,2}(?:\.\d{1,2})*[.)]?\s+$/u;

/** Words under the same marks. */
export interface Piece {
  plain: string;
  markdown: string;
  marks: readonly Mark[];
}

/** One line of words. Positions are those of `plain`, in UTF-16 units. */
export class RichText {
  readonly plain: string;

  constructor(readonly pieces: readonly Piece[]) {
    this.plain = pieces.map(({ plain }) => plain).join('');
  }

  /** The words from one position to another as Markdown, every mark opened and closed. */
  markdown(from = 0, to = this.plain.length): string {
    const span = this.plain.slice(from, to);
    const start = from + span.length - span.trimStart().length;
    const end = from + span.trimEnd().length;
    let written = '';
    let open: readonly Mark[] = [];
    let position = 0;
    for (const piece of this.pieces) {
      const pieceStart = position;
      position += piece.plain.length;
      if (position <= start || pieceStart >= end) continue;
      const shared = sharedMarks(open, piece.marks);
      written += closing(open, shared) + opening(piece.marks, shared);
      open = piece.marks;
      written +=
        pieceStart >= start && position <= end
          ? piece.markdown
          : piece.plain.slice(Math.max(0, start - pieceStart), end - pieceStart);
    }
    return written + closing(open, 0);
  }

  slice(from: number, to = this.plain.length): RichText {
    const pieces: Piece[] = [];
    let position = 0;
    for (const piece of this.pieces) {
      const start = Math.max(0, from - position);
      const end = Math.min(piece.plain.length, to - position);
      position += piece.plain.length;
      if (start >= end) continue;
      if (start === 0 && end === piece.plain.length) pieces.push(piece);
      else {
        const plain = piece.plain.slice(start, end);
        pieces.push({ plain, markdown: plain, marks: piece.marks });
      }
    }
    return new RichText(pieces);
  }

  /**
   * How far the words are bold (or italic, or code) from their first letter on; 0 when they begin without a mark. A
   * number before them ('4.1 ') is passed over, and what is marked after a full stop or a colon is no more of it.
   */
  get leadEnd(): number {
    let position = 0;
    let end = 0;
    for (const piece of this.pieces) {
      const next = position + piece.plain.length;
      const isMarked = piece.marks.length > 0 || piece.markdown.startsWith('`');
      if (end > 0 && /[.!?:：]\s*$/u.test(this.plain.slice(0, end))) break;
      if (isMarked && /\S/.test(piece.plain)) end = next;
      else if (/[\p{L}\p{N}]/u.test(position === 0 ? piece.plain.replace(ordinal, '') : piece.plain)) break;
      position = next;
    }
    return end;
  }

  /** Whether every word of it is bold. */
  get isBold(): boolean {
    return (
      /[\p{L}\p{N}]/u.test(this.plain) &&
      this.pieces.every(
        ({ plain, marks }) => !/[\p{L}\p{N}]/u.test(plain) || marks.some(({ open }) => open === '**'),
      )
    );
  }

  /** The first address it links to. */
  get link(): string | null {
    for (const { marks } of this.pieces) {
      const link = marks.find(({ close }) => close.startsWith(']('));
      if (link) return link.close.slice(2, -1);
    }
    return null;
  }
}

/** A line of plain words. */
export function plainText(plain: string): RichText {
  return new RichText(plain === '' ? [] : [{ plain, markdown: plain, marks: [] }]);
}

export function joined(texts: readonly RichText[], separator: string): RichText {
  const pieces: Piece[] = [];
  for (const text of texts) {
    if (pieces.length > 0) pieces.push({ plain: separator, markdown: separator, marks: [] });
    pieces.push(...text.pieces);
  }
  return new RichText(pieces);
}

/** A line of a paragraph, and whether its break was meant: two spaces, a backslash or `<br>`. */
export interface Line {
  text: RichText;
  endsHard: boolean;
}

/** The lines of a paragraph, as they stand in its source. */
export function linesOf(nodes: readonly PhrasingContent[], source: string): Line[] {
  // What is struck out is no longer said, but where nothing else is said.
  const isAllStruck = nodes.every(({ type }) => type === 'delete');
  const lines: { pieces: Piece[]; endsHard: boolean }[] = [{ pieces: [], endsHard: false }];
  const end = (endsHard: boolean): void => {
    const last = lines.at(-1);
    if (last) last.endsHard = endsHard;
    lines.push({ pieces: [], endsHard: false });
  };
  const add = (piece: Piece): void => {
    lines.at(-1)?.pieces.push(piece);
  };
  const walk = (node: PhrasingContent, marks: readonly Mark[]): void => {
    switch (node.type) {
      case 'text':
        textPieces(node.value, written(node, source)).forEach(([plain, markdown], index) => {
          if (index > 0) end(false);
          if (plain !== '') add({ plain, markdown, marks });
        });
        return;
      case 'inlineCode': {
        const plain = node.value.replace(/\s+/g, ' ');
        add({ plain, markdown: written(node, source).replace(/\s*\n\s*/g, ' ') || `\`${plain}\``, marks });
        return;
      }
      case 'break':
        end(true);
        return;
      case 'html':
        if (/^<br\b/i.test(node.value)) end(true);
        return;
      case 'image':
        if (node.alt && !isBadge(node.url))
          add({ plain: node.alt, markdown: `![${node.alt}](${node.url})`, marks });
        return;
      case 'delete':
        if (isAllStruck) for (const child of node.children) walk(child, marks);
        return;
      case 'strong':
      case 'emphasis':
      case 'link': {
        const mark = markOf(node);
        const inner = marks.length < deepestMark && !marks.includes(mark) ? [...marks, mark] : marks;
        if (marks.length >= deepestMark * 2) return;
        for (const child of node.children) walk(child, inner);
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) walk(child, marks);
    }
  };
  for (const node of nodes) walk(node, []);
  return lines
    .map(({ pieces, endsHard }) => ({ text: new RichText(pieces), endsHard }))
    .filter(({ text }) => text.plain.trim() !== '');
}

/** Pictures that say what a build's state or a tool's name is; nobody's words. */
export function isBadge(address: string): boolean {
  return /shields\.io|badge|capsule-render|skillicons|readme-(?:stats|typing)|\.svg(?:$|\?)/i.test(address);
}

const strong: Mark = { open: '**', close: '**' };
const emphasis: Mark = { open: '*', close: '*' };

function markOf(node: Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'link' }>): Mark {
  if (node.type === 'strong') return strong;
  if (node.type === 'emphasis') return emphasis;
  return { open: '[', close: `](${node.url.replace(/[()\s]/g, encodeURIComponent)})` };
}

/** The lines of a text, each as read and as written; as written only where both have the same lines. */
function textPieces(value: string, source: string): [string, string][] {
  const read = value.split('\n');
  const sources = source
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, '')));
  return read.map((plain, index) => {
    const markdown = read.length === sources.length ? (sources[index] ?? plain) : plain;
    return [folded(plain), folded(markdown.trimEnd() === '' ? plain : markdown)];
  });
}

/** White space in a row reads as one space, and thousands of it would only cost time. */
function folded(text: string): string {
  return text.replace(/[ \t\u00a0]{2,}/g, ' ');
}

function written(node: PhrasingContent, source: string): string {
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined
    ? ''
    : source.slice(start.offset, end.offset);
}

function sharedMarks(left: readonly Mark[], right: readonly Mark[]): number {
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return count;
}

function closing(marks: readonly Mark[], from: number): string {
  return marks
    .slice(from)
    .reverse()
    .map(({ close }) => close)
    .join('');
}

function opening(marks: readonly Mark[], from: number): string {
  return marks
    .slice(from)
    .map(({ open }) => open)
    .join('');
}
