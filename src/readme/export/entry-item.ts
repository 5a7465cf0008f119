/** An entry as an item of a list: its title in bold, its text, and a line of marks; and such an item read back. */
import { setImmediate } from 'node:timers/promises';
import type { Link, List, ListItem, Node, Paragraph, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, type State, toMarkdown } from 'mdast-util-to-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown, spanOf } from '../passages/markdown.js';
import { type Embedded, embed, embedLiterally, unembed } from './embedding.js';

/** What stands at an entry's end, behind marks that mean the same in every language. */
export interface EntryMarks {
  /** Whose it is when it is not the author's: words, and a name in bold. */
  credit?: { words: string; name: string };
  tags: readonly string[];
  link: string | null;
  card?: { label: string; address: string };
}

export interface EntryItem {
  title: string;
  text: string;
  /** Whether a task is done; null when it is no task. */
  isDone: boolean | null;
  marks: EntryMarks;
}

/** What is read of an item; credit and card are written again with each document. */
export interface ReadItem {
  title: string;
  text: string;
  isDone: boolean | null;
  tags: string[];
  link: string | null;
}

/** The beginning of an item: a title, the entry's text as embedded, and, right below it, its marks. */
interface EntryLead extends Node {
  type: 'entryLead';
  title: string;
  isDone: boolean | null;
  /** Behind the title, or below it. */
  embedded: string;
  /** On the text's last line but one break. */
  marks: PhrasingContent[];
}

/** A text as embedded, outside of lists. */
interface Verbatim extends Node {
  type: 'verbatim';
  value: string;
}

declare module 'mdast' {
  interface RootContentMap {
    entryLead: EntryLead;
    verbatim: Verbatim;
  }
  interface BlockContentMap {
    entryLead: EntryLead;
  }
}

const symbols = { credit: '🙏', tags: '🏷️', link: '🔗', card: '💬' } as const;
const between = ' · ';

const entryLead: Handle = (node: EntryLead, _parent, state: State, info) => {
  const phrases = (children: PhrasingContent[]) => {
    const leave = [state.enter('paragraph'), state.enter('phrasing')];
    const written = state.containerPhrasing(
      { type: 'paragraph', children },
      { ...info, before: '\n', after: '\n' },
    );
    for (const exit of leave.reverse()) exit();
    return written;
  };
  const check = node.isDone === null ? '' : `[${node.isDone ? 'x' : ' '}] `;
  const title = phrases([{ type: 'strong', children: [{ type: 'text', value: node.title }] }]);
  const marks = node.marks.length > 0 ? `  \n${phrases(node.marks)}` : '';
  return `${check}${title}${node.embedded}${marks}`;
};

const verbatim: Handle = (node: Verbatim) => node.value;

/** A text of several blocks as it was written, but for what would reach beyond it; nothing for an empty one. */
export function textBlocks(text: string): Verbatim[] {
  if (text === '') return [];
  const written = embed(text);
  const isSame = written && unembed(written.markdown) === text;
  return [{ type: 'verbatim', value: (isSame ? written : embedLiterally(text)).markdown }];
}

/** Writes a tree, with entries' items among its lists, as GitHub's Markdown. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    emphasis: '_',
    extensions: [gfmToMarkdown(), { handlers: { entryLead, verbatim } }],
  });
}

/** The list of these entries. Long ones take a while to be sure of: others are served in between. */
export async function entryList(entries: readonly EntryItem[]): Promise<List> {
  const children: ListItem[] = [];
  for (const entry of entries) {
    children.push(entryItem(entry));
    await setImmediate();
  }
  return { type: 'list', ordered: false, spread: children.some(({ spread }) => spread), children };
}

/** The first shape, from the most readable to the plainest, that is read back as the same. */
function entryItem(entry: EntryItem): ListItem {
  const written = embed(entry.text);
  for (const shape of written ? shapesOf(entry, written) : []) {
    if (written?.isPlain || isReadAs(entry, shape)) return shape;
  }
  const [plainest] = shapesOf(entry, embedLiterally(entry.text)).slice(-1);
  return plainest ?? { type: 'listItem', children: [] };
}

function shapesOf({ title, isDone, marks: given }: EntryItem, { markdown, blocks }: Embedded): ListItem[] {
  const marks = marksOf(given);
  const item = (embedded: string, below: boolean): ListItem => {
    const lead = { type: 'entryLead', title, isDone, embedded, marks: below ? [] : marks } as const;
    const apart: Paragraph[] = below && marks.length > 0 ? [{ type: 'paragraph', children: marks }] : [];
    return {
      type: 'listItem',
      spread: apart.length > 0 || markdown.includes('\n\n'),
      children: [lead, ...apart],
    };
  };
  if (markdown === '') return [item('', false)];
  const behind = blocks[0] === 'paragraph' ? [item(`: ${markdown}`, true)] : [];
  const beside = blocks.length === 1 && blocks[0] === 'paragraph' ? [item(`: ${markdown}`, false)] : [];
  return [...beside, ...behind, item(`\n\n${markdown}`, true)];
}

