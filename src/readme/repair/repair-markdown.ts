/** Markdown as its reader sees it, for a parser that takes every mark at its word: damage is repaired where it is certain. */
import { repairLineBreaks } from './repair-breaks.js';
import { codeLines, repairFences } from './repair-fences.js';
import { repairHtml } from './repair-html.js';
import {
  repairBold,
  repairBullets,
  repairHeadings,
  repairHeadingsInBullets,
  repairIndentedLists,
  repairNamesBelowBullets,
  repairNumbers,
} from './repair-lines.js';
import { repairPipeTables, repairTabbedRows, repairTablesOnOneLine } from './repair-tables.js';
import {
  repairCharacters,
  repairEscapes,
  repairIndentedDocument,
  repairPastedLists,
  repairQuotedDocument,
  repairWrappedDocument,
  repairWrittenLineBreaks,
} from './repair-wrapping.js';

type Repair = (lines: readonly string[], isCode: readonly boolean[]) => readonly string[];

/** What stands around the document as a whole, from the outside in. */
const ofTheWhole: readonly Repair[] = [
  repairWrappedDocument,
  repairQuotedDocument,
  repairIndentedDocument,
  repairWrappedDocument,
  repairPastedLists,
];

/** What concerns single lines; none of these touches code. */
const ofLines: readonly Repair[] = [
  repairLineBreaks,
  repairTablesOnOneLine,
  repairHtml,
  repairHeadings,
  repairHeadingsInBullets,
  repairIndentedLists,
  repairNumbers,
  repairBullets,
  repairNamesBelowBullets,
  repairBold,
  repairTabbedRows,
  repairPipeTables,
];

/**
 * The document with its damage repaired, ready for a parser of GitHub's Markdown: marks escaped with backslashes, fences
 * that do not pair, a wrapping, an indentation, lost line breaks, tables without their lines, bullets and headings
 * without their space, headings within bullets, and tags of HTML that stand for any of these.
 * A correct document with `\n` line ends is given as it is, to the byte.
 */
export function repairMarkdown(document: string): string {
  let lines: readonly string[] = repairWrittenLineBreaks(repairCharacters(document)).split('\n');
  let known: { of: readonly string[]; isCode: readonly boolean[] } = { of: [], isCode: [] };
  const repaired = (repair: Repair) => {
    if (known.of !== lines) known = { of: lines, isCode: codeLines(lines) };
    const after = attempted(repair, lines, known.isCode);
    return areSame(lines, after) ? lines : after;
  };
  for (const repair of ofTheWhole) lines = attempted(repair, lines, []);
  // Fences may be among what is escaped, and only fences that pair tell what is code.
  lines = repaired(repairEscapes);
  lines = attempted(repairFences, lines, []);
  for (const repair of ofLines) lines = repaired(repair);
  return lines.join('\n');
}

/** The lines as they are where a step fails: damage that cannot be repaired is no reason to refuse the document. */
export function attempted(
  repair: Repair,
  lines: readonly string[],
  isCode: readonly boolean[],
): readonly string[] {
  try {
    return repair(lines, isCode);
  } catch {
    return lines;
  }
}

function areSame(lines: readonly string[], others: readonly string[]): boolean {
  return lines.length === others.length && lines.every((line, at) => line === others[at]);
}
