/**
 * The tree of a long document of ours, parsed in parts. They are cut before headings and entries, where no block of
 * Markdown reaches across: the tree is the same as that of the whole, in a fraction of its time.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import { parseMarkdown, spanOf } from '../passages/markdown.js';

/** Least length of a part (UTF-16 units): beginning a parse costs something, too. */
const leastPart = 4_000;

/** The tree of the document, whose lines end with `\n`. Positions have offsets, and no more than that, beyond the first part. */
export function parseOwn(text: string, least = leastPart): Root {
  const cuts = text.length > least * 2 ? cutsIn(text, least) : null;
  if (!cuts) return parseMarkdown(text);
  const children: RootContent[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    const part = to === undefined ? parseMarkdown(text.slice(from)).children : blocksOf(text, from, to);
    if (!part) return parseMarkdown(text);
    // What is defined in one place means something in all others.
    if (part.some(defines)) return parseMarkdown(text);
    for (const block of part) shift(block, from);
    const [first, ...rest] = part;
    if (!first || !isContinued(children.at(-1), first, text)) children.push(...part);
    else children.push(...rest);
  }
  return { type: 'root', children };
}

/** The blocks of a part, which end as they do in the whole: at an item, or at a line of another kind. Null if they do not. */
function blocksOf(text: string, from: number, to: number): RootContent[] | null {
  const isItem = text.startsWith('- ', to);
  const blocks = parseMarkdown(`${text.slice(from, to)}${isItem ? '- **x**' : '***'}`).children;
  const last = blocks.at(-1);
  if (!isItem) return blocks.pop()?.type === 'thematicBreak' ? blocks : null;
  if (last?.type !== 'list') return null;
  last.children.pop();
  if (last.children.length === 0) blocks.pop();
  return blocks;
}

/** Where parts begin; null where that is not certain. */
function cutsIn(text: string, least: number): number[] | null {
  const cuts = [0];
  let fence = '';
  let isInHtml = false;
  let before = '';
  /** The last line that begins at the margin, and so tells what the indented ones below it belong to. */
  let margin = '';
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const [, indent = '', signs = '', info = ''] = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    const isFence = signs !== '' && !(signs.startsWith('`') && info.includes('`'));
    if (fence !== '') {
      if (isFence && signs.startsWith(fence) && info.trim() === '') fence = '';
    } else if (line.trim() === '') isInHtml = false;
    else {
      const isIndented = line.startsWith('  ');
      if ((isFence || /^ {0,3}</.test(line)) && isIndented && !isEntry.test(margin)) return null;
      if (/^[^<]{0,12}<(?:!--(?!.*-->)|\?|![a-z[]|(?:script|pre|style|textarea)\b)/i.test(line)) return null;
      if (!isIndented) {
        const isCut = !isInHtml && (isEntry.test(line) || (isHeading.test(line) && before === ''));
        if (isCut && at - (cuts.at(-1) ?? 0) >= least) cuts.push(at);
        if (isFence && !isInHtml && indent.length < 2) fence = signs;
        if (line.trimStart().startsWith('<')) isInHtml = true;
        margin = line;
      }
    }
    before = line.trim();
    at = end < 0 ? text.length : end + 1;
  }
  return cuts;
}

const isHeading = /^#{1,6} \S/;
const isEntry = /^- (?:\[[ x]\] )?\*\*\S/;

function defines(node: Nodes): boolean {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return true;
  return 'children' in node && node.children.some(defines);
}

function shift(node: Nodes, by: number): void {
  const { position } = node;
  if (position) {
    const moved = (point: typeof position.start) => ({ ...point, offset: (point.offset ?? 0) + by });
    node.position = { start: moved(position.start), end: moved(position.end) };
  }
  if ('children' in node) for (const child of node.children) shift(child, by);
}

/** Whether a part begins with more items of the list that the one before it ended with; then they are put there. */
function isContinued(last: RootContent | undefined, first: RootContent, text: string): boolean {
  if (last?.type !== 'list' || first.type !== 'list' || last.ordered || first.ordered) return false;
  const [bullet, other] = [last, first].map((list) => text.charAt(spanOf(list)[0]));
  if (bullet !== other || !last.position || !first.position) return false;
  last.children.push(...first.children);
  last.position = { start: last.position.start, end: first.position.end };
  return true;
}
