/** The challenges of a section with what solved them: units first, then what in each is the problem and what helped. */
import { type Passage, passage } from '../passages/passages.js';
import type { RichText } from '../passages/rich-text.js';
import { definitionIn } from './definitions.js';
import { isPlural, type PairRole, segmentsOf } from './labels.js';
import { type Draft, draftOf, lineOf } from './pair-draft.js';
import { tellsOfTrouble } from './pair-prose.js';
import { pairsInTable } from './pair-tables.js';
import { asTold, byPosition as byPositionOfSentence, inProse } from './pair-telling.js';
import { bareHeading, wordsIn } from './section-kinds.js';
import type { Part, Unit } from './unit.js';
import { isTitleLike, partsOf, unitsOf } from './units.js';
import { byPosition, completed, labelledByRepetition } from './unknown-labels.js';

/**
 * @param promisesSolutions the section's heading speaks of solutions, so that what follows a name is one
 * @returns the challenges in the section's order, those without a solution among them
 */
export function pairsIn(passages: readonly Passage[], promisesSolutions: boolean): Draft[] {
  const drafts = draftsIn(passages, promisesSolutions);
  const bullets = drafts.filter(isBullet).map((draft) => asTold(draft, promisesSolutions));
  const solved = bullets.filter(({ solution }) => solution.length > 0).length;
  // Where most names are followed by what was done, so are the others.
  const isPromised = promisesSolutions || (solved > 0 && solved * 2 >= bullets.length);
  const areMostly = solved >= 2 && solved * 3 >= bullets.length * 2;
  const told = drafts.map((draft) => {
    const own = asTold(draft, isBullet(draft) ? isPromised : promisesSolutions);
    return areMostly && isBullet(draft) ? byPositionOfSentence(own) : own;
  });
  const titled = told.filter(
    (draft, index) => drafts[index] && isTitled(drafts[index]) && isToldBelow(draft),
  );
  const answered = titled.filter(({ solution }) => solution.length > 0).length;
  if (answered === 0 || answered * 2 < titled.length) return told;
  return told.map((draft) => (titled.includes(draft) ? answeredBelow(draft) : draft));
}

/** A title, and what stands below it without any label. */
function isTitled({ title, problem, solution, free }: Draft): boolean {
  if (problem.length + solution.length > 0) return false;
  if (title !== null) return free.length > 0;
  return free.length === 1 && free[0]?.shape === 'bullet' && free[0].children.length > 0;
}

/** Nothing but its title, or its title and one more part. */
function isToldBelow({ title, problem, solution }: Draft): boolean {
  const isWhole = problem.length === 0 || solution.length === 0;
  return isWhole && title !== null && problem.length + solution.length === 1;
}

/** Where most titles are followed by what was done alone, the others are. */
function answeredBelow(draft: Draft): Draft {
  const [only] = draft.problem;
  if (!only || tellsOfTrouble(only.text.plain)) return draft;
  return { ...draft, problem: [], solution: [only] };
}

/** A bullet without any label. */
function isBullet({ title, problem, solution, free }: Draft): boolean {
  return title === null && problem.length + solution.length === 0 && free[0]?.shape === 'bullet';
}

function draftsIn(passages: readonly Passage[], promises: boolean): Draft[] {
  const topics = passages.flatMap((each, index) => (isTopic(each) ? [index] : []));
  const [first] = topics;
  if (first === undefined) return flatDrafts(passages, promises);
  const before = flatDrafts(passages.slice(0, first), promises, true);
  const headed = topics.flatMap((start, index): Draft[] => {
    const [topic, ...rest] = passages.slice(start, topics[index + 1]);
    return topic ? ofTopic(topic, [...topic.children, ...rest], promises) : [];
  });
  return [...before, ...headed];
}

/** A heading that is no label, or the label of one challenge among several. */
function isTopic({ shape, text }: Passage): boolean {
  if (shape !== 'heading') return false;
  const [segment] = segmentsOf(text);
  return segment?.role !== 'solution' && segment?.role !== 'extra' && segment?.role !== 'detail'
    ? segment?.role === null || segment?.isNumbered === true || segment?.text.plain !== ''
    : false;
}

