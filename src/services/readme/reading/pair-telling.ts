/** Challenges whose parts no label parts: told in a sentence, behind a name, below a heading, or in paragraphs. */

import type { Passage } from '../passages/passages.js';
import { definitionIn } from './definitions.js';
import { isPairLabel } from './labels.js';
import { type Draft, draftOf, lineOf as line } from './pair-draft.js';
import { beginsWithSolution, saysItIsMended, tellsOfTrouble, toldIn } from './pair-prose.js';

/** A challenge whose parts no label parts: told in a sentence, behind its name, or below its heading. */
export function resolved(draft: Draft, promisesSolutions: boolean): Draft[] {
  if (draft.solution.length > 0) {
    if (draft.title === null && draft.problem.length === 0) {
      return draft.free.length === 0 ? [] : [named({ ...draft, problem: draft.free, free: [] })];
    }
    return [named(draft)];
  }
  const [first, ...more] = draft.free;
  if (first?.shape === 'bullet' && draft.title === null) return [ofBullet(draft, first, promisesSolutions)];
  if (draft.free.length === 0) {
    const [only] = draft.problem;
    const told = only && draft.problem.length === 1 ? toldIn(only.text) : null;
    if (told) return [{ ...draft, problem: [line(told.problem)], solution: [line(told.solution)] }];
    return [draft];
  }
  return [ofTexts(draft, first ? [first, ...more] : [], promisesSolutions)];
}

/** '**Docker volumes** – data was lost': the bold name is the challenge's title, what follows it is the problem. */
function named(draft: Draft): Draft {
  const [first, ...rest] = draft.problem;
  const { title } = draft;
  if (title && first === undefined && !draft.isHeading && title.leadEnd > 0) {
    const told = definitionIn(title, false);
    if (told && told.meaning.plain.trim() !== '')
      return { ...draft, title: told.name, problem: [line(told.meaning)] };
  }
  const definition =
    draft.title === null && first && first.text.leadEnd > 0 ? definitionIn(first.text, false) : null;
  if (!first || !definition || definition.meaning.plain.trim() === '') return draft;
  return { ...draft, title: definition.name, problem: [{ ...first, text: definition.meaning }, ...rest] };
}

function ofBullet(draft: Draft, bullet: Passage, promisesSolutions: boolean): Draft {
  const { text, children } = bullet;
  const definition = definitionIn(text, true);
  if (definition && definition.meaning.plain.trim() !== '') {
    const { name, meaning } = definition;
    const told = toldIn(meaning);
    if (told)
      return {
        ...draft,
        free: [],
        title: name,
        problem: [line(told.problem)],
        solution: [line(told.solution), ...children],
      };
    const between = text.plain.slice(name.plain.length, text.plain.length - meaning.plain.length);
    const leads = promisesSolutions || /[→➜➔⇒⟶>➡]/u.test(between);
    const isSolution =
      beginsWithSolution(meaning.plain) || (leads && !tellsOfTrouble(meaning.plain.slice(0, 160)));
    if (isSolution)
      return { ...draft, free: [], problem: [line(name)], solution: [line(meaning), ...children] };
    return children.length > 0
      ? { ...ofTexts({ ...draft, title: name }, children, promisesSolutions), problem: [line(meaning)] }
      : { ...draft, free: [], title: name, problem: [line(meaning)] };
  }
  const told = toldIn(text);
  if (told)
    return {
      ...draft,
      free: [],
      problem: [line(told.problem)],
      solution: [line(told.solution), ...children],
    };
  if (children.length === 0) return { ...draft, free: [], problem: [line(text)] };
  return ofTexts({ ...draft, title: definition?.name ?? text }, children, promisesSolutions);
}

/** What stands below a title: a problem and what was done, or only one of the two. */
function ofTexts(draft: Draft, below: readonly Passage[], promisesSolutions: boolean): Draft {
  const result: Draft = { ...draft, free: [], problem: [...draft.problem], solution: [] };
  for (const [index, each] of below.entries()) {
    if (result.solution.length > 0) {
      result.solution.push(each);
      continue;
    }
    const told = each.text.plain === '' ? null : toldIn(each.text);
    if (told) {
      result.problem.push(line(told.problem));
      result.solution.push(line(told.solution), ...each.children);
    } else if (beginsWithSolution(each.text.plain)) result.solution.push(each);
    else if (each.shape === 'code' || index < below.length) result.problem.push(each);
  }
  const isAnswer = promisesSolutions && result.solution.length === 0 && result.problem.length > 0;
  if (!isAnswer) return result;
  const words = result.problem.map(({ text }) => text.plain).join(' ');
  if (result.problem.length >= 2) {
    const [question, ...answer] = result.problem;
    if (question && tellsOfTrouble(question.text.plain))
      return { ...result, problem: [question], solution: answer };
  }
  return tellsOfTrouble(words) ? result : { ...result, problem: [], solution: result.problem };
}

/** Paragraphs that tell of a challenge and of what helped, one after the other. */
export function inProse(lines: readonly Passage[], promisesSolutions: boolean): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  for (const each of lines) {
    if (each.text.plain === '' || isPairLabel(each.text.plain)) continue;
    const told = toldIn(each.text);
    if (isNamed(each)) {
      open = ofBullet(draftOf(null, false), each, promisesSolutions);
      drafts.push(open);
    } else if (told && (tellsOfTrouble(told.problem.plain) || saysItIsMended(told.solution.plain))) {
      open = { ...draftOf(null, false), problem: [line(told.problem)], solution: [line(told.solution)] };
      drafts.push(open);
    } else if (beginsWithSolution(each.text.plain) && open && open.solution.length === 0) {
      open.solution.push(each);
    } else if (open && /[:：]$/u.test(open.solution.at(0)?.text.plain ?? '')) {
      open.solution.push(each);
    } else if (tellsOfTrouble(each.text.plain) && !/[:：]$/u.test(each.text.plain)) {
      open = { ...draftOf(null, false), problem: [each] };
      drafts.push(open);
    }
  }
  // Without a solution a paragraph is only talk.
  return drafts.filter(({ solution }) => solution.length > 0);
}

/** A bold name and what is said of it. */
function isNamed({ text }: Passage): boolean {
  const named = text.leadEnd > 0 ? definitionIn(text, false) : null;
  return named !== null && named.meaning.plain.trim() !== '';
}
