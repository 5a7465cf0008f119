/** A document's outline read section by section: entries to be, and for each part that gives none the reason. */

import type { ReadmeItem, SkippedPart } from '../document.js';
import { entryBounds } from '../entry-shape.js';
import { markdownOf, type Passage, passage } from '../passages/passages.js';
import { definitionIn } from './definitions.js';
import { badgesIn, learningsIn } from './entries.js';
import { bodyOf, shortTitle, titleWords } from './entry-texts.js';
import { isFact } from './facts.js';
import { isPairLabel, isPlainPlural, segmentsOf } from './labels.js';
import type { Learning } from './learning.js';
import type { Draft } from './pair-draft.js';
import { inOrder, itemsOf, pairsIn } from './pairs.js';
import { bareHeading, learnedKinds, type SectionKind, senseOf, wordsIn } from './section-kinds.js';
import { kindOfItem, learningKindOf, reasonToSkip } from './section-outcomes.js';
import { isClosed, namesSection, namesTechnologies, readingOf } from './section-readings.js';
import { tagsIn } from './technologies.js';
import { hasLabelledPairs, labelCount } from './units.js';

/** Most items of one document; nobody learns more in a programme, and a preview of more is none. */
const mostItems = 500;

/** Most pairs that are looked at, the same ones again included. */
const mostDrafts = 4 * mostItems;

interface Place {
  kind: SectionKind | null;
  group: string | null;
  source: string;
}

/** Everything learned in an outline, and what is left out of it. */
export class OutlineReading {
  readonly items: ReadmeItem[] = [];
  readonly skipped: SkippedPart[] = [];
  /** Sections by what they hold, for the profile. */
  readonly sections: { section: Passage; kind: SectionKind }[] = [];
  private drafts = 0;
  private readonly known = new Map<string, ReadmeItem>();

  constructor(outline: Passage) {
    const top: Place = { kind: null, group: null, source: '' };
    this.loosePairs(outline, '');
    this.looseTechnologies(outline, top);
    this.walk(outline, top);
    // Badges name technologies where nothing else does.
    if (this.items.some(({ kind }) => kind === 'technology')) return;
    for (const { section, kind } of this.sections) {
      const place: Place = { kind, group: null, source: shortTitle(titleWords(section.text)) };
      if (kind === 'technologies' || kind === 'overview')
        for (const badge of badgesIn(section.children)) this.addLearning(badge, place);
    }
  }

  private walk(section: Passage, place: Place): void {
    const { children } = section;
    let numbered: Passage[] = [];
    children.forEach((child, index) => {
      const inline = place.kind === null ? inlineSection(child) : null;
      const next = children[index + 1];
      if (isNumberedChallenge(child) || isAnswered(child, next) || isAnswered(children[index - 1], child)) {
        numbered.push(child);
        if (next && (isNumberedChallenge(next) || isAnswered(child, next))) return;
        const source = place.source || shortTitle(titleWords(numbered[0]?.text ?? child.text));
        const own: Place = { kind: 'challenges', group: null, source };
        this.challenges({ ...section, children: numbered }, own, true, undefined);
        numbered = [];
      } else if (inline) this.section(inline, place, undefined);
      else if (child.shape === 'heading') this.section(child, place, children[index - 1]);
      else this.bulletSections(child, place, 0);
    });
  }

  /** Bullets that are headings, in a section that holds nothing else of learning. */
  private bulletSections(each: Passage, place: Place, depth: number): void {
    if (each.shape !== 'bullet' || depth > 4) return;
    if (isBulletSection(each)) this.section({ ...each, shape: 'heading' }, place, undefined);
    else for (const child of each.children) this.bulletSections(child, place, depth + 1);
  }

