/** Lists of Discord's markdown, which the parser's own rules lack: bulleted and numbered, one in another. */

/** Discord nests no deeper. */
export const DEEPEST_LIST = 10;

const ITEM = /^( *)([-*]|\d{1,9}\.) +(?=\S)/;

export interface List {
  ordered: boolean;
  /** The number of the first item. */
  start: number;
  /** Each item's text, with what is indented below it. */
  items: string[];
}

/** The lines at the start of a text that are a list, with the line break behind them; empty when there is none. */
export function listAt(text: string): string {
  if (!ITEM.test(text)) return '';
  let end = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const isPart = ITEM.test(line) || (end > 0 && /^ +\S/.test(line));
    at += line.length + 1;
    if (isPart) end = at;
    else if (line.trim() !== '') break;
  }
  return text.slice(0, end);
}

/** The lists in such lines; a change from bullets to numbers begins another one. */
export function listsOf(lines: string): List[] {
  const lists: List[] = [];
  const indent = ITEM.exec(lines)?.[1]?.length ?? 0;
  let item: string[] = [];
  const finish = () => {
    if (item.length > 0) lists.at(-1)?.items.push(itemText(item));
    item = [];
  };
  for (const line of lines.split('\n')) {
    const [prefix, spaces = '', bullet = ''] = ITEM.exec(line) ?? [];
    if (prefix === undefined || spaces.length > indent) {
      item.push(line);
      continue;
    }
    finish();
    const ordered = /\d/.test(bullet);
    if (lists.at(-1)?.ordered !== ordered)
      lists.push({ ordered, start: ordered ? Number.parseInt(bullet, 10) : 1, items: [] });
    item = [line.slice(prefix.length)];
  }
  finish();
  return lists;
}

/** What is below an item's first line loses the indentation that its lines share. */
function itemText([first = '', ...below]: string[]): string {
  const indents = below.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const shared = Math.min(...indents);
  return [first, ...below.map((line) => line.slice(shared))].join('\n').trimEnd();
}
