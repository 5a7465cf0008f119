/** A document in pieces that can be parsed one by one: the tree of only one is alive, and each has a cost of its own. */
import { codeLines } from '../repair/repair-fences.js';

/** A part of a document that no block of Markdown reaches out of. */
export interface Piece {
  text: string;
  /** It goes on with the list that the piece before it ends with. */
  continuesList: boolean;
  /** It goes on with the table that the piece before it ends with, below the same two lines. */
  continuesTable: boolean;
  /** It holds definitions of links that stand elsewhere, or a header again. */
  isExtended: boolean;
}

/** From how many UTF-16 units on a list is cut between two of its items. */
const longPiece = 2_000;

/** A paragraph of more than this is read as several (UTF-16 units); no entry keeps as much. */
const longestParagraph = 20_000;

/** Rows of one piece of a table. */
const mostRows = 60;

/** Definitions of links that pieces are given; nobody numbers more of them by hand. */
const mostDefinitions = 500;

/** A line that goes on with a paragraph, or begins one: never a list, a quote, a table, HTML or a heading. */
const paragraphLine = /^(?![\s>|#=<]|[-*+](?:[ \t]|$)|\d{1,9}[.)]|[-_*]{3,}\s*$)[^|]*$/;

const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const delimiter = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const definition = /^ {0,3}\[([^\][\n]{1,200})\]:[ \t]*\S.*$/;

/** HTML that blank lines and headings do not end, by how it begins: where it ends. */
const rawHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/^[ \t>]*<!--/, /-->/],
  [/^[ \t>]*<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^[ \t>]*<\?/, /\?>/],
  [/^[ \t>]*<!\[CDATA\[/, /\]\]>/],
  [/^[ \t>]*<![a-z]/i, />/],
];

/** The pieces of a document; those with references to links are followed by the definitions they use. */
export function piecesOf(markdown: string): Piece[] {
  const lines = markdown.split('\n');
  const isCode = codeLines(lines);
  const cuts = cutsIn(lines, isCode);
  const definitions = definitionsIn(lines, isCode);
  return cuts.flatMap(({ at, continuesList }, index) => {
    const own = lines.slice(at, cuts[index + 1]?.at ?? lines.length);
    return rowsApart(own).map((rows, part): Piece => {
      const text = rows.join('\n');
      const more = used(text, definitions);
      return {
        text: text + more,
        continuesList,
        continuesTable: part > 0,
        isExtended: part > 0 || more !== '',
      };
    });
  });
}

interface Cut {
  at: number;
  continuesList: boolean;
}

function cutsIn(lines: readonly string[], isCode: readonly boolean[]): Cut[] {
  const cuts: Cut[] = [{ at: 0, continuesList: false }];
  /** What ends the HTML that a line is in. */
  let rawEnd: RegExp | null = null;
  let isInHtml = false;
  /** The mark of the list that a line may go on with; null where none is open. */
  let list: string | null = null;
  let length = 0;
  for (const [at, line] of lines.entries()) {
    length += line.length + 1;
    if (rawEnd) {
      if (rawEnd.test(line)) rawEnd = null;
      continue;
    }
    if (isCode[at]) continue;
    const isBlank = line.trim() === '';
    if (isBlank) {
      isInHtml = false;
      continue;
    }
    const isApart =
      at === 0 || lines[at - 1]?.trim() === '' || (isCode[at - 1] === true && !/^\s/.test(line));
    const mark = rule.test(line)
      ? null
      : (/^(?:([-*+])|\d{1,9}([.)]))[ \t]+\S/.exec(line)?.slice(1).find(Boolean) ?? null);
    const isHeading = !isInHtml && /^#{1,6}(?:[ \t]|$)/.test(line);
    if (isHeading || (isApart && /^[^\s\-*+>\d|]/.test(line)) || (isApart && line.startsWith('|'))) {
      cuts.push({ at, continuesList: false });
      length = line.length + 1;
      list = null;
    } else if (length > longestParagraph && list === null && paragraphLine.test(line)) {
      cuts.push({ at, continuesList: false });
      length = line.length + 1;
    } else if (mark !== null) {
      // A list may begin right below its heading.
      const continuesList = mark === list;
      if (continuesList ? length > longPiece : isApart) {
        cuts.push({ at, continuesList });
        length = line.length + 1;
      }
      list = mark;
    } else if (rule.test(line) || line.startsWith('>')) list = null;
    else list ??= /^ {1,3}(?:([-*+])|\d{1,9}([.)]))[ \t]/.exec(line)?.slice(1).find(Boolean) ?? null;
    rawEnd =
      rawHtml.find(([begin, end]) => begin.test(line) && !end.test(line.replace(begin, '')))?.[1] ?? null;
    if (/^ {0,3}<\/?[a-z]/i.test(line)) isInHtml = true;
  }
  return cuts.filter(({ at }, index) => at !== cuts[index + 1]?.at);
}

/** The rows of a long table in parts, each below the header; other lines as they are. */
function rowsApart(lines: readonly string[]): readonly (readonly string[])[] {
  const [header = '', second = ''] = lines;
  if (lines.length <= mostRows || !header.includes('|') || !delimiter.test(second)) return [lines];
  const blank = lines.findIndex((line) => line.trim() === '');
  const end = blank < 0 ? lines.length : blank;
  const parts: (readonly string[])[] = [];
  for (let at = 2; at < end; at += mostRows)
    parts.push([header, second, ...lines.slice(at, Math.min(at + mostRows, end))]);
  const rest = lines.slice(end);
  const last = parts.pop() ?? [header, second];
  return [...parts, [...last, ...rest]];
}

function definitionsIn(lines: readonly string[], isCode: readonly boolean[]): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? '';
    const isApart = before.trim() === '' || definition.test(before);
    const label = isApart && line.includes(']:') && !isCode[at] ? definition.exec(line)?.[1] : undefined;
    const key = label?.trim().toLowerCase();
    if (key !== undefined && !definitions.has(key) && definitions.size < mostDefinitions)
      definitions.set(key, line.trim());
  }
  return definitions;
}

/** The definitions that a piece refers to, for its end. */
function used(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0 || !text.includes('[')) return '';
  const found = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[([^\][\n]{1,200})\](?!:)/g)) {
    const line = definitions.get(label.trim().toLowerCase());
    if (line !== undefined) found.add(line);
  }
  return found.size === 0 ? '' : `\n\n${[...found].join('\n')}`;
}

/** Signs that may be marks within a line: a parser tries each of them, some together with every other one. */
const marks = new Set([...'*_`[]<>&!~|\\@'].map((sign) => sign.charCodeAt(0)));

/**
 * What a piece costs to parse, in the time that one character of words takes: marks cost more, many of them within one
 * piece much more, and so do lines within lists and quotes within one another.
 */
export function costOf(text: string): number {
  let cost = 0;
  let inPiece = 0;
  for (const line of text.split('\n')) {
    let own = 0;
    for (let at = 0; at < line.length; at++) if (marks.has(line.charCodeAt(at))) own++;
    inPiece += own;
    const start = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
    const depth = start.replace(/[ \t]+/g, '').length + (start.search(/\S|$/) >> 1);
    cost += (20 + line.length + own * 6) * (1 + depth / 2);
  }
  return cost + (inPiece * inPiece) / 40;
}