  private section(section: Passage, place: Place, before: Passage | undefined): void {
    const heading = section.text.plain.trim();
    const source = shortTitle(titleWords(section.text));
    if (this.isFull) {
      this.leaveRest(source);
      return;
    }
    if (isTitle(section)) {
      this.sections.push({ section, kind: 'overview' });
      this.loosePairs(section, source);
      this.looseTechnologies(section, { kind: null, group: null, source });
      this.walk(section, { kind: null, group: null, source });
      return;
    }
    const { kind, sense } = readingOf(section, place.kind);
    this.sections.push({ section, kind });
    const isGroup = place.kind === 'learnings' && kind === 'technologies' && sense === null;
    const group = isGroup ? shortTitle(bareHeading(heading)) : null;
    const own: Place = { kind, group: kind === place.kind ? place.group : group, source };
    if (kind === 'challenges' || kind === 'solutions') {
      const promises =
        sense?.kinds.has('solutions') === true || /solv|overc|fix|handl|r[ée]sol/iu.test(heading);
      this.challenges(section, own, promises, before);
    } else if (learnedKinds.has(kind)) this.learnings(section, own, kind);
    else {
      this.skip(section, kind, place.kind);
      if (isClosed(kind)) return;
      this.loosePairs(section, source);
      this.walk(section, own);
    }
  }

  private challenges(section: Passage, place: Place, promises: boolean, before: Passage | undefined): void {
    const isOne = section.children.some(
      ({ shape, text }) =>
        shape === 'heading' &&
        isPairLabel(text.plain) &&
        !isPlainPlural(text.plain) &&
        segmentsOf(text)[0]?.role === 'solution',
    );
    // 'What I learned' beside 'Problem' and 'Solution' is a part of their challenge.
    const isOwn = (child: Passage): boolean =>
      child.shape === 'heading' &&
      !(isOne && segmentsOf(child.text)[0]?.role) &&
      readingOf(child, 'challenges').kind !== 'challenges';
    const told = section.children.filter((child) => !isOwn(child));
    if (place.kind === 'solutions' && before && this.inOrder(before, section, place)) return;
    const count = this.items.length;
    const learned = learnedBeforePairs(told);
    this.addLearned(told.slice(0, learned), place);
    const drafts = pairsIn(told.slice(learned), promises);
    const [named] = segmentsOf(section.text);
    const [only] = drafts;
    // 'Challenge: Slow dashboard' as the heading of one challenge names it.
    if (
      only &&
      drafts.length === 1 &&
      only.title === null &&
      named?.role === 'problem' &&
      named.text.plain !== ''
    )
      only.title = named.text;
    for (const draft of drafts) {
      if (place.kind !== 'solutions' || draft.solution.length > 0) this.addPair(draft, place);
    }
    if (this.items.length === count && told.length > 0)
      this.skipped.push({ source: place.source, reason: 'prose' });
    for (const child of section.children.filter(isOwn)) this.section(child, place, undefined);
  }

  /** A section of solutions right after one of challenges that have none: paired one by one. */
  private inOrder(challenges: Passage, solutions: Passage, place: Place): boolean {
    if (senseOf(bareHeading(challenges.text.plain))?.kind !== 'challenges') return false;
    const [asked, answered] = [itemsOf(challenges.children), itemsOf(solutions.children)];
    if (asked.length === 0 || labelCount(challenges.children, 'solution') > 0) return false;
    const pairs = inOrder(asked, answered);
    const source = shortTitle(titleWords(challenges.text));
    for (let index = this.items.length - 1; index >= 0; index--) {
      const item = this.items[index];
      if (item?.type === 'challenge' && item.source === source && item.solution === null) {
        this.items.splice(index, 1);
        this.known.delete(keyOf(item));
      }
    }
    for (const pair of pairs) this.addPair(pair, { ...place, source });
    return true;
  }

