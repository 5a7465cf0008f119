/** A section's passages as what they are to a challenge: its title, a labelled part, more of that part, or neither. */

import type { Passage } from '../passages/passages.js';
import { type Segment, segmentsOf } from './labels.js';
import { pairsInTable } from './pair-tables.js';

export type Token =
  | { type: 'title'; at: Passage; isGroup: boolean }
  | { type: 'label'; at: Passage; depth: number; segment: Segment }
  | { type: 'more'; at: Passage; below: Passage[] }
  | { type: 'free'; at: Passage; depth: number };

/** Deeper than this nobody nests a solution, and what does is not read. */
const deepest = 24;

/** Whether a problem and its solution are labelled, or tabulated, among passages that no heading announces. */
export function hasLabelledPairs(passages: readonly Passage[]): boolean {
  return (
    (labelCount(passages, 'problem') > 0 && labelCount(passages, 'solution') > 0) ||
    passages.some((each) => each.shape === 'table' && pairsInTable(each, false) !== null)
  );
}

/** How many labels of a role stand in passages and below them, problems that only a number names included. */
export function labelCount(passages: readonly Passage[], role: 'problem' | 'solution', depth = 0): number {
  if (depth > deepest) return 0;
  let count = 0;
  for (const each of passages) {
    if (each.text.plain !== '') {
      count += segmentsOf(each.text).filter((segment) => segment.role === role).length;
    }
    count += labelCount(each.children, role, depth + 1);
  }
  return count;
}

export function tokensOf(each: Passage, depth: number, isOwned: boolean): Token[] {
  if (depth > deepest || each.shape === 'rule') return [];
  const segments = each.text.plain === '' ? [] : segmentsOf(each.text);
  const hasBelow = labelCount(each.children, 'problem') + labelCount(each.children, 'solution') > 0;
  const below = (owned: boolean): Token[] =>
    each.children.flatMap((child) => tokensOf(child, depth + 1, owned));
  if (!segments.some(({ role }) => role !== null)) {
    const holdsTable = each.children.some(({ shape }) => shape === 'table');
    if (!hasBelow && !holdsTable)
      return isOwned ? [{ type: 'more', at: each, below: [each] }] : [{ type: 'free', at: each, depth }];
    return [{ type: 'title', at: each, isGroup: isGroup(each) }, ...below(false)];
  }
  const labels = segments.map((segment, index): Token => {
    if (segment.role !== null) return { type: 'label', at: each, depth, segment };
    // Words before the first label of a line name what it is about.
    const words = { ...each, text: segment.text, children: [] };
    const isTitle = index === 0 && segments[1]?.role === 'problem' && isTitleLike(words);
    return isTitle ? { type: 'title', at: words, isGroup: false } : { type: 'free', at: words, depth };
  });
  if (each.children.length === 0) return labels;
  if (each.shape === 'heading') return [...labels, ...below(false)];
  return hasBelow
    ? [...labels, ...below(true)]
    : [...labels, { type: 'more', at: each, below: each.children }];
}

/** A heading above several challenges names their group and not one of them. */
function isGroup(each: Passage): boolean {
  const solutions = labelCount(each.children, 'solution');
  const problems = labelCount(each.children, 'problem');
  return (
    (solutions >= 2 && problems >= 2) ||
    each.children.some(({ shape }) => shape === 'table') ||
    (each.children.length > 1 &&
      each.children.filter(({ children }) => labelCount(children, 'solution') > 0).length >= 2)
  );
}

/** Short, and no sentence. */
export function isTitleLike(each: Passage): boolean {
  return each.text.plain.length <= 120 && !/[.!]$/.test(each.text.plain.trim());
}
