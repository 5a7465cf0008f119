/** Markdown's tree → passages in the document's order, before any of them is a section's. */
import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { htmlPassages } from './html-blocks.js';
import { parseMarkdown } from './markdown.js';
import { oneLine, type Passage, passage } from './passages.js';
import { joined, type Line, linesOf, plainText, type RichText } from './rich-text.js';

/** Lists and quotes nested deeper than this are not read: nobody writes them, and each level costs a call. */
const deepestNesting = 24;

/** Longest code block a body keeps whole (characters). */
const longestCode = 2_000;

export function passagesOf(markdown: string): Passage[] {
  return blocks(parseMarkdown(markdown).children, markdown, 0);
}

function blocks(nodes: readonly RootContent[], source: string, depth: number): Passage[] {
  if (depth > deepestNesting) return [];
  return nodes.flatMap((node): Passage[] => {
    switch (node.type) {
      case 'heading': {
        const text = oneLine(linesOf(node.children, source).map((line) => line.text));
        return text.plain.trim() === '' ? [] : [{ ...passage('heading', text), level: node.depth }];
      }
      case 'paragraph':
        return paragraphLines(node, source);
      case 'list':
        return listPassages(node, source, depth);
      case 'blockquote':
        return blocks(node.children, source, depth + 1);
      case 'code':
        return [{ ...passage('code'), code: codeBlock(node.lang ?? '', node.value) }];
      case 'table':
        return [tablePassage(node, source)];
      case 'html':
        return htmlPassages(node.value);
      case 'thematicBreak':
        return [passage('rule')];
      default:
        return [];
    }
  });
}

function codeBlock(language: string, value: string): string {
  const fence = value.includes('```') ? '~~~' : '```';
  return `${fence}${language}\n${value.slice(0, longestCode)}\n${fence}`;
}

/** The lines of a paragraph; those that were only wrapped are joined. */
function paragraphLines(node: Paragraph, source: string): Passage[] {
  return unwrapped(linesOf(node.children, source)).map((text, index) => ({
    ...passage('line', text),
    isFirst: index === 0,
  }));
}

function unwrapped(lines: readonly Line[]): RichText[] {
  const whole: RichText[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = whole.at(-1);
    if (before && last && isWrapped(before, line)) whole[whole.length - 1] = joined([last, line.text], ' ');
    else whole.push(line.text);
  });
  return whole;
}

/** Shorter than this, a line was ended by its writer and not by an editor (characters). */
const wrapWidth = 50;

/** Whether a line goes on in the next: not ended on purpose, and the next does not begin something of its own. */
function isWrapped(line: Line, next: Line): boolean {
  const here = line.text.plain.trim();
  const there = next.text.plain.trim();
  if (/^(?:[-–—→:]|=>|->)\s/u.test(there)) return true;
  if (line.endsHard) return false;
  if (/^[\p{Ll}(,;.]/u.test(there)) return !/[:]$/.test(here) || here.length > wrapWidth;
  const beginsOwn =
    /^(?:\p{Extended_Pictographic}|[•·▪◦*+]\s|\d+[.)]\s|[\p{Lu}\p{N}][^.!?:]{0,60}:(?:\s|$))/u.test(there) ||
    next.text.leadEnd > 0;
  if (beginsOwn || here.length < wrapWidth) return false;
  return !/[.!?…:;]["”')]*$/.test(here);
}

function listPassages(list: List, source: string, depth: number): Passage[] {
  if (depth > deepestNesting) return [];
  return list.children.flatMap((item, index) => itemPassages(item, list, index === 0, source, depth));
}

/** A bullet with what is below it; a heading written inside a bullet stands for itself. */
function itemPassages(
  item: ListItem,
  list: List,
  isFirst: boolean,
  source: string,
  depth: number,
): Passage[] {
  const [first, ...rest] = item.children;
  if (first?.type === 'heading') {
    return [...blocks([first], source, depth + 1), ...blocks(rest, source, depth + 1)];
  }
  const [text = plainText(''), ...more] =
    first?.type === 'paragraph' ? unwrapped(linesOf(first.children, source)) : [];
  const below: (BlockContent | DefinitionContent)[] =
    first?.type === 'paragraph' || !first ? rest : [first, ...rest];
  const nested = blocks(below, source, depth + 1);
  const headingAt = nested.findIndex(({ shape }) => shape === 'heading');
  const own = headingAt === -1 ? nested : nested.slice(0, headingAt);
  const bullet: Passage = {
    ...passage('bullet', text),
    children: [...more.map((line) => passage('line', line)), ...own],
    isDone: item.checked ?? null,
    isNumbered: list.ordered === true,
    isAlone: list.children.length === 1,
    isFirst,
  };
  const isEmpty = text.plain.trim() === '' && bullet.children.length === 0;
  return [...(isEmpty ? [] : [bullet]), ...(headingAt === -1 ? [] : nested.slice(headingAt))];
}

function tablePassage(table: Table, source: string): Passage {
  const rows = table.children.map((row) =>
    row.children.map((cell) => oneLine(linesOf(cell.children, source).map((line) => line.text))),
  );
  return { ...passage('table'), rows };
}