  private learnings(section: Passage, place: Place, kind: SectionKind): void {
    const inline = kind === 'learnings' ? section.children.map(inlineSection) : [];
    if (inline.some((each) => each !== null)) {
      const children = section.children.map((child, index) => inline[index] ?? child);
      this.learnings({ ...section, children }, place, kind);
      return;
    }
    const learningKind = learningKindOf[kind] ?? 'takeaway';
    const fact = section.children.find(isFact);
    if (fact) this.skipped.push({ source: shortTitle(titleWords(fact.text)), reason: 'author' });
    const direct: Passage[] = [];
    for (const child of section.children) {
      const isSection = child.shape === 'heading' || (kind === 'learnings' && isBulletSection(child));
      const childKind = isSection ? readingOf(child, kind).kind : kind;
      const holdsPairs =
        kind !== 'learnings' &&
        isSection &&
        childKind === kind &&
        (hasLabelledPairs([child]) || holdsOther(child, kind));
      const isTold = kind === 'learnings' && childKind === 'takeaways' && isParagraphs(child);
      if (!isSection || isTold || (childKind === kind && kind !== 'learnings' && !holdsPairs))
        direct.push(child);
    }
    const isIntroduction =
      direct.length < section.children.length &&
      learningKind === 'takeaway' &&
      direct.every(({ shape, text }) => shape === 'line' && definitionIn(text, false) === null);
    if (isIntroduction) {
      // What stands above subsections speaks of them.
    } else if (hasLabelledPairs(direct)) {
      const items = itemsBeforePairs(direct);
      for (const learning of learningsIn(items, { kind: learningKind, section: place.group }))
        this.addLearning(learning, place, section);
      for (const draft of pairsIn(direct.slice(items.length), true)) this.addPair(draft, place);
    } else {
      const isOfTechnologies = kind === 'learnings' && namesTechnologies({ ...section, children: direct });
      const direction = isOfTechnologies ? 'technology' : learningKind;
      for (const learning of learningsIn(direct, { kind: direction, section: place.group })) {
        this.addLearning(learning, place, section);
      }
    }
    for (const child of section.children) {
      if (!direct.includes(child))
        this.section(
          { ...child, shape: 'heading' },
          { ...place, kind: hasPairs(child) && kind !== 'learnings' ? null : kind },
          undefined,
        );
    }
  }

  /** Pairs that stand without a heading of theirs, in a document without headings or below its title. */
  private loosePairs(section: Passage, source: string): void {
    // Bullets that are headings are read as such.
    const direct = section.children.filter((child) => child.shape !== 'heading' && !isBulletSection(child));
    if (!hasLabelledPairs(direct)) return;
    const learned = learnedBeforePairs(direct);
    this.addLearned(direct.slice(0, learned), { kind: 'challenges', group: null, source });
    for (const draft of pairsIn(direct.slice(learned), false)) {
      if (draft.solution.length > 0) this.addPair(draft, { kind: 'challenges', group: null, source });
    }
  }

  /** What labels of passages that stand above the first problem say was learned. */
  private addLearned(passages: readonly Passage[], place: Place): void {
    for (const each of passages) {
      const [segment] = isLearnedLabel(each) ? segmentsOf(each.text) : [];
      const told = segment ? [{ ...each, text: segment.text }] : [];
      for (const learning of learningsIn(told, { kind: 'takeaway', section: null }))
        this.addLearning(learning, place);
    }
  }

  /** A list of technologies without a heading of its own. */
  private looseTechnologies(section: Passage, place: Place): void {
    const direct = section.children.filter(({ shape }) => shape !== 'heading');
    if (!namesTechnologies({ ...section, children: direct })) return;
    for (const learning of learningsIn(direct, { kind: 'technology', section: null })) {
      if (!isPairLabel(learning.title)) this.addLearning(learning, place, section);
    }
  }

  private addLearning(learning: Learning, place: Place, section?: Passage): void {
    const kind = section ? kindOfItem(learning, section) : learning.kind;
    this.add({
      type: 'learning',
      ...learning,
      kind,
      solution: null,
      source: place.source,
      tags: [],
    });
  }

