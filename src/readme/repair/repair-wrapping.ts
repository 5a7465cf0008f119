/** What was put around or before a whole document: a fence, an indentation, quote marks, escaped marks and line breaks. */
import { isBlank } from './blank-lines.js';

const heading = /^#{1,6}\s+\S/;

/** Line ends as `\n`, and no characters that nobody sees; those that join emoji or select their form stay. */
export function repairCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/^(?:[ \t]|[\u00a0\u3000])+/gm, (indent) => indent.replace(/[\u00a0\u3000]/g, ' '))
    .replace(/^([ \t]*(?:[-*+]|\d{1,2}[.)]|#{1,6}))[\u00a0\u3000]/gm, '$1 ');
}

/** A document kept within a program's string: its line breaks are written `\n`, and it has hardly any of its own. */
export function repairWrittenLineBreaks(text: string): string {
  const written = text.match(/\\n(?=[\s#*\-\d|`>\\A-Z]|\p{L})/gu)?.length ?? 0;
  const real = text.trim().match(/\n/g)?.length ?? 0;
  if (written < 5 || real > 2) return text;
  return text
    .replace(/\\r\\n|\\n/g, '\n')
    .replaceAll('\\t', '\t')
    .replaceAll('\\"', '"');
}

/** The document without the fence that it stands in as a whole; an introduction of a few lines may stand before it. */
export function repairWrappedDocument(lines: readonly string[]): readonly string[] {
  const open = lines.findIndex((line) => /^\s*(?:```+|~~~+)/.test(line));
  if (open < 0 || lines.slice(0, open).some((line) => heading.test(line))) return lines;
  if (lines.slice(0, open).filter((line) => !isBlank(line)).length > 3) return lines;
  const [, mark = '', info = ''] = /^\s*(`{3,}|~{3,})\s*(\S*)\s*$/.exec(lines[open] ?? '') ?? [];
  const isNamed = /^(?:markdown|md|readme\.md)$/i.test(info);
  if (mark === '' || !(isNamed || info === '')) return lines;

  const body = lines.slice(open + 1);
  const first = body.find((line) => !isBlank(line)) ?? '';
  if (!(isNamed || heading.test(first)) || body.filter((line) => /^#{2,6}\s+\S/.test(line)).length < 2)
    return lines;
  const last = body.findLastIndex((line) => !isBlank(line));
  const isFence = (line: string | undefined) => line !== undefined && /^\s*(?:`{3,}|~{3,})/.test(line);
  const isClose = new RegExp(`^\\s*${mark[0]}{${mark.length},}\\s*$`).test(body[last] ?? '');
  const inner = body.filter(isFence).length;
  const isWhole = isClose && (mark.length > 3 || inner % 2 === 1);
  // Without a closing fence at its end only a fence that says it holds Markdown is a wrapping.
  if (!isWhole && !(isNamed && inner % 2 === 0)) return lines;
  return [...lines.slice(0, open), ...(isWhole ? body.toSpliced(last, 1) : body)];
}

/** The document without the `> ` before each of its lines. */
export function repairQuotedDocument(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => !isBlank(line));
  if (written.length < 5 || !written.every((line) => /^\s{0,3}>/.test(line))) return lines;
  return lines.map((line) => line.replace(/^\s{0,3}> ?/, ''));
}

/** The document without the four or more columns that all of it, save perhaps its first line, is indented by. */
export function repairIndentedDocument(lines: readonly string[]): readonly string[] {
  const spaced = lines.map((line) => line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '    ')));
  const indents = spaced.flatMap((line, at) => (isBlank(line) ? [] : [{ at, columns: line.search(/\S/) }]));
  const rest = indents[0]?.columns === 0 ? indents.slice(1) : indents;
  const least = rest.reduce((smallest, { columns }) => Math.min(smallest, columns), 1000);
  if (rest.length < 3 || least < 4) return lines;
  return spaced.map((line) => (line.search(/\S/) >= least ? line.slice(least) : line.trimStart()));
}

/**
 * Lists of a page, pasted without their bullets: four columns for each level, and no other mark in the whole document.
 * Markdown would take them for code.
 */
export function repairPastedLists(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => !isBlank(line));
  if (written.some((line) => /^\s*\\?(?:#{1,6}\s|[-*+]\s|\d{1,2}[.)]\s|```|~~~|\|)/.test(line))) return lines;
  const columns = (line: string) => line.replaceAll('\t', '    ').search(/\S/);
  const indented = written.filter((line) => columns(line) >= 4);
  if (indented.length < 8 || indented.length * 3 < written.length) return lines;
  if (indented.some((line) => columns(line) % 4 !== 0 || /[;{}]\s*$|^\s*[$>]\s/.test(line))) return lines;
  return lines.map((line) => {
    const level = columns(line) / 4;
    return isBlank(line) || level < 1 ? line : `${'  '.repeat(level - 1)}- ${line.trim()}`;
  });
}

const escapedStart =
  /^\s*\\(?:#{1,6}(?=\s)|(?:\\#)*#(?=\s)|[-*+](?=\s)|>(?=\s)|`\\`\\`)|^\s*\d{1,2}\\[.)](?=\s)/;
const escapedBold = /\\\*\\\*\S.*?\S\\\*\\\*|\\_\\_\S.*?\S\\_\\_/;

/** A document whose every mark was escaped with a backslash by the editor it was pasted into. */
export function repairEscapes(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  const isEscaped = (line: string, at: number) =>
    !isCode[at] && (escapedStart.test(line) || escapedBold.test(line.replaceAll(/`[^`]*`/g, '')));
  if (lines.filter(isEscaped).length < 2) return lines;
  return lines.map((line, at) => {
    if (isCode[at]) return line;
    // '1\\. Tools' above a row of dashes is a heading, and would be a list without its backslash.
    if (/^\s*(?:=+|-{2,})\s*$/.test(lines[at + 1] ?? '') && /^\s*\d{1,2}\\[.)]/.test(line)) return line;
    return line
      .split(/((?<!\\)`[^`]*(?<!\\)`)/)
      .map((part, index) => (index % 2 === 1 ? part : part.replace(/\\([#*_`\-+>[\]()|.!~&])/g, '$1')))
      .join('');
  });
}
