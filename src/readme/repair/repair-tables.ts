/** Tables that lost their form: rows separated by tabs, rows without the line that makes a table, rows on one line. */
import { isBlank } from './blank-lines.js';

const isRow = (line: string | undefined) => line !== undefined && /^\s*\|.*\|\s*$/.test(line);
const isDelimiter = (line: string | undefined) =>
  line !== undefined &&
  line.includes('-') &&
  /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) &&
  line.includes('|');

/** The cells of a row of a table; a bar after a backslash or between backticks belongs to its cell. */
export function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = [''];
  for (const part of inner.split(/(\\.|\|)/)) {
    if (part === '|') cells.push('');
    else cells[cells.length - 1] += part;
  }
  return cells.map((cell) => cell.trim());
}

const written = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
const delimiterOf = (cells: readonly string[]) => written(cells.map(() => '---'));

/** What stands above a column of challenges, solutions, technologies and the like. */
const headerWord =
  /^(?:#|n[°o]?|no\.|challenges?|problems?|issues?|solutions?|fix(?:es)?|descriptions?|details?|technolog(?:y|ies)|tools?|concepts?|purpose|usage|used for|what (?:i|it) .*|category|name|topic|skill|lesson.*|learning.*|outcome|result|impact|status|défis?|problèmes?|difficultés?|résolution|technologies?|outils?|rôle|utilisation|catégorie|cause|root cause|approach|practice|why.*|how.*|takeaway)(?: \/? ?\p{L}+){0,3}$/iu;

export const isHeader = (cells: readonly string[]) =>
  cells.every((cell) => cell.length <= 40) &&
  cells.some((cell) => headerWord.test(cell.replace(/[*_`:]|\p{Extended_Pictographic}|\ufe0f/gu, '').trim()));

/** Rows separated by tabs as a table, or, without a header above them, as bullets of a name and its description. */
export function repairTabbedRows(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  const cellsAt = (at: number) => {
    const line = lines[at] ?? '';
    if (isCode[at] || /^\s*(?:>|\||\d{1,2}[.)]\s)/.test(line)) return undefined;
    const bare = line.replace(/^\s*(?:[-*+•]|#{1,6}) +/u, '').trim();
    return /\S\t+\s*\S/.test(bare) ? bare.split(/\s*\t+\s*/) : undefined;
  };
  const repaired: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const header = cellsAt(at);
    const rows = [];
    let next = at;
    for (; header && next < lines.length; next++) {
      const cells = cellsAt(next);
      // A row whose last cell is empty has lost its last tab as well.
      if (
        cells &&
        (cells.length === header.length || (rows.length > 0 && cells.length === header.length - 1))
      )
        rows.push(cells);
      else if (!isBlank(lines[next])) break;
    }
    // Bullets and headings are rows below a header alone.
    const isMarked = lines.slice(at, next).some((line) => /^\s*(?:[-*+•]|#{1,6}) /u.test(line));
    if (!header || rows.length < 2 || (isMarked && !isHeader(header))) {
      repaired.push(lines[at] ?? '');
      at++;
      continue;
    }
    if (!isBlank(repaired.at(-1))) repaired.push('');
    if (isHeader(header)) {
      repaired.push(written(header), delimiterOf(header));
      for (const row of rows.slice(1)) repaired.push(written([...row, ''].slice(0, header.length)));
    } else {
      for (const [name = '', ...rest] of rows)
        repaired.push(`- **${name.replaceAll('*', '')}**: ${rest.join(' – ')}`);
    }
    repaired.push('');
    at = next;
  }
  return repaired;
}

/** Rows between bars as one table: with the line below the header, of as many cells, and no blank lines between rows. */
export function repairPipeTables(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  const repaired: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (isCode[at] || !isRow(line) || isDelimiter(line)) {
      repaired.push(line);
      at++;
      continue;
    }
    const rows = [];
    let next = at;
    for (let blanks = 0; next < lines.length && !isCode[next]; next++) {
      if (isRow(lines[next]) || (rows.length === 1 && isDelimiter(lines[next]))) {
        rows.push(lines[next] ?? '');
        blanks = 0;
      } else if (!isBlank(lines[next]) || ++blanks > 1) break;
    }
    while (isBlank(lines[next - 1])) next--;
    repaired.push(...repairedTable(rows, lines.slice(at, next)));
    at = next;
  }
  return repaired;
}

function repairedTable(rows: readonly string[], given: readonly string[]): readonly string[] {
  const [header = '', second, ...others] = rows;
  const cells = cellsOf(header);
  if (second === undefined || cells.length < 2) return given;
  const hasDelimiter = isDelimiter(second);
  const isWhole = hasDelimiter && cellsOf(second).length === cells.length && rows.length === given.length;
  if (isWhole) return given;
  if (!hasDelimiter && (rows.length < 3 || cellsOf(second).length !== cells.length)) return given;
  return [header, delimiterOf(cells), ...(hasDelimiter ? [] : [second]), ...others];
}

/** A table whose rows all stand on one line: `| a | b | |---|---| | 1 | 2 |`. */
export function repairTablesOnOneLine(
  lines: readonly string[],
  isCode: readonly boolean[],
): readonly string[] {
  return lines.flatMap((line, at) => {
    const found = isCode[at] ? null : /\|\s*\|?((?:\s*:?-{3,}:?\s*\|){2,})/.exec(line);
    if (!found || isDelimiter(line)) return [line];
    const columns = cellsOf(found[1] ?? '').length;
    const start = line.indexOf('|');
    const cells = cellsOf(line.slice(start));
    const rows: string[][] = [];
    for (let next = 0; next < cells.length; ) {
      const row = cells.slice(next, next + columns);
      if (row.length < columns && row.every((cell) => cell === '')) break;
      rows.push(row);
      // Between two rows on one line stands the end of one bar and the beginning of the next: an empty cell.
      next += columns + (cells[next + columns] === '' ? 1 : 0);
    }
    return [...(start > 0 ? [line.slice(0, start).trimEnd(), ''] : []), ...rows.map(written)];
  });
}
