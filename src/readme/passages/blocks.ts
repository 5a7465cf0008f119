/** Markdown's tree → passages in the document's order, before any of them is a section's. */
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { roleOfWords } from '../reading/label-words.js';
import { wordsIn } from '../reading/section-kinds.js';
import { htmlPassages } from './html-blocks.js';
import { oneLine, type Passage, passage } from './passages.js';
import { isBadge, joined, type Line, linesOf, plainText, type RichText } from './rich-text.js';

/** Lists and quotes nested deeper than this are not read: nobody writes them, and each level costs a call. */
const deepestNesting = 24;

/** Longest code block a body keeps whole (characters). */
const longestCode = 2_000;

/** The passages of a tree's blocks, with the text that they were parsed from. */
export function blocks(nodes: readonly RootContent[], source: string, depth = 0): Passage[] {
  if (depth > deepestNesting) return [];
  return adopted(
    nodes.flatMap((node): Passage[] => {
      switch (node.type) {
        case 'heading': {
          const text = oneLine(linesOf(node.children, source).map((line) => line.text));
          return text.plain.trim() === '' ? [] : [{ ...passage('heading', text), level: node.depth }];
        }
        case 'paragraph': {
          const badges = badgesIn(node);
          if (badges.length > 0) return [{ ...passage('badges'), rows: [badges.map(plainText)] }];
          return paragraphLines(node, source);
        }
        case 'list':
          return listPassages(node, source, depth);
        case 'blockquote':
          return blocks(node.children, source, depth + 1).filter(({ text }) => !alertMark.test(text.plain));
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
    }),
  );
}

/** '1. … I fixed this in two ways:' and the bullets that follow it without being indented. */
export function adopted(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const each of passages) {
    const last = kept.at(-1);
    const said = last?.children.findLast(({ shape }) => shape === 'line') ?? last;
    const isOpen = last?.shape === 'bullet' && last.isNumbered && /[:：]\s*$/u.test(said?.text.plain ?? '');
    const isNext = isOpen || (last?.children.at(-1)?.shape === 'bullet' && !each.isFirst);
    if (last && isNext && last.isNumbered && each.shape === 'bullet' && !each.isNumbered)
      kept[kept.length - 1] = { ...last, children: [...last.children, each] };
    else kept.push(each);
  }
  return kept;
}

/** `[!WARNING]`: what GitHub draws as an icon. */
const alertMark = /^\[!\p{L}+\]$/u;

function codeBlock(language: string, value: string): string {
  const fence = value.includes('```') ? '~~~' : '```';
  return `${fence}${language}\n${value.slice(0, longestCode)}\n${fence}`;
}

/** What the badges of a paragraph say that holds nothing else. */
function badgesIn({ children }: Paragraph): string[] {
  const images = children.map((child) => (child.type === 'link' ? child.children[0] : child));
  const badges = images.flatMap((image) =>
    image?.type === 'image' && isBadge(image.url) && image.alt ? [image.alt] : [],
  );
  const isOther = images.some((image) => image?.type !== 'image' && !isBlank(image));
  return isOther ? [] : badges;
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
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
    if (before && last && last.plain.length < longestLine && isWrapped(before, line))
      whole[whole.length - 1] = joined([last, line.text], ' ');
    else whole.push(line.text);
  });
  return whole;
}

/** A line that is longer than this is not joined with the next (characters): no entry keeps as much. */
const longestLine = 8_000;

/** Shorter than this, a line was ended by its writer and not by an editor (characters). */
const wrapWidth = 50;

/** Whether a line goes on in the next: not ended on purpose, and the next does not begin something of its own. */
function isWrapped(line: Line, next: Line): boolean {
  const here = line.text.plain.trim();
  const there = next.text.plain.trim();
  if (/^(?:[-–—→:]|=>|->)\s/u.test(there)) return true;
  // A label alone on its line, with what it opens below.
  if (line.endsHard || numberedTitle.test(here) || (here.length < wrapWidth && roleOfWords(wordsIn(here))))
    return false;
  if (beginsMarked(line.text) && beginsMarked(next.text)) return false;
  if (/^[\p{Ll}(,;.]/u.test(there)) return !/[:]$/.test(here) || here.length > wrapWidth;
  const beginsOwn =
    /^(?:\p{Extended_Pictographic}|[•·▪◦*+]\s|\d+[.)]\s|[\p{Lu}\p{N}][^.!?:]{0,60}:(?:\s|$))/u.test(there) ||
    next.text.leadEnd > 0;
  if (beginsOwn || here.length < wrapWidth) return false;
  return !/[.!?…:;]["”')]*$/.test(here);
}

/** 'Challenge #2 – …' without a full stop: the next line is what it names. */
const numberedTitle = /^\W{0,4}\p{L}{3,12} (?:#|n[o°]\.? ?)?\d{1,2}\s*[:：–—-]\s.*[^.!?;,:]$/u;

/** '*what broke* – …': a marked word, and what parts it from the text that it opens. */
function beginsMarked(text: RichText): boolean {
  const lead = text.leadEnd;
  return (
    lead > 0 && (/[:：]\s*$/u.test(text.plain.slice(0, lead)) || /^\s*[:：–—-]/u.test(text.plain.slice(lead)))
  );
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
  const badges = first?.type === 'paragraph' && rest.length === 0 ? badgesIn(first) : [];
  if (badges.length > 0) return [{ ...passage('badges'), rows: [badges.map(plainText)] }];
  const isStruck = first?.type === 'paragraph' && first.children.every(({ type }) => type === 'delete');
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
    isDone: isStruck ? true : (item.checked ?? null),
    isStruck,
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
