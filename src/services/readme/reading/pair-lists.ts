/** 'Challenges' and 'Solutions' as two lists, one after the other: the first with the first, and so on. */

import type { Passage } from '../passages/passages.js';
import { segmentsOf } from './labels.js';
import { type Draft, draftOf, lineOf } from './pair-draft.js';
import { labelCount } from './pair-tokens.js';

/** Pairs of two such lists among passages; null when there are none. */
export function pairsByOrder(passages: readonly Passage[]): Draft[] | null {
  for (const [index, first] of passages.entries()) {
    const second = passages[index + 1];
    if (!second || !announces(second, 'solution')) continue;
    const challenges = announces(first, 'problem') ? first.children : bulletsUpTo(passages, index);
    const pairs = inOrder(challenges, second.children);
    if (pairs) return pairs;
  }
  return null;
}

/** The bullets of one list with those of the other; null when they are not as many, or hold pairs themselves. */
export function inOrder(challenges: readonly Passage[], solutions: readonly Passage[]): Draft[] | null {
  const left = itemsOf(challenges);
  const right = itemsOf(solutions);
  if (left.length < 2 || left.length !== right.length) return null;
  return left.map((challenge, index): Draft => {
    const solution = right[index];
    return {
      ...draftOf(null, false),
      problem: [lineOf(challenge.text), ...challenge.children],
      solution: solution ? [lineOf(solution.text), ...solution.children] : [],
    };
  });
}

/** The list that ends at a position, when no pair is within it. */
function bulletsUpTo(passages: readonly Passage[], end: number): readonly Passage[] {
  const start = passages.findLastIndex(({ shape }, index) => index <= end && shape !== 'bullet');
  const bullets = passages.slice(start + 1, end + 1);
  return labelCount(bullets, 'solution') > 0 ? [] : bullets;
}

function itemsOf(passages: readonly Passage[]): Passage[] {
  const bullets = passages.filter(({ shape }) => shape === 'bullet');
  return bullets.length > 0
    ? bullets
    : passages.filter(({ shape, text }) => shape === 'line' && !text.plain.endsWith(':'));
}

function announces(each: Passage, role: 'problem' | 'solution'): boolean {
  const [segment, more] = each.text.plain === '' ? [] : segmentsOf(each.text);
  return (
    more === undefined &&
    segment?.role === role &&
    segment.text.plain === '' &&
    /s\b|\bthem\b|^how\b/i.test(segment.label) &&
    itemsOf(each.children).length >= 2
  );
}