  private addPair(draft: Draft, place: Place): void {
    if (++this.drafts > mostDrafts) {
      this.leaveRest(place.source);
      return;
    }
    const [first] = draft.problem;
    const named = draft.title ?? first?.text ?? draft.free[0]?.text;
    if (!named) {
      this.skipped.push({ source: place.source, reason: 'unpaired' });
      return;
    }
    const words = titleWords(named).replace(/^(?:\d{1,2}(?:\.\d{1,2})+\s+|(?:\d{1,2}|[a-z])[.)]\s+)+/, '');
    if (!/[\p{L}\p{N}]/u.test(words)) return;
    if (draft.solution.length === 0 && isLearnt(words)) {
      const learning: Learning = {
        kind: 'takeaway',
        title: shortTitle(words),
        body: '',
        link: null,
        section: null,
        isDone: false,
      };
      this.addLearning(learning, place);
      return;
    }
    const title = shortTitle(words);
    const isFirstTheTitle = draft.title === null;
    const rest = isFirstTheTitle ? draft.problem.slice(1) : draft.problem;
    const whole = title === words ? '' : named.markdown();
    const body = bodyOf(whole, markdownOf([...rest, ...draft.free]));
    const solution = bodyOf(markdownOf(draft.solution));
    this.add({
      type: 'challenge',
      kind: null,
      title,
      body,
      solution: solution === '' ? null : solution,
      link: null,
      section: draft.section === null ? null : draft.section.slice(0, entryBounds.title),
      source: place.source,
      tags: [],
      isDone: false,
    });
  }

  private add(item: ReadmeItem): void {
    const key = keyOf(item);
    const same = this.known.get(key);
    if (same) {
      if (same.body === '' && item.body !== '') Object.assign(same, { body: item.body, tags: tagsOf(item) });
      same.solution ??= item.solution;
      return;
    }
    if (this.isFull) {
      this.leaveRest(item.source);
      return;
    }
    item.tags = tagsOf(item);
    this.known.set(key, item);
    this.items.push(item);
  }

  private get isFull(): boolean {
    return this.items.length >= mostItems;
  }

  private leaveRest(source: string): void {
    if (!this.skipped.some(({ reason }) => reason === 'too-many'))
      this.skipped.push({ source, reason: 'too-many' });
  }

  private skip(section: Passage, kind: SectionKind, parent: SectionKind | null): void {
    const isPart = parent === kind && kind !== 'prose';
    const hasContent = section.children.some(({ shape }) => isClosed(kind) || shape !== 'heading');
    const reason = reasonToSkip(kind);
    if (isPart || !hasContent || reason === null) return;
    this.skipped.push({ source: shortTitle(titleWords(section.text)), reason });
  }
}

/** The technologies that an item speaks of. */
function tagsOf({ title, body, solution }: ReadmeItem): string[] {
  return tagsIn(`${title} ${body} ${solution ?? ''}`);
}

function keyOf({ type, kind, title, solution }: ReadmeItem): string {
  return [
    type,
    kind,
    title.toLowerCase().replace(/[\s.]+$/u, ''),
    type === 'challenge' ? (solution ?? '').slice(0, 200) : '',
  ].join('\n');
}

/** 'Challenge 1 – …' as a heading: a part of a section that nobody named. */
function isNumberedChallenge({ shape, text }: Passage): boolean {
  const [label] = shape === 'heading' ? segmentsOf(text) : [];
  return label?.role === 'problem' && label.isNumbered && label.text.plain !== '';
}

/** 'Obstacle: …' as a heading, and 'Resolution' as the next one. */
function isAnswered(challenge: Passage | undefined, answer: Passage | undefined): boolean {
  if (challenge?.shape !== 'heading' || answer?.shape !== 'heading') return false;
  const [asked] = segmentsOf(challenge.text);
  const [told] = segmentsOf(answer.text);
  return asked?.role === 'problem' && asked.text.plain !== '' && told?.role === 'solution';
}

