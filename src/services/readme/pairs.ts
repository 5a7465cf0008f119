/** The challenges of a section with what solved them, in whatever way its writer set one beside the other. */
import { definitionIn } from './definitions.js';
import { isPairLabel, type Segment, segmentsOf } from './labels.js';
import { type Draft, draftOf, lineOf as line } from './pair-draft.js';
import { pairsByOrder } from './pair-lists.js';
import { beginsWithSolution, saysItIsMended, tellsOfTrouble, toldIn } from './pair-prose.js';
import { pairsInTable } from './pair-tables.js';
import { type Passage, passage } from './passages.js';
import type { RichText } from './rich-text.js';
import { bareHeading } from './section-kinds.js';

type Token =
  | { type: 'title'; at: Passage; isGroup: boolean }
  | { type: 'label'; at: Passage; segment: Segment }
  | { type: 'more'; at: Passage; below: Passage[] }
  | { type: 'free'; at: Passage };

/** Deeper than this nobody nests a solution, and what does is not read. */
const deepest = 24;

/**
 * @param promisesSolutions the section's heading speaks of solutions, so that what follows a name is one
 * @returns the challenges in the section's order, those without a solution among them
 */
export function pairsIn(passages: readonly Passage[], promisesSolutions: boolean): Draft[] {
  const drafts = pairsByOrder(passages) ?? new Gathering(passages, promisesSolutions).drafts;
  return drafts.flatMap((draft) => resolved(draft, promisesSolutions));
}

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

/** Reads passages one after the other, as a reader does, and gathers what belongs together. */
class Gathering {
  readonly drafts: Draft[] = [];
  private draft: Draft | null = null;
  /** Where what follows without a label belongs. */
  private last: Passage[] | null = null;
  private lastLabel: Token | null = null;
  private group: { name: string; level: number } | null = null;
  private readonly loose: Passage[] = [];

  constructor(passages: readonly Passage[], promisesSolutions: boolean) {
    const tokens = passages.flatMap((each) => tokensOf(each, 0, false));
    tokens.forEach((token, index) => this.take(token, tokens[index + 1]));
    this.flush();
    if (this.drafts.length === 0) this.drafts.push(...inProse(this.loose, promisesSolutions));
  }

  private take(token: Token, next: Token | undefined): void {
    if (token.at.shape === 'heading' && this.group && token.at.level <= this.group.level) this.group = null;
    switch (token.type) {
      case 'title':
        this.begin(token.at.text, token.at.shape === 'heading');
        if (token.isGroup) {
          this.draft = null;
          this.group = { name: bareHeading(token.at.text.plain), level: token.at.level };
        }
        return;
      case 'label':
        this.label(token, token.segment);
        return;
      case 'more':
        (this.last ?? this.draft?.free ?? this.loose).push(...token.below);
        return;
      default:
        this.free(token, next);
    }
  }

  private label(token: Token, segment: Segment): void {
    const { role, text } = segment;
    const isTitle = role === 'problem' && (token.at.shape === 'heading' || segment.isNumbered);
    const content = text.plain === '' ? [] : [passage('line', text)];
    if (role === 'problem') {
      const { draft } = this;
      const isOpen = draft !== null && draft.solution.length === 0;
      const sameLabel = this.lastLabel?.type === 'label' && this.lastLabel.segment.label === segment.label;
      const isOnlyTitle = text.leadEnd === 0 || text.isBold || definitionIn(text, false) === null;
      if (
        isTitle &&
        isOnlyTitle &&
        !(isOpen && draft.title && draft.problem.length === 0 && token.at.shape !== 'heading')
      ) {
        this.begin(text.plain === '' ? null : text, token.at.shape === 'heading');
        this.last = this.draft?.free ?? null;
      } else if (isOpen && draft.problem.length > 0 && !sameLabel && draft.title === null) {
        draft.title = draft.problem[0]?.text ?? null;
        draft.problem = [...draft.problem.slice(1), ...content];
        this.last = draft.problem;
      } else {
        const isFresh =
          isOpen && draft.problem.length === 0 && (draft.title !== null || draft.free.length === 0);
        const named = text.leadEnd > 0 ? definitionIn(text, false) : null;
        const hasName = named !== null && named.meaning.plain.trim() !== '';
        if (!isFresh) this.begin(hasName ? named.name : null, false);
        this.draft?.problem.push(...(hasName && !isFresh ? [line(named.meaning)] : content));
        this.last = this.draft?.problem ?? null;
      }
    } else if (role === 'solution') {
      this.draft ??= draftOf(null, false);
      this.draft.solution.push(...content);
      this.last = this.draft.solution;
    } else if (
      this.draft &&
      (this.draft.problem.length > 0 || this.draft.solution.length > 0 || this.draft.title)
    ) {
      const part =
        role === 'extra' && this.draft.solution.length > 0 ? this.draft.solution : this.draft.problem;
      part.push(passage('line', token.at.text));
      this.last = part;
    } else {
      this.loose.push(token.at);
      return;
    }
    this.lastLabel = token;
  }

