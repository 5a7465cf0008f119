/** Challenges and solutions in the columns of a table, in any order and under headers of any known language. */
import type { Passage } from '../passages/passages.js';
import { joined, plainText, type RichText } from '../passages/rich-text.js';
import { type PairRole, roleOfWords } from './label-words.js';
import { type Draft, draftOf, lineOf } from './pair-draft.js';
import { wordsIn } from './section-kinds.js';

type Column = PairRole | 'group' | 'number' | null;

const groupHeader =
  /^(?:category|area|topic|module|component|categorie|domaine|phase|project|section|type|week|day|date|semaine)\b/;

function columnOf(header: string): Column {
  const words = wordsIn(header);
  // '😖' and '😎' name columns as words do.
  if (words.length === 0) return /^[\s\p{Sk}#№.\d]*$/u.test(header) ? 'number' : null;
  if (/^(?:no|n|id|number|numero)$/.test(words.join(' '))) return 'number';
  if (groupHeader.test(words.join(' '))) return 'group';
  const whole = roleOfWords(words);
  if (whole) return whole;
  // 'Solution / Workaround used by me': its first word says what it is; 'How it was handled', too.
  for (let length = words.length - 1; length > 0; length--) {
    const role = roleOfWords(words.slice(0, length));
    if (role) return role;
  }
  return /^(?:how|comment)$/.test(words[0] ?? '') ? 'solution' : null;
}

/**
 * The pairs of a table; null when it holds none.
 * @param isExpected whether its section is about challenges, so that two columns of any name are a pair
 */
export function pairsInTable(table: Passage, isExpected: boolean): Draft[] | null {
  const [header = [], ...rows] = table.rows;
  let columns = header.map(({ plain }) => columnOf(plain));
  const hasBoth = columns.includes('problem') && columns.includes('solution');
  if (!hasBoth) {
    if (!isExpected) return null;
    columns = guessed(columns);
  }
  return rows.flatMap((row): Draft[] => {
    const cells = (column: Column): { cell: RichText; header: RichText }[] =>
      row.flatMap((cell, index) =>
        columns[index] === column && cell.plain.trim() !== ''
          ? [{ cell, header: header[index] ?? plainText('') }]
          : [],
      );
    const [challenge, ...more] = cells('problem').map(({ cell }) => cell);
    const solution = cells('solution').map(({ cell }) => cell);
    if (!challenge) return [];
    const details = [...more, ...cells('detail').map(({ cell }) => cell)];
    const extras = cells('extra').map(({ cell, header: name }) => lineOf(joined([name, cell], ': ')));
    return [
      draftOf({
        title: details.length > 0 ? challenge : null,
        problem: details.length > 0 ? details.map(lineOf) : [lineOf(challenge)],
        solution: solution.length > 0 ? [...solution.map(lineOf), ...extras] : [],
        section: cells('group')[0]?.cell.plain ?? null,
      }),
    ];
  });
}

/** Columns without telling headers: what is not known to be something else is first the problem, then its solution. */
function guessed(columns: readonly Column[]): Column[] {
  const given = new Set(columns);
  return columns.map((column) => {
    if (column !== null && column !== 'detail') return column;
    const next = (['problem', 'solution'] as const).find((each) => !given.has(each));
    if (next) given.add(next);
    return next ?? column;
  });
}