/** '**Technologies:** React, Vite, Zod' on one line: a section of what it lists. */
function inlineSection({ shape, text }: Passage): Passage | null {
  const definition = shape === 'line' ? definitionIn(text, false) : null;
  if (!definition || !/^[^.!?]*,[^.!?]*,/u.test(definition.meaning.plain)) return null;
  const sense = senseOf(bareHeading(definition.name.plain));
  const isNamed = sense?.isSure === true && sense.coverage === 1;
  if (!isNamed || (sense.kind !== 'technologies' && sense.kind !== 'concepts')) return null;
  return {
    ...passage('heading', definition.name),
    level: inlineLevel,
    children: [passage('line', definition.meaning)],
  };
}

/** Below every other heading. */
const inlineLevel = 11;

/** A heading with nothing but paragraphs below it is a learning itself. */
function isParagraphs({ shape, text, children }: Passage): boolean {
  const isNamed = senseOf(bareHeading(text.plain))?.isSure === true;
  return (
    shape === 'heading' && !isNamed && children.length > 0 && children.every((each) => each.shape === 'line')
  );
}

function hasPairs(section: Passage): boolean {
  return hasLabelledPairs(section.children);
}

/** The bullets of a list that stands above the first labelled line and holds no label itself. */
function itemsBeforePairs(passages: readonly Passage[]): readonly Passage[] {
  const end = passages.findIndex(({ shape }) => shape !== 'bullet');
  const items = passages.slice(0, Math.max(0, end));
  const isFree = labelCount(items, 'problem') + labelCount(items, 'solution') === 0;
  return isFree && isPairLabel(passages[end]?.text.plain ?? '') ? items : [];
}

/** How many passages stand above the first problem, where one of them is labelled as learned; 0 otherwise. */
function learnedBeforePairs(passages: readonly Passage[]): number {
  const start = passages.findIndex((each) => labelCount([each], 'problem') > 0);
  const before = passages.slice(0, Math.max(0, start));
  return before.some(isLearnedLabel) && before.every(({ shape }) => shape !== 'heading') ? before.length : 0;
}

/** 'Learned: …', told on its own line. */
function isLearnedLabel({ shape, text }: Passage): boolean {
  if (shape !== 'line' && shape !== 'bullet') return false;
  const [segment, ...more] = segmentsOf(text);
  if (segment?.role !== 'extra' || more.length > 0 || segment.text.plain === '') return false;
  const sense = senseOf(segment.label);
  return sense?.isSure === true && (sense.kind === 'learnings' || sense.kind === 'takeaways');
}

/** Whether a section of another kind stands anywhere below. */
function holdsOther(section: Passage, kind: SectionKind): boolean {
  return section.children.some(
    (child) => child.shape === 'heading' && (readingOf(child, kind).kind !== kind || holdsOther(child, kind)),
  );
}

/** The title of a document names it and not a section: of the first level, or speaking of the whole. */
function isTitle(section: Passage): boolean {
  if (section.level !== 1) return false;
  const sense = senseOf(bareHeading(section.text.plain));
  const words = wordsIn(section.text.plain);
  const isWhole = words.some((word) => /^(?:nexus|alx|prodev|documentation|readme|hub)$/.test(word));
  if (isWhole || !sense?.isSure || !learnedKinds.has(sense.kind) || sense.coverage < 0.6) return true;
  // 'What I did in the programme' above 'Challenges & Solutions' is no section itself.
  const hasOwn = section.children.some(({ shape }) => shape === 'bullet' || shape === 'table');
  return !hasOwn && sense.kind === 'solutions' && section.children.some(namesSection);
}

/** 'Learned to write tests' stands among challenges now and then, and is none. */
function isLearnt(words: string): boolean {
  return /^(?:(?:i|we) )?(?:learned|learnt|mastered|understood|gained)\b|^j['’]ai appris\b/iu.test(words);
}

/** A bullet that is a heading: it says what kind of things are below it. */
function isBulletSection({ shape, text, children }: Passage): boolean {
  if (shape !== 'bullet' || !children.some((child) => child.shape === 'bullet')) return false;
  const sense = senseOf(bareHeading(text.plain));
  return sense !== null && sense.isSure && sense.coverage >= 0.8 && learnedKinds.has(sense.kind);
}
