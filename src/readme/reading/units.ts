/** A section's passages cut into units: all that is said of one challenge, under a heading, a bullet, or a label. */
import type { Passage } from '../passages/passages.js';
import { isPairLabel, type PairRole, segmentsOf } from './labels.js';
import { pairsInTable } from './pair-tables.js';
import type { Part, Unit } from './unit.js';
import { completed, hasPlainLabel, isUnknownLabel } from './unknown-labels.js';

/** Deeper than this nobody nests a solution, and what does is not read. */
const deepest = 24;

/** Whether a problem and its solution are labelled, or tabulated, among passages that no heading announces. */
export function hasLabelledPairs(passages: readonly Passage[]): boolean {
  const problems = labelCount(passages, 'problem');
  if (problems > 0 && labelCount(passages, 'solution') > 0) return true;
  if (problems > 1 && completed(partsOf(passages)).some(({ role }) => role === 'solution')) return true;
  return passages.some((each) => each.shape === 'table' && pairsInTable(each, false) !== null);
}

/** How many labels of a role stand in passages and below them. */
export function labelCount(passages: readonly Passage[], role: PairRole, depth = 0): number {
  if (depth > deepest) return 0;
  let count = 0;
  for (const { text, children } of passages) {
    if (text.plain !== '') count += segmentsOf(text).filter((segment) => segment.role === role).length;
    count += labelCount(children, role, depth + 1);
  }
  return count;
}

function hasLabels(passages: readonly Passage[]): boolean {
  return labelCount(passages, 'problem') + labelCount(passages, 'solution') > 0;
}

/** Passages one after the other, as they are read; what holds no label stays whole. */
export function partsOf(passages: readonly Passage[], depth = 0): Part[] {
  if (depth > deepest) return [];
  return passages.flatMap((at): Part[] => {
    if (at.shape === 'rule' || at.isStruck) return [];
    const { text, children } = at;
    const isOpen =
      hasLabels(children) ||
      ((isPairLabel(text.plain) || hasPlainLabel(at)) && children.some(hasPlainLabel)) ||
      (isUnknownLabel(text) && children.some((child) => isUnknownLabel(child.text)));
    const below = isOpen ? [] : children;
    const inner = isOpen ? partsOf(children, depth + 1) : [];
    const segments = text.plain === '' ? [] : segmentsOf(text);
    if (segments.length === 0)
      return [{ at, text, below, depth, role: null, label: '', isNumbered: false }, ...inner];
    const parts = segments.map((segment, index): Part => {
      return { ...segment, at, depth, below: index === segments.length - 1 ? below : [] };
    });
    return [...parts, ...inner];
  });
}

/** The units of parts that no heading parts: each begins with its first label, or with the words that stand above it. */
export function unitsOf(parts: readonly Part[]): Unit[] {
  const units: Part[][] = [];
  let unit: Part[] | null = null;
  parts.forEach((part, index) => {
    if (unit && !begins(part, unit, parts[index + 1])) {
      unit.push(part);
      return;
    }
    unit = [part];
    units.push(unit);
  });
  return units.map((each) => [...each]);
}

/** Whether a part begins another unit than the one that is open. Within a unit nothing begins another challenge. */
function begins(part: Part, unit: Unit, next: Part | undefined): boolean {
  const [head] = unit;
  const last = unit.at(-1);
  if (!head || !last) return true;
  const isSolved = unit.some(({ role }) => role === 'solution');
  const isTold = unit.some(({ role }) => role === 'problem');
  if (part.role === 'problem') {
    if (part.isNumbered && part.depth <= head.depth) return isTold || isSolved || head.isNumbered;
    const isSameLabel = unit.some(({ role, label }) => role === 'problem' && label === part.label);
    return isSolved || isSameLabel || (isTold && part.depth < head.depth);
  }
  if (part.role !== null) return false;
  if (part.at.shape === 'heading' && part.depth <= head.depth) return true;
  const isAwaited = last.role !== null && last.text.plain === '' && last.below.length === 0;
  const opened = unit.findLast(({ role }) => role !== null);
  const isContent = (isAwaited || isContinued(opened, last)) && part.depth >= (opened?.depth ?? 0);
  // Words above a label name what it is about, but where an answer's list is being told.
  if (next?.role === 'problem' && !isAwaited && isTitleLike(part) && (isSolved || isTold)) {
    return next.depth > part.depth
      ? part.depth <= head.depth || !isContent
      : !isContent || part.at.shape === 'line';
  }
  if (part.at.shape === 'bullet' && part.depth <= head.depth && isBulletOrAbove(head)) return !isContent;
  // A bullet with a solution within it is a challenge of its own.
  if (next?.role === 'solution' && isSolved && next.depth > part.depth) return part.depth <= head.depth;
  return next?.role === 'solution' && isSolved && !isAwaited && part.at.shape !== 'code' && !isContent;
}

function isBulletOrAbove({ at, role }: Part): boolean {
  return at.shape === 'bullet' || (at.shape === 'line' && role === null);
}

/** A label on a line of its own is followed by its list, however long that is. */
function isContinued(opened: Part | undefined, last: Part): boolean {
  return opened !== undefined && opened.text.plain === '' && opened !== last && opened.below.length === 0;
}

/** Short, and no sentence. */
export function isTitleLike({ text, at }: Part): boolean {
  return at.shape !== 'code' && text.plain.length <= 120 && !/[.!:：]$/.test(text.plain.trim());
}