/** What stands below a heading: one challenge, or several that it groups. */
function ofTopic(topic: Passage, below: readonly Passage[], promises: boolean): Draft[] {
  const inner = draftsIn(below, promises);
  const solved = inner.filter(
    (draft) => draft.solution.length > 0 && draft.problem.length + draft.free.length > 0,
  );
  const isGroup =
    solved.length >= 2 || below.some((each) => each.shape === 'table' && pairsInTable(each, true));
  if (isGroup) {
    const section = bareHeading(topic.text.plain);
    return inner.map((draft) => ({ ...draft, section: draft.section ?? section }));
  }
  const [segment] = segmentsOf(topic.text);
  const title = segment?.role === 'problem' ? segment.text : topic.text;
  return [draftOfUnit(title.plain === '' ? null : title, partsOf(below))];
}

/** The challenges of passages without topics. */
function flatDrafts(passages: readonly Passage[], promises: boolean, isIntroduction = false): Draft[] {
  const tables = passages
    .flatMap((each) => tablesIn(each))
    .flatMap((table) => pairsInTable(table, true) ?? []);
  if (tables.length > 0) return tables;
  const parts = labelledByRepetition(partsOf(passages));
  if (parts.some(({ role }) => role === 'problem' || role === 'solution'))
    return twoLists(parts) ?? unitsOf(parts).flatMap(draftsOfUnit);
  const bullets = passages.filter(({ shape }) => shape === 'bullet');
  if (bullets.length > 0) return bullets.map((bullet) => draftOf({ free: [bullet] }));
  return isIntroduction ? [] : inProse(passages, promises);
}

function tablesIn(each: Passage): Passage[] {
  return each.shape === 'table' ? [each] : each.children.filter(({ shape }) => shape === 'table');
}

/** One challenge of one unit; what stands before its first label or title speaks of the section. */
function draftsOfUnit(unit: Unit): Draft[] {
  const start = unit.findIndex(({ role }, index) => role !== null || !isLead(unit[index], unit[index + 1]));
  const [head, ...rest] = unit.slice(Math.max(start, 0));
  if (!head) return [];
  const isLabelled = unit.some(({ role }) => role === 'problem' || role === 'solution');
  if (!isLabelled) return unit.flatMap(({ at }) => (at.shape === 'bullet' ? [draftOf({ free: [at] })] : []));
  const isTitle = head.role === null && head.at.shape !== 'code' && rest[0]?.role === 'problem';
  return [isTitle ? draftOfUnit(head.text, rest) : draftOfUnit(null, [head, ...rest])];
}

/** A sentence before the first label speaks of the section, not of what is wrong. */
function isLead(part: Part | undefined, next: Part | undefined): boolean {
  return (
    part?.at.shape === 'line' && next?.role !== 'solution' && !(next?.role === 'problem' && isTitleLike(part))
  );
}

/** 'Challenges' and 'Solutions' as two lists, one after the other; null when there are none. */
function twoLists(parts: readonly Part[]): Draft[] | null {
  const labels = parts.flatMap(({ role }, index) =>
    role === 'problem' || role === 'solution' ? [index] : [],
  );
  const end = labels.at(-1) ?? 0;
  const announces = (index: number, role: PairRole) => {
    const part = parts[index];
    return part?.role === role && part.text.plain === '' && isPlural(part.label);
  };
  const [first = 0] = labels;
  const isBoth = labels.length === 2 && announces(first, 'problem');
  if (!announces(end, 'solution') || !(isBoth || labels.length === 1)) return null;
  const listed = (some: readonly Part[]) =>
    itemsOf(some.flatMap(({ at, role, below }) => (role === null ? [at] : [...below])));
  const [left, right] = [listed(parts.slice(isBoth ? first : 0, end)), listed(parts.slice(end))];
  return left.length > 0 && left.length + right.length > 2 ? inOrder(left, right) : null;
}

/**
 * The items of one list with those of the other: those of one name, or else in their order. When they are not as many,
 * challenges alone, and what answers none of them.
 */
