/** The challenges of a section with what solved them, in whatever way its writer set one beside the other. */

import { type Passage, passage } from '../passages/passages.js';
import type { RichText } from '../passages/rich-text.js';
import { definitionIn } from './definitions.js';
import type { Segment } from './labels.js';
import { type Draft, draftOf, lineOf as line } from './pair-draft.js';
import { pairsByOrder } from './pair-lists.js';
import { pairsInTable } from './pair-tables.js';
import { inProse, resolved } from './pair-telling.js';
import { isTitleLike, type Token, tokensOf } from './pair-tokens.js';
import { bareHeading } from './section-kinds.js';

/**
 * @param promisesSolutions the section's heading speaks of solutions, so that what follows a name is one
 * @returns the challenges in the section's order, those without a solution among them
 */
export function pairsIn(passages: readonly Passage[], promisesSolutions: boolean): Draft[] {
  const drafts = pairsByOrder(passages) ?? new Gathering(passages, promisesSolutions).drafts;
  const bullets = drafts.filter(isBullet).flatMap((draft) => resolved(draft, promisesSolutions));
  const solved = bullets.filter(({ solution }) => solution.length > 0).length;
  // Where most names are followed by what was done, so are the others.
  const isPromised = promisesSolutions || (solved > 0 && solved * 2 >= bullets.length);
  return drafts.flatMap((draft) => resolved(draft, isBullet(draft) ? isPromised : promisesSolutions));
}

/** A bullet without any label. */
function isBullet({ title, problem, solution, free }: Draft): boolean {
  return title === null && problem.length + solution.length === 0 && free[0]?.shape === 'bullet';
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
    const isHeading = token.at.shape === 'heading';
    const content = text.plain === '' ? [] : [passage('line', text)];
    if (role === 'problem') {
      const { draft } = this;
      const isOpen = draft !== null && draft.solution.length === 0;
      // 'Problem' alone, as a heading below the challenge's own, is a part of it.
      const isAlone = isHeading && text.plain === '' && !segment.isNumbered;
      const isPart = isAlone && isOpen && draft.title !== null && draft.problem.length === 0;
      const isTitle = !isPart && (isHeading || segment.isNumbered);
      const sameLabel = this.lastLabel?.type === 'label' && this.lastLabel.segment.label === segment.label;
      const isOnlyTitle = text.leadEnd === 0 || text.isBold || definitionIn(text, false) === null;
      if (isTitle && isOnlyTitle && !(isOpen && draft.title && draft.problem.length === 0 && !isHeading)) {
        this.begin(text.plain === '' ? null : text, isHeading);
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
      const part = partFor(role, this.draft);
      part.push(passage(isHeading ? 'heading' : 'line', token.at.text));
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
      // A bullet with a solution within it is a challenge of its own.
      const isWhole =
        next?.type === 'label' && next.segment.role === 'solution' && next.at.shape === 'bullet';
      const goesOn =
        !(isWhole && !this.isWaiting()) &&
        label !== null &&
        (label.at.shape !== 'bullet' || isAwaited) &&
        token.depth >= label.depth &&
        this.last !== null;
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

/** Where a labelled part belongs that is neither problem nor solution; what comes before the problem follows it. */
function partFor(role: Segment['role'], draft: Draft): Passage[] {
  if (role === 'extra' && draft.solution.length > 0) return draft.solution;
  return draft.title !== null && draft.problem.length === 0 && draft.solution.length === 0
    ? draft.free
    : draft.problem;
}
