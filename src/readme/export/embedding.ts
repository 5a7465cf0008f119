/**
 * An entry's text as a part of a document, and back again unchanged. It is written as its author wrote it, so that a
 * document read back gives the same entry; only what would reach beyond the entry, or reads otherwise than Discord
 * shows it, is changed, and in a way that can be told apart: by character references, which Discord does not know.
 */
import type { Code, Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown, type Span, spanOf } from '../passages/markdown.js';

/** Headings of an entry (Discord has three levels) stand below those of the document. */
const loweredBy = 3;

/** A text that still changes after so many readings is written literally: each may reveal what the last one hid. */
const readings = 8;

export interface Embedded {
  markdown: string;
  /** The types of its blocks, in order. */
  blocks: readonly RootContent['type'][];
  /** Words alone, which read the same wherever they stand. */
  isPlain?: boolean;
}

/** Words and nothing that could be a mark: such a text needs no reading. */
const plainWords = /^\p{L}[\p{L}\p{N} ,;.'"()?!–—’-]*$/u;

/** A box below an empty item: the parser takes it for the box of whatever is around the list. */
const misplacedBox = /^[ \t>]*(?:[-*+]|\d+[.)])\n[ \t>]*\[[ \txX]\]/m;

/** A tab is narrower within a list: what stood too far in to be a fence or a tag by itself can be one there. */
const tabBeforeBlock = /^ *\t[ \t]*(?:`{3}|~{3}|<)/m;

/** Quotes and lists within each other on one line, deeper than anybody reads: parsing them takes seconds. */
const deeplyNested = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){13}/m;

/** The text for a document; undefined when it takes too many changes to be sure of it. */
export function embed(text: string): Embedded | undefined {
  if (plainWords.test(text) && !/www\./i.test(text))
    return { markdown: text, blocks: ['paragraph'], isPlain: true };
  if ([misplacedBox, tabBeforeBlock, deeplyNested].some((risk) => risk.test(text))) return undefined;
  /** What stands for each unit of the text. */
  const pieces = text.split('');
  for (let reading = 0; reading < readings; reading++) {
    const markdown = pieces.join('');
    const tree = parseMarkdown(markdown);
    const indexOf = positionsIn(pieces);
    const unsafe = unsafeUnits(tree, markdown);
    if (unsafe.length === 0) {
      finish(tree, { markdown, pieces, indexOf });
      return { markdown: pieces.join(''), blocks: tree.children.map(({ type }) => type) };
    }
    for (const offset of unsafe) {
      const index = indexOf(offset);
      pieces[index] = reference(pieces[index] ?? '');
    }
  }
  return undefined;
}

/** The text with every mark as a character reference: plain words, whatever it holds. */
export function embedLiterally(text: string): Embedded {
  const markdown = text
    .replace(/[!-/:-@[-`{-~\t]/g, reference)
    .replace(/^ +/gm, (spaces) => reference(' ').repeat(spaces.length))
    .replace(/(?<=[^\n])\n(?=[^\n])/g, '  \n');
  return { markdown, blocks: ['paragraph'] };
}

/** The text that was embedded. */
export function unembed(markdown: string): string {
  const text = markdown.replace(/[ \t]+$/gm, '');
  const tree = parseMarkdown(text);
  const marks: Span[] = [];
  visit(tree, 'heading', (heading: Heading) => {
    const [from] = spanOf(heading);
    if (heading.depth > loweredBy && text[from] === '#') marks.push([from, from + loweredBy]);
  });
  const kept = codeSpans(tree);
  for (const { index, 0: found } of text.matchAll(/&(?:lt|amp|#\d{1,3});/g)) {
    if (!within(kept, index)) marks.push([index, index + found.length]);
  }
  let original = '';
  let position = 0;
  for (const [from, to] of marks.sort(([one], [other]) => one - other)) {
    if (from < position) continue;
    original += text.slice(position, from) + referred(text.slice(from, to));
    position = to;
  }
  return original + text.slice(position);
}

/** Units with which begins what would change the document around it, or what Discord shows as it is written. */
function unsafeUnits(tree: Root, markdown: string): number[] {
  const units: number[] = [];
  visit(tree, (node) => {
    const [from, to] = spanOf(node);
    switch (node.type) {
      case 'html':
      case 'definition':
      case 'footnoteDefinition':
        units.push(from);
        break;
      case 'code':
        if (isOpenFence(node, markdown.slice(from, to))) units.push(from);
        break;
      case 'heading':
        if (markdown[from] !== '#')
          units.push(to - (/[=-]+$/.exec(markdown.slice(from, to))?.[0].length ?? 1));
        else if (node.depth > loweredBy || node.children.length === 0) units.push(from);
        break;
    }
  });
  return units;
}

/** A fence that nothing closes: it would take in whatever follows. */
function isOpenFence(_code: Code, source: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[0];
  if (!fence) return false;
  const lines = source.split('\n');
  const last = /^[ \t>]*(`+|~+)[ \t]*$/.exec(lines.at(-1) ?? '')?.[1] ?? '';
  return lines.length === 1 || last[0] !== fence[0] || last.length < fence.length;
}

/** Lowers headings, keeps lines apart as Discord does, and protects what would be read as a character reference. */
function finish(
  tree: Root,
  { markdown, pieces, indexOf }: { markdown: string; pieces: string[]; indexOf(offset: number): number },
): void {
  const add = (offset: number, before: string) => {
    const index = indexOf(offset);
    pieces[index] = before + (pieces[index] ?? '');
  };
  const code = codeSpans(tree);
  visit(tree, (node) => {
    const [from, to] = spanOf(node);
    if (node.type === 'heading') add(from, '#'.repeat(loweredBy));
    // Two spaces at a line's end: a line break that reading takes away again, since kept texts have none there.
    if (node.type !== 'text') return;
    for (let at = markdown.indexOf('\n', from); at >= 0 && at < to; at = markdown.indexOf('\n', at + 1)) {
      add(at, '  ');
    }
  });
  for (const { index } of markdown.matchAll(/&(?=#?\w{1,40};)/g)) {
    const piece = indexOf(index);
    if (!within(code, index) && pieces[piece] === '&') pieces[piece] = '&amp;';
  }
}

/** From an offset in the pieces put together to the piece it is in. */
function positionsIn(pieces: readonly string[]): (offset: number) => number {
  const indexes: number[] = [];
  for (const [index, piece] of pieces.entries())
    for (let unit = 0; unit < piece.length; unit++) indexes.push(index);
  return (offset) => indexes[offset] ?? pieces.length - 1;
}

function codeSpans(tree: Root): Span[] {
  const spans: Span[] = [];
  visit(tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') spans.push(spanOf(node));
  });
  return spans;
}

function within(spans: readonly Span[], offset: number): boolean {
  return spans.some(([from, to]) => from <= offset && offset < to);
}

function reference(character: string): string {
  if (character === '<') return '&lt;';
  if (character === '&') return '&amp;';
  return character.length === 1 ? `&#${character.charCodeAt(0)};` : character;
}

/** What a reference stands for; nothing for the marks of a lowered heading. */
function referred(mark: string): string {
  if (mark === '&lt;') return '<';
  if (mark === '&amp;') return '&';
  const code = /^&#(\d+);$/.exec(mark)?.[1];
  return code ? String.fromCharCode(Number(code)) : '';
}
