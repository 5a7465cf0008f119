/** Challenges whose parts no label parts: told in a sentence, behind a name, below a heading, or in paragraphs. */

import type { Passage } from '../passages/passages.js';
import type { RichText } from '../passages/rich-text.js';
import { type Definition, definitionIn } from './definitions.js';
import { isPairLabel } from './labels.js';
import { type Draft, draftOf, lineOf as line } from './pair-draft.js';
import { beginsWithSolution, saysItIsMended, tellsOfTrouble, toldIn } from './pair-prose.js';

/** The draft with a solution, where its words tell of one. */
export function asTold(draft: Draft, promisesSolutions: boolean): Draft {
  if (draft.solution.length > 0) return draft;
  const [first] = draft.free;
  if (first?.shape === 'bullet' && draft.title === null && draft.problem.length === 0)
    return ofBullet(draft, first, promisesSolutions);
  if (draft.free.length > 0) return ofTexts(draft, draft.free, promisesSolutions);
  const [only, ...more] = draft.problem;
  // What is labelled as the problem is no answer, however much the section promises.
  if (only && more.length > 0) {
    const { title } = draft;
    return ofTexts({ ...draft, title: title ?? only.text, problem: [] }, title ? draft.problem : more, false);
  }
  const told = only ? toldIn(only.text) : null;
  return told ? { ...draft, problem: [line(told.problem)], solution: [line(told.solution)] } : draft;
}

function ofBullet(draft: Draft, { text, children }: Passage, promisesSolutions: boolean): Draft {
  const bare = { ...draft, free: [] };
  const definition = definitionIn(text, true);
  const title = definition && definition.meaning.plain.trim() !== '' ? definition.name : null;
  const between = title && definition ? betweenOf(text, definition) : '';
  const isArrow = /[→➜➔⇒⟶>➡]/u.test(between);
  // Behind an arrow may stand what was done, and behind another one what came of it.
  const isDone = isArrow && beginsWithSolution(definition?.meaning.plain ?? '');
  const told = isDone ? null : toldIn(title && definition ? definition.meaning : text);
  if (told)
    return { ...bare, title, problem: [line(told.problem)], solution: [line(told.solution), ...children] };
  if (definition && title) {
    const { name, meaning } = definition;
    const leads = promisesSolutions || isArrow;
    const isSolution =
      beginsWithSolution(meaning.plain) || (leads && !tellsOfTrouble(meaning.plain.slice(0, 160)));
    if (isSolution) return { ...bare, problem: [line(name)], solution: [line(meaning), ...children] };
    return children.length > 0
      ? ofTexts({ ...bare, title: name, problem: [line(meaning)] }, children, promisesSolutions)
      : { ...bare, title: name, problem: [line(meaning)] };
  }
  if (children.length === 0) return { ...bare, problem: [line(text)] };
  return ofTexts({ ...bare, title: definition?.name ?? text }, children, promisesSolutions);
}

/** What parts a name from its meaning. */
function betweenOf({ plain }: RichText, { name, meaning }: Definition): string {
  return plain.slice(name.plain.length, plain.length - meaning.plain.length);
}

/** What stands below a title: a problem and what was done, or only one of the two. */
function ofTexts(draft: Draft, below: readonly Passage[], promisesSolutions: boolean): Draft {
  const result: Draft = { ...draft, free: [], problem: [...draft.problem], solution: [] };
  for (const each of below) {
    const told = result.solution.length > 0 || each.text.plain === '' ? null : toldIn(each.text);
    if (told) {
      result.problem.push(line(told.problem));
      result.solution.push(line(told.solution), ...each.children);
    } else if (result.solution.length > 0 || beginsWithSolution(each.text.plain)) result.solution.push(each);
    else result.problem.push(each);
  }
  if (!promisesSolutions || result.solution.length > 0 || result.problem.length === 0) return result;
  const [question, ...answer] = result.problem;
  if (question && answer.length > 0 && tellsOfTrouble(question.text.plain))
    return { ...result, problem: [question], solution: answer };
  const split = answer.length === 0 && draft.title !== null ? afterTrouble(result) : null;
  if (split) return split;
  const isTrouble = tellsOfTrouble(result.problem.map(({ text }) => text.plain).join(' '));
  return isTrouble || draft.title === null ? result : { ...result, problem: [], solution: result.problem };
}

