/** Challenges and solutions in the columns of a table, in any order and under headers in either language. */

import type { Passage } from '../passages/passages.js';
import { joined, plainText, type RichText } from '../passages/rich-text.js';
import { type Draft, draftOf, lineOf } from './pair-draft.js';
import { wordsIn } from './section-kinds.js';

type Column = 'challenge' | 'detail' | 'solution' | 'extra' | 'group' | 'number' | null;

const headers: readonly [Column, RegExp][] = [
  [
    'solution',
    /^(?:solution|fix|fixes|resolution|resolutions|resolu\w*|workaround|answer|remed|mitigation|how|approach|action|reponse|corre\w*|what worked|solved)/,
  ],
  [
    'challenge',
    /^(?:challenge|problem|issue|difficult|obstacle|hurdle|struggle|bug|error|defi|pain|blocker|roadblock|question|what (?:happened|went))/,
  ],
  [
    'extra',
    /^(?:lesson|outcome|result|lecon|takeaway|learning|learned|what i learned|ce que|tool|technolog|benefit|impact|prevention)/,
  ],
  ['detail', /^(?:description|detail|cause|root|context|contexte|why|explanation|symptom|explication)/],
  ['group', /^(?:category|area|topic|module|component|categorie|domaine|phase|project|section|type)/],
  ['number', /^(?:no|n|id|number|numero)?$/],
];

/** Words before the one that tells. */
const before = new Set([
  'the',
  'my',
  'our',
  'key',
  'main',
  'technical',
  'le',
  'la',
  'les',
  'mon',
  'ma',
  'notre',
  'l',
]);

function columnOf(header: string): Column {
  const words = wordsIn(header);
  while (words.length > 1 && before.has(words[0] ?? '')) words.shift();
  const name = words.join(' ');
  return headers.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/**
 * The pairs of a table; null when it holds none.
 * @param isExpected whether its section is about challenges, so that two columns of any name are a pair
 */
export function pairsInTable(table: Passage, isExpected: boolean): Draft[] | null {
  const [header = [], ...rows] = table.rows;
  let columns = header.map(({ plain }) => columnOf(plain));
  const hasBoth = columns.includes('challenge') && columns.includes('solution');
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
    const [challenge, ...more] = cells('challenge').map(({ cell }) => cell);
    const solution = cells('solution').map(({ cell }) => cell);
    if (!challenge) return [];
    const details = [...more, ...cells('detail').map(({ cell }) => cell)];
    const extras = cells('extra').map(({ cell, header: name }) => lineOf(joined([name, cell], ': ')));
    return [
      {
        ...draftOf(details.length > 0 ? challenge : null, false),
        problem: details.length > 0 ? details.map(lineOf) : [lineOf(challenge)],
        solution: solution.length > 0 ? [...solution.map(lineOf), ...extras] : [],
        section: cells('group')[0]?.cell.plain ?? null,
      },
    ];
  });
}

/** Columns without telling headers: what is not known to be something else is first the challenge, then its solution. */
function guessed(columns: readonly Column[]): Column[] {
  const given = new Set(columns);
  return columns.map((column) => {
    if (column !== null && column !== 'detail') return column;
    const next = (['challenge', 'solution'] as const).find((each) => !given.has(each));
    if (next) given.add(next);
    return next ?? column;
  });
}