export function inOrder(left: readonly Passage[], right: readonly Passage[]): Draft[] {
  const names = right.map(nameOf);
  const isNamed = left.every((each) => nameOf(each) !== '' && names.includes(nameOf(each)));
  const isMatched = isNamed || left.length === right.length;
  const pairs = left.map((challenge, index): Draft => {
    const answer = isMatched ? right[isNamed ? names.indexOf(nameOf(challenge)) : index] : undefined;
    const problem = isNamed ? definitionIn(challenge.text, true) : null;
    const told = answer && isNamed ? definitionIn(answer.text, true)?.meaning : answer?.text;
    return draftOf({
      title: problem?.name ?? null,
      problem: [lineOf(problem?.meaning ?? challenge.text), ...challenge.children],
      solution: answer && told ? [lineOf(told), ...answer.children] : [],
    });
  });
  return isMatched ? pairs : [...pairs, draftOf({ solution: [...right] })];
}

/** What an item names before it tells of it; empty when it only tells. */
function nameOf({ text }: Passage): string {
  const definition = definitionIn(text, true);
  return definition && definition.meaning.plain.trim() !== '' ? wordsIn(definition.name.plain).join(' ') : '';
}

export function itemsOf(passages: readonly Passage[]): Passage[] {
  const bullets = passages.filter(({ shape }) => shape === 'bullet');
  return bullets.length > 0
    ? bullets
    : passages.filter(({ shape, text }) => shape === 'line' && !text.plain.endsWith(':'));
}

/** The parts of one challenge, each where its label says, and without one where it stands. */
function draftOfUnit(title: RichText | null, given: readonly Part[]): Draft {
  const draft = draftOf({ title });
  const parts = completed(given);
  const isKnown = parts.some(({ role }) => role === 'problem' || role === 'solution');
  const named = isKnown ? parts : byPosition(parts);
  const hasProblem = named.some(({ role }) => role === 'problem');
  let current: Passage[] = draft.free;
  for (const part of named) {
    current = listFor(part, draft, current, hasProblem);
    current.push(
      ...saidIn(part, part.role === 'detail' && title !== null && !hasProblem && current.length === 0),
    );
  }
  if (title === null && draft.problem.length === 0 && draft.solution.length > 0)
    draft.problem = draft.free
      .splice(0)
      .map((each, index) => (index === 0 ? { ...each, shape: 'line' } : each));
  return withName(draft);
}

function listFor({ role }: Part, draft: Draft, current: Passage[], hasProblem: boolean): Passage[] {
  const { title, problem, solution, free } = draft;
  switch (role) {
    case 'problem':
      // 'Challenge: name / Problem: what was wrong': the first names it.
      if (title === null && problem.length > 0 && solution.length === 0)
        draft.title = problem.shift()?.text ?? null;
      return problem;
    case 'solution':
      return solution;
    case 'extra':
      if (solution.length > 0) return solution;
      return problem.length > 0 ? problem : free;
    case 'detail':
      return problem.length === 0 && hasProblem ? free : problem;
    default:
      return current;
  }
}

/** Its words; with the label, where that says more than problem or solution. */
function saidIn({ role, text, at, below }: Part, standsForProblem: boolean): Passage[] {
  if (role === null) return [{ ...at, text, children: [...below] }];
  const isNamed = role === 'extra' || (role === 'detail' && !standsForProblem);
  const shown = isNamed ? at.text : text;
  if (shown.plain.trim() === '') return [...below];
  return [passage(at.shape === 'heading' && isNamed ? 'heading' : 'line', shown), ...below];
}

/** '**Docker volumes** – data was lost': the bold name is the challenge's title, what follows it is the problem. */
function withName(draft: Draft): Draft {
  const { title } = draft;
  const [first, ...rest] = draft.problem;
  const text = title && !first ? title : title ? null : (first?.text ?? null);
  const told = text && text.leadEnd > 0 && draft.solution.length > 0 ? definitionIn(text, false) : null;
  if (!told || told.meaning.plain.trim() === '') return draft;
  return { ...draft, title: told.name, problem: [lineOf(told.meaning), ...(first?.children ?? []), ...rest] };
}
