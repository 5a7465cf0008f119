/** A document as a reader sees it: headings, bullets, lines, tables and code, whatever Markdown they were written in. */
import { joined, plainText, type RichText } from './rich-text.js';

/** One thing to read, with what stands below it. */
export interface Passage {
  shape: 'heading' | 'bullet' | 'line' | 'table' | 'code' | 'rule' | 'badges';
  /** Its own words; none for tables, code, rules and badges. */
  text: RichText;
  /** Headings: 1 to 6 as in Markdown, deeper ones for lines that serve as headings. 0 for everything else. */
  level: number;
  children: Passage[];
  /** Tables: the rows, the header first. Badges: one row of what they say. */
  rows: RichText[][];
  /** Code: the block as it is written. */
  code: string;
  /** Task lists: ticked or not; null elsewhere. */
  isDone: boolean | null;
  isNumbered: boolean;
  /** Every word of it is struck out. */
  isStruck: boolean;
  /** Bullets: the only one of its list. */
  isAlone: boolean;
  /** The first line of its paragraph, or bullet of its list. */
  isFirst: boolean;
}

export function passage(shape: Passage['shape'], text: RichText = plainText('')): Passage {
  return {
    shape,
    text,
    level: 0,
    children: [],
    rows: [],
    code: '',
    isDone: null,
    isNumbered: false,
    isStruck: false,
    isAlone: false,
    isFirst: true,
  };
}

/** Passages as Markdown: what an entry's body keeps of them. */
export function markdownOf(passages: readonly Passage[], depth = 0): string {
  const blocks: string[] = [];
  let previous: Passage['shape'] | undefined;
  let number = 0;
  for (const each of passages) {
    number = each.shape === 'bullet' && each.isNumbered && !each.isFirst ? number + 1 : 1;
    const written = markdownOfOne(each, depth, number);
    if (written.trim() === '') continue;
    const isSameList = each.shape === 'bullet' && previous === 'bullet';
    if (blocks.length > 0) blocks.push(isSameList ? '\n' : '\n\n');
    blocks.push(written);
    previous = each.shape;
  }
  return blocks.join('');
}

function markdownOfOne(each: Passage, depth: number, number: number): string {
  switch (each.shape) {
    case 'bullet': {
      const mark = each.isNumbered ? `${number}. ` : '- ';
      const below = markdownOf(each.children, depth + 1);
      const indent = ' '.repeat(mark.length);
      const rest = below === '' ? '' : `\n${indented(below, indent)}`;
      return `${mark}${each.text.markdown()}${rest}`;
    }
    case 'heading': {
      const below = markdownOf(each.children, depth);
      const title = each.text.markdown();
      const own = each.text.isBold || title === '' ? title : `**${title.replaceAll('**', '')}**`;
      return [own, below].filter((part) => part !== '').join('\n\n');
    }
    case 'table':
      return tableMarkdown(each.rows);
    case 'code':
      return each.code;
    case 'line':
      return [each.text.markdown(), markdownOf(each.children, depth)]
        .filter((part) => part !== '')
        .join('\n\n');
    default:
      return '';
  }
}

function tableMarkdown(rows: readonly RichText[][]): string {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(header.map((cell) => cell.markdown())),
    line(header.map(() => '---')),
    ...body.map((row) => line(row.map((cell) => cell.markdown().replaceAll('|', '\\|')))),
  ].join('\n');
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

/** A passage and everything below it in words, for a look at what it speaks of. */
export function wordsOf(each: Passage, depth = 0): string {
  const below = depth > 12 ? '' : each.children.map((child) => wordsOf(child, depth + 1)).join('\n');
  const cells = each.rows.map((row) => row.map(({ plain }) => plain).join(' ')).join('\n');
  return [each.text.plain, cells, below].filter((part) => part !== '').join('\n');
}

/** Lines of one paragraph as one line. */
export function oneLine(texts: readonly RichText[]): RichText {
  return texts.length === 1 && texts[0] ? texts[0] : joined(texts, ' ');
}
