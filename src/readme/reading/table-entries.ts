/** A table of technologies, concepts or practices: an entry a row. */

import type { Passage } from '../passages/passages.js';
import { bodyOf, linkOf, shortTitle, titleWords } from './entry-texts.js';
import type { Learning, Place } from './learning.js';
import { wordsIn } from './section-kinds.js';

const groupHeader = /^(?:categor|area|type$|layer|domain|group|phase|section|couche|stage)/;
const nameHeader =
  /^(?:technolog|tech$|tool|framework|librar|name|nom$|language|langage|outil|stack|concept|topic|principle|pattern|notion|practice|pratique|takeaway|lesson|skill|item|element|goal|step|resource)/;
const numberHeader = /^(?:no|n|id|numero|number)?$/;

/** The rows as learnings: the column that names them, the one that groups them, and all others as their text. */
export function rowEntries(table: Passage, { kind, section }: Place): Learning[] {
  const [header = [], ...rows] = table.rows;
  const names = header.map(({ plain }) => wordsIn(plain).join(' '));
  const isNumber = (index: number): boolean =>
    numberHeader.test(names[index] ?? '') && rows.every((row) => /^[\d\W]*$/.test(row[index]?.plain ?? ''));
  const columns = header.map((_, index) => index).filter((index) => !isNumber(index));
  const grouping = columns.find((index) => groupHeader.test(names[index] ?? '') && columns.length > 2);
  let naming =
    columns.find((index) => nameHeader.test(names[index] ?? '')) ??
    columns.find((index) => index !== grouping);
  if (naming === undefined) return [];
  // 'Languages | Python, SQL' is named by what it lists under.
  const first = columns.find((index) => index !== naming);
  const listed = naming;
  const lists = rows.filter((row) => /,.*\p{L}/u.test(row[listed]?.plain ?? '')).length * 2 > rows.length;
  if (lists && first !== undefined && first < naming) naming = first;
  const telling = columns.filter((index) => index !== naming && index !== grouping);
  return rows.flatMap((row): Learning[] => {
    const name = row[naming];
    const title = name ? titleWords(name) : '';
    if (!name || title === '') return [];
    const texts = telling.flatMap((index) => {
      const cell = row[index]?.markdown() ?? '';
      return cell === '' ? [] : [telling.length > 1 ? `**${header[index]?.plain.trim()}:** ${cell}` : cell];
    });
    const group = grouping === undefined ? '' : titleWords(row[grouping] ?? name);
    return [
      {
        kind,
        title: shortTitle(title),
        body: bodyOf(shortTitle(title) === title ? '' : name.markdown(), ...texts),
        link: linkOf(name),
        section: section ?? (group === '' ? null : shortTitle(group)),
        isDone: false,
      },
    ];
  });
}
