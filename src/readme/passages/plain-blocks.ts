/**
 * The Markdown that most lines of a log are, without a parser of all of it: headings, paragraphs, tight lists and code
 * between fences, with bold words, code and links in them. Whatever is anything else is left to the parser.
 */
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';

/** A list's items deeper than this are left to the parser. */
const deepest = 6;

/** Marks of bold words, code and links in one piece; each pair is a part of its own, so more of them are left to the parser. */
const mostMarks = 1_000;

const space = String.raw`[ \t]`;
const heading = new RegExp(`^(#{1,6})${space}+(\\S.*)$`);
const bullet = /^( *)([-*+]) (?! )(\S.*)$/;
const paragraph = /^(?:\*\*(?=[\p{L}\p{N}])|`(?!`)|[\p{L}\p{Extended_Pictographic}("“'’])/u;

/** The blocks of a piece; null when it holds what only a parser reads. */
export function plainBlocks(source: string): RootContent[] | null {
  // `www.`, addresses of mail, and tabs mean something anywhere.
  if (/\t|www\.|[\r\0]/i.test(source)) return null;
  if (source.length > mostMarks && (source.match(/[*`[]/g)?.length ?? 0) > mostMarks) return null;
  const lines = source.split('\n');
  const starts: number[] = [];
  for (let at = 0, offset = 0; at < lines.length; at++) {
    starts.push(offset);
    offset += (lines[at]?.length ?? 0) + 1;
  }
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line === '') {
      at++;
      continue;
    }
    const read =
      headingAt(line, starts[at] ?? 0) ??
      codeAt(lines, at) ??
      listAt(lines, starts, at) ??
      paragraphAt(lines, starts, at);
    if (!read) return null;
    blocks.push(read.block);
    at += read.lines;
  }
  return blocks;
}

interface Read {
  block: RootContent;
  lines: number;
}

function headingAt(line: string, start: number): Read | null {
  const [, signs = '', words = ''] = heading.exec(line) ?? [];
  if (words === '' || /#\s*$|\s$/.test(words)) return null;
  const children = inlineOf(words, start + line.length - words.length);
  if (!children) return null;
  return { block: { type: 'heading', depth: signs.length as 1, children }, lines: 1 };
}

function codeAt(lines: readonly string[], at: number): Read | null {
  const [, fence = '', language = ''] = /^(`{3,})([\w+-]*)$/.exec(lines[at] ?? '') ?? [];
  if (fence === '') return null;
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (line === fence) {
      const value = lines.slice(at + 1, end).join('\n');
      return { block: { type: 'code', lang: language === '' ? null : language, value }, lines: end - at + 1 };
    }
    if (/^\s*`{3}/.test(line)) return null;
  }
  return null;
}

/** What can end a paragraph or a list without a blank line. */
const ends = (line: string | undefined) =>
  line === undefined || line === '' || heading.test(line) || line.startsWith('```');

function paragraphAt(lines: readonly string[], starts: readonly number[], at: number): Read | null {
  const children: PhrasingContent[] = [];
  let end = at;
  for (; !ends(lines[end]) && !(end > at && bullet.test(lines[end] ?? '')); end++) {
    const line = lines[end] ?? '';
    if (!paragraph.test(line) || /\s$/.test(line)) return null;
    const words = inlineOf(line, starts[end] ?? 0);
    if (!words) return null;
    append(children, words, end > at);
  }
  return end === at ? null : { block: { type: 'paragraph', children }, lines: end - at };
}

/** More of a paragraph; words that meet at the end of a line are one node. */
function append(children: PhrasingContent[], words: readonly PhrasingContent[], isNextLine: boolean): void {
  const [first, ...rest] = words;
  const last = children.at(-1);
  if (!isNextLine || !first) {
    children.push(...words);
    return;
  }
  if (last?.type === 'text') {
    const isText = first.type === 'text';
    const value = `${last.value}\n${isText ? first.value : ''}`;
    const length = isText ? first.value.length : 0;
    const from = last.position?.start.offset ?? 0;
    children[children.length - 1] = textNode(value, from, from + last.value.length + 1 + length);
    children.push(...(isText ? rest : words));
  } else {
    const isText = first.type === 'text';
    const offset = (first.position?.start.offset ?? 0) - 1;
    const value = `\n${isText ? first.value : ''}`;
    children.push(textNode(value, offset, offset + value.length), ...(isText ? rest : words));
  }
}

function listAt(lines: readonly string[], starts: readonly number[], at: number): Read | null {
  const root: List = { type: 'list', ordered: false, spread: false, children: [] };
  const open: List[] = [root];
  const mark = bullet.exec(lines[at] ?? '')?.[2];
  let end = at;
  for (; !ends(lines[end]); end++) {
    const line = lines[end] ?? '';
    const [, indent = '', own, words = ''] = bullet.exec(line) ?? [];
    const level = indent.length / 2;
    if (
      own === undefined ||
      own !== mark ||
      !Number.isInteger(level) ||
      level > deepest ||
      level > open.length
    )
      return null;
    if (end === at && level > 0) return null;
    if (
      !/^[\p{L}\p{N}*`[\p{Extended_Pictographic}("“]/u.test(words) ||
      /^(?:\[.\]|\d{1,9}[.)]|[*] |[*]{3}|`{3}|[*]$)/.test(words) ||
      /\s$/.test(words)
    )
      return null;
    const children = inlineOf(words, (starts[end] ?? 0) + line.length - words.length);
    if (!children) return null;
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children }],
    };
    if (level === open.length) {
      const list: List = { type: 'list', ordered: false, spread: false, children: [item] };
      open.at(-1)?.children.at(-1)?.children.push(list);
      open.push(list);
      continue;
    }
    open.length = level + 1;
    open.at(-1)?.children.push(item);
  }
  // Below a blank line the list may go on.
  if (end === at) return null;
  const next = lines.slice(end).find((line) => line !== '');
  if (
    next !== undefined &&
    lines[end] === '' &&
    (/^\s/.test(next) || /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(next))
  )
    return null;
  return { block: root, lines: end - at };
}

/** Words that no sign makes anything else of. */
const plain = String.raw`(?:[^*_\x60[\]<>&!~|\\@\n]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|&(?=\s)|>(?=\s)|!(?!\[))`;
const link = String.raw`\[(?<label>${plain}+)\]\((?<address>https?:[^\s()<>[\]*_\x60\\&]+)\)`;
const strong = String.raw`\*\*(?<strong>[\p{L}\p{N}](?:${plain}*[\p{L}\p{N}.:!?)”’])?)\*\*(?=[\s.,:;)]|$)`;
const code = String.raw`\x60(?<code>[^\x60\s|](?:[^\x60\n|]*[^\x60\s|])?)\x60(?!\x60)`;
const piece = new RegExp(`(?<text>${plain}+)|(?<=^|[\\s(])${strong}|(?<!\x60)${code}|${link}`, 'uy');

/** The nodes of one line; null when it holds a sign that may be a mark of another kind. */
function inlineOf(words: string, offset: number): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < words.length; ) {
    piece.lastIndex = at;
    const match = piece.exec(words);
    const { text, strong: bold, code: inline, label, address } = match?.groups ?? {};
    if (!match) return null;
    const [from, to] = [offset + at, offset + piece.lastIndex];
    if (text !== undefined) {
      if (/https?:\/\/|(?:mailto|xmpp):/i.test(text)) return null;
      nodes.push(textNode(text, from, to));
    } else if (bold !== undefined) {
      if (/https?:\/\//i.test(bold)) return null;
      nodes.push({
        type: 'strong',
        children: [textNode(bold, from + 2, to - 2)],
        position: position(from, to),
      });
    } else if (inline !== undefined)
      nodes.push({ type: 'inlineCode', value: inline, position: position(from, to) });
    else if (label !== undefined && address !== undefined) {
      if (/https?:\/\//i.test(label)) return null;
      const children: PhrasingContent[] = [textNode(label, from + 1, from + 1 + label.length)];
      nodes.push({ type: 'link', url: address, children, position: position(from, to) });
    }
    at = piece.lastIndex;
  }
  return nodes;
}

function textNode(value: string, from: number, to: number): PhrasingContent {
  return { type: 'text', value, position: position(from, to) };
}

/** Where a node stands; only its units are asked for. */
function position(from: number, to: number) {
  return { start: { line: 1, column: 1, offset: from }, end: { line: 1, column: 1, offset: to } };
}
