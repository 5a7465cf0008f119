/** The HTML that learners mix into Markdown, where it carries the document's structure, as Markdown. */
import { saysNothing } from '../passages/html-blocks.js';

const structure =
  /<\/?(?:h[1-6]|details|summary|ul|ol|li|table|thead|tbody|tr|th|td)\b[^<>]*>|(?!^)<br\s*\/?>(?=[ \t]*\S)/i;

/** Tags that stand for a mark of Markdown, once the document's structure is written with tags. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/<\/?(?:strong|b)>/gi, '**'],
  [/<\/?(?:em|i)>/gi, '*'],
  [/<\/?code>/gi, '`'],
  [/<a\s[^<>]*?href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi, '[$2]($1)'],
  [/<\/?(?:p|span|font|sub|sup|center)\b[^<>]*>/gi, ''],
];

/** Headings, lists, tables and folded parts written with tags, as marks; everything else stays as it is. */
export function repairHtml(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  if (!lines.some((line, at) => !isCode[at] && structure.test(line))) return lines;
  const repaired: string[] = [];
  let run: string[] = [];
  let level = 1;
  const flush = () => {
    if (run.length > 0) repaired.push(...repairedRun(run, level));
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (isCode[at]) {
      flush();
      repaired.push(line);
      continue;
    }
    run.push(line);
    level = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? level;
  }
  flush();
  return repaired;
}

const blankLine = '\n\n';

function repairedRun(lines: readonly string[], level: number): string[] {
  const given = lines.join('\n');
  if (!structure.test(given) && !lines.some((line) => structure.test(line))) return [...lines];
  // Code between backticks shows its tags; they are put back at the end.
  const shown = given.replace(/`[^`\n]+`/g, (code) => code.replaceAll('<', '\u0000'));
  let text = replacedElements(shown, 'table', (content) => blankLine + tableOf(content) + blankLine).replace(
    /^(?!\s*\|)(.*?)<br\s*\/?>[ \t]*(?=\S)/gim,
    brokenLine,
  );
  const hasTags = /<(?:h[1-6]|li|summary)\b/i.test(text);
  if (hasTags) for (const [tag, mark] of marks) text = text.replace(tag, mark);
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    text = replacedElements(
      text,
      `h${depth}`,
      (title) => `${blankLine}${'#'.repeat(depth)} ${oneLine(title)}${blankLine}`,
    );
  }
  text = replacedElements(text, 'summary', (title) => {
    const plain = oneLine(title)
      .replace(/^\*\*(.*)\*\*$/, '$1')
      .replace(/^#+\s*/, '');
    if (saysNothing.test(plain)) return blankLine;
    return `${blankLine}${'#'.repeat(Math.min(level + 1, 6))} ${plain}${blankLine}`;
  })
    .replace(/^[ \t]*<\/?details\b[^<>]*>/gim, blankLine)
    .replace(/<\/?details\b[^<>]*>/gi, blankLine);
  if (hasTags) text = lists(text);
  return text.replaceAll('\u0000', '<').split('\n');
}

/** Each `<name …>content</name>` replaced; looked for from tag to tag, since a pattern would try each beginning to the end. */
function replacedElements(text: string, name: string, write: (content: string) => string): string {
  const open = new RegExp(`<${name}\\b[^<>]*>`, 'gi');
  const close = new RegExp(`</${name}>`, 'gi');
  let replaced = '';
  let position = 0;
  for (let begin = open.exec(text); begin; begin = open.exec(text)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(text);
    if (!end) break;
    replaced += text.slice(position, begin.index) + write(text.slice(open.lastIndex, end.index));
    position = close.lastIndex;
    open.lastIndex = position;
  }
  return replaced + text.slice(position);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A line broken by a tag goes on below, as deep as its item's text; a table's row holds no line breaks. */
function brokenLine(whole: string, before: string): string {
  if (before.trim() === '') return whole;
  const item = /^(\s*)((?:[-*+]|\d{1,2}[.)])\s+)?/.exec(before);
  return `${before.trimEnd()}  \n${' '.repeat((item?.[1]?.length ?? 0) + (item?.[2]?.length ?? 0))}`;
}

/** List tags as bullets, each as deep as the lists around it. */
function lists(text: string): string {
  let depth = 0;
  const numbers: number[] = [];
  return text
    .replace(/\s*<(\/?)(ul|ol|li)\b[^<>]*>\s*/gi, (_tag, slash: string, name: string) => {
      const isEnd = slash === '/';
      if (name.toLowerCase() === 'li') {
        if (isEnd) return '\n';
        const number = numbers.at(-1) ?? 0;
        if (number > 0) numbers[numbers.length - 1] = number + 1;
        return `\n${'   '.repeat(Math.max(depth - 1, 0))}${number > 0 ? `${number}.` : '-'} `;
      }
      depth = Math.max(depth + (isEnd ? -1 : 1), 0);
      if (isEnd) numbers.pop();
      else numbers.push(name.toLowerCase() === 'ol' ? 1 : 0);
      return depth === 0 || (!isEnd && depth === 1) ? blankLine : '\n';
    })
    .replace(/\n{3,}/g, blankLine);
}

function tableOf(content: string): string {
  const rows = [...content.matchAll(/<tr\b[^<>]*>(.*?)(?:<\/tr>|(?=<tr\b)|$)/gis)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]\b[^<>]*>(.*?)(?:<\/t[hd]>|(?=<t[hd]\b)|$)/gis)].map(([, cell = '']) =>
      oneLine(cell.replace(/<br\s*\/?>/gi, ' ').replace(/<[^<>]*>/g, '')).replaceAll('|', '\\|'),
    ),
  );
  const [header = [], ...others] = rows.filter((row) => row.length > 0);
  const written = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [written(header), written(header.map(() => '---')), ...others.map(written)].join('\n');
}