  private free(token: Token & { type: 'free' }, next: Token | undefined): void {
    const { at } = token;
    const { draft } = this;
    if (at.shape === 'table') {
      const rows = pairsInTable(at, draft === null || draft.isHeading);
      if (rows && rows.length > 0) {
        if (draft?.isHeading && draft.problem.length === 0) this.draft = null;
        this.flush();
        this.drafts.push(...rows);
      } else (this.last ?? this.loose).push(at);
      return;
    }
    const label = this.lastLabel?.type === 'label' ? this.lastLabel : null;
    const isAwaited = label !== null && label.segment.text.plain === '' && this.last !== null;
    if (at.shape === 'heading') {
      this.begin(at.text, true);
      this.draft?.free.push(...at.children);
    } else if (at.shape === 'bullet') {
      const goesOn = label !== null && (label.at.shape !== 'bullet' || isAwaited) && this.last !== null;
      if (goesOn) this.last?.push(at);
      else if (draft?.isHeading && !label) draft.free.push(at);
      else {
        this.begin(null, false);
        this.draft?.free.push(at);
      }
    } else if (at.shape === 'code') {
      (this.last ?? this.draft?.free ?? this.loose).push(at);
    } else if (next?.type === 'label' && next.segment.role === 'problem' && isTitleLike(at) && !isAwaited) {
      this.begin(at.text, false);
    } else if (
      next?.type === 'label' &&
      next.segment.role === 'solution' &&
      !isAwaited &&
      !this.isWaiting()
    ) {
      this.begin(null, false);
      this.draft?.problem.push(at);
    } else if (isAwaited || (label && label.at.shape !== 'bullet')) {
      this.last?.push(at);
    } else if (draft && !label) {
      (draft.isHeading ? draft.free : this.loose).push(at);
    } else this.loose.push(at);
  }

  /** Whether a challenge is told and its solution still to come. */
  private isWaiting(): boolean {
    return (
      this.draft !== null &&
      this.draft.solution.length === 0 &&
      (this.draft.problem.length > 0 || this.draft.title !== null)
    );
  }

  private begin(title: RichText | null, isHeading: boolean): void {
    this.flush();
    this.draft = { ...draftOf(title, isHeading), section: this.group?.name ?? null };
    this.last = null;
    this.lastLabel = null;
  }

  private flush(): void {
    const { draft } = this;
    this.draft = null;
    if (draft && (draft.title || draft.problem.length > 0 || draft.free.length > 0)) this.drafts.push(draft);
  }
}

function tokensOf(each: Passage, depth: number, isOwned: boolean): Token[] {
  if (depth > deepest || each.shape === 'rule') return [];
  const segments = each.text.plain === '' ? [] : segmentsOf(each.text);
  const hasBelow = labelCount(each.children, 'problem') + labelCount(each.children, 'solution') > 0;
  const below = (owned: boolean): Token[] =>
    each.children.flatMap((child) => tokensOf(child, depth + 1, owned));
  if (!segments.some(({ role }) => role !== null)) {
    const holdsTable = each.children.some(({ shape }) => shape === 'table');
    if (!hasBelow && !holdsTable)
      return isOwned ? [{ type: 'more', at: each, below: [each] }] : [{ type: 'free', at: each }];
    return [{ type: 'title', at: each, isGroup: isGroup(each) }, ...below(false)];
  }
  const labels = segments.map((segment, index): Token => {
    if (segment.role !== null) return { type: 'label', at: each, segment };
    // Words before the first label of a line name what it is about.
    const words = { ...each, text: segment.text, children: [] };
    const isTitle = index === 0 && segments[1]?.role === 'problem' && isTitleLike(words);
    return isTitle ? { type: 'title', at: words, isGroup: false } : { type: 'free', at: words };
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

function isTitleLike(each: Passage): boolean {
  return each.text.plain.length <= 120 && !/[.!]$/.test(each.text.plain.trim());
}

/** A challenge whose parts no label parts: told in a sentence, behind its name, or below its heading. */
function resolved(draft: Draft, promisesSolutions: boolean): Draft[] {
  if (draft.solution.length > 0) {
    if (draft.title === null && draft.problem.length === 0) {
      return draft.free.length === 0 ? [] : [{ ...draft, problem: draft.free, free: [] }];
    }
    return [draft];
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
    const isSolution =
      beginsWithSolution(meaning.plain) ||
      (promisesSolutions && !tellsOfTrouble(meaning.plain.slice(0, 160)));
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
function inProse(lines: readonly Passage[], promisesSolutions: boolean): Draft[] {
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