function isReadAs({ title, text, isDone, marks }: EntryItem, item: ListItem): boolean {
  const source = writeMarkdown({
    type: 'root',
    children: [{ type: 'list', spread: item.spread, children: [item] }],
  });
  const [list, ...others] = parseMarkdown(source).children;
  if (list?.type !== 'list' || others.length > 0 || !list.children[0] || list.children.length > 1)
    return false;
  const read = readEntryItem(list.children[0], source);
  return (
    read?.title === title &&
    read.text === text &&
    read.isDone === isDone &&
    read.link === marks.link &&
    read.tags.join(' ') === marks.tags.join(' ')
  );
}

/** The marks as words; empty when there are none. */
export function marksOf({ credit, tags, link, card }: EntryMarks): PhrasingContent[] {
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const address = (url: string, label: string): Link => ({
    type: 'link',
    url,
    children: [{ type: 'text', value: label }],
  });
  const marks: PhrasingContent[][] = [];
  if (credit) {
    const name: PhrasingContent = { type: 'strong', children: [text(credit.name)] };
    marks.push([text(`${symbols.credit} ${credit.words} `), name]);
  }
  if (tags.length > 0) {
    marks.push([
      text(symbols.tags),
      ...tags.flatMap((tag): PhrasingContent[] => [text(' '), { type: 'inlineCode', value: tag }]),
    ]);
  }
  if (link) marks.push([text(`${symbols.link} `), address(link, link)]);
  if (card) marks.push([text(`${symbols.card} `), address(card.address, card.label)]);
  return marks.flatMap((mark, index) => (index === 0 ? mark : [text(between), ...mark]));
}

/** What an item of a document says; undefined when it has another shape than ours. */
export function readEntryItem(item: ListItem, source: string): ReadItem | undefined {
  const [lead, ...rest] = item.children;
  if (lead?.type !== 'paragraph' || lead.children[0]?.type !== 'strong') return undefined;
  const [strong] = lead.children;
  const last = item.children.at(-1);
  const [, end] = spanOf(item);
  const apart = rest.length > 0 && last?.type === 'paragraph' ? readMarks(last.children) : undefined;
  const below = apart || rest.length > 0 ? undefined : marksBelow(lead);
  const textEnd = apart && last ? spanOf(last)[0] : (below?.from ?? end);
  const raw = outdented(source.slice(spanOf(strong)[1], textEnd), indentOf(item, source));
  if (raw !== '' && !raw.startsWith(': ') && !/^\s*(\n|$)/.test(raw)) return undefined;
  return {
    title: plainText(strong),
    text: unembed(
      raw
        .replace(/^: /, '')
        .replace(/^\s*\n+/, '')
        .trimEnd(),
    ),
    isDone: item.checked ?? null,
    tags: apart?.tags ?? below?.marks.tags ?? [],
    link: apart?.link ?? below?.marks.link ?? null,
  };
}

/** The tags and the link among an entry's marks; undefined when it is no line of marks. */
export function readMarks(
  line: readonly PhrasingContent[],
): { tags: string[]; link: string | null } | undefined {
  const tags: string[] = [];
  let link: string | null = null;
  // One letter stands for each kind of part, so that the whole line is compared at once.
  const shape = line.map((part) => {
    if (part.type === 'text') return part.value.replace(/[\ue000-\ue002]/g, '\ufffd');
    if (part.type === 'inlineCode') return tags.push(part.value) && '\ue000';
    if (part.type === 'link') return '\ue001';
    return part.type === 'strong' ? '\ue002' : '\ufffd';
  });
  const marks = shape.join('').split(between);
  const patterns = [/^🙏 [^\ue000-\ue002\ufffd]* \ue002$/u, /^🏷️( \ue000)+$/u, /^🔗 \ue001$/u, /^💬 \ue001$/u];
  let next = 0;
  for (const mark of marks) {
    const found = patterns.findIndex((pattern, index) => index >= next && pattern.test(mark));
    if (found < 0) return undefined;
    next = found + 1;
  }
  if (marks.some((mark) => mark.startsWith(symbols.link))) {
    link = line.find((part) => part.type === 'link')?.url ?? null;
  }
  return { tags, link };
}

function marksBelow(lead: Paragraph) {
  const at = lead.children.findLastIndex(({ type }) => type === 'break');
  const gap = lead.children[at];
  const marks = gap && readMarks(lead.children.slice(at + 1));
  return marks && { marks, from: spanOf(gap)[0] };
}

/** How far the item's lines are moved to the right (columns). */
function indentOf(item: ListItem, source: string): number {
  return /^[-*+] {1,4}(?! )/.exec(source.slice(spanOf(item)[0]))?.[0].length ?? 2;
}

function outdented(text: string, columns: number): string {
  return text.replace(new RegExp(`\\n {1,${columns}}`, 'g'), '\n');
}