/** One paragraph below a name, where solutions are promised: what follows the last sentence of trouble is one. */
function afterTrouble(draft: Draft): Draft | null {
  const [only] = draft.problem;
  if (only?.shape !== 'line') return null;
  const ends = [...only.text.plain.matchAll(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}])/gu)].map(({ index }) => index);
  const starts = [0, ...ends];
  const isTrouble = starts.map((start, index) => tellsOfTrouble(only.text.plain.slice(start, ends[index])));
  const end = ends[Math.max(0, isTrouble.lastIndexOf(true))];
  if (end === undefined) return null;
  return { ...draft, problem: [line(only.text.slice(0, end))], solution: [line(only.text.slice(end + 1))] };
}

/** Paragraphs that tell of a challenge and of what helped, one after the other. */
export function inProse(lines: readonly Passage[], promisesSolutions: boolean): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  for (const each of lines.flatMap(perChallenge)) {
    if (each.text.plain === '' || isPairLabel(each.text.plain)) continue;
    const told = toldIn(each.text);
    if (isNamed(each)) {
      open = ofBullet(draftOf({}), each, promisesSolutions);
      drafts.push(open);
    } else if (told && (tellsOfTrouble(told.problem.plain) || saysItIsMended(told.solution.plain))) {
      open = draftOf({ problem: [line(told.problem)], solution: [line(told.solution)] });
      drafts.push(open);
    } else if (beginsWithSolution(each.text.plain) && open && open.solution.length === 0) {
      open.solution.push(each);
    } else if (open && /[:：]$/u.test(open.solution.at(0)?.text.plain ?? '')) {
      open.solution.push(each);
    } else if (tellsOfTrouble(each.text.plain) && !/[:：]$/u.test(each.text.plain)) {
      open = draftOf({ problem: [each] });
      drafts.push(open);
    }
  }
  // Without a solution a paragraph is only talk, but where most others beside it have one.
  const solved = drafts.filter(({ solution }) => solution.length > 0);
  const areMostly = solved.length * 2 > drafts.length;
  return areMostly ? drafts.map(byPosition) : solved;
}

/** Where most others tell of a problem and what helped, the first sentence is the problem and the rest what helped. */
export function byPosition(draft: Draft): Draft {
  const [only, ...more] = draft.problem;
  const end =
    only && more.length + draft.solution.length === 0
      ? only.text.plain.search(/(?<=[.!?])\s+(?=\p{Lu})/u)
      : -1;
  if (!only || end < 0) return draft;
  return { ...draft, problem: [line(only.text.slice(0, end))], solution: [line(only.text.slice(end + 1))] };
}

/** 'One challenge was …', 'Another problem …': where a paragraph that tells of several goes on to the next. */
const another =
  /(?<=[.!?]\s+)(?=(?:one|another|a (?:second|third|further)|the (?:first|second|third|next|last|other|biggest|main)|my (?:first|second|biggest)|une? autre|la (?:première|deuxième|seconde)|le (?:premier|deuxième|second))\s(?:\p{L}+\s){0,2}?(?:challenges?|problems?|issues?|difficult(?:y|ies)|hurdles?|obstacles?|struggles?|défi|problème|difficulté)\b)/giu;

function perChallenge(each: Passage): Passage[] {
  const cuts = [...each.text.plain.matchAll(another)].map(({ index }) => index);
  return [0, ...cuts].map((from, index) => ({ ...each, text: each.text.slice(from, cuts[index]) }));
}

/** A bold name and what is said of it. */
function isNamed({ text }: Passage): boolean {
  const named = text.leadEnd > 0 ? definitionIn(text, false) : null;
  return named !== null && named.meaning.plain.trim() !== '';
}
