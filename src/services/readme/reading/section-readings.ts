/** What a section holds, from its own heading, from the section around it, and from what is in it. */

import { type Passage, wordsOf } from '../passages/passages.js';
import { definitionIn } from './definitions.js';
import { isPairLabel, isPlainPlural } from './labels.js';
import { isTechnologyName } from './named-technology.js';
import { beginsWithSolution } from './pair-prose.js';
import { hasLabelledPairs } from './pair-tokens.js';
import { bareHeading, type HeadingSense, learnedKinds, type SectionKind, senseOf } from './section-kinds.js';

/** Sections that hold nothing to learn, whatever their subsections are called. */
const closedKinds: ReadonlySet<SectionKind> = new Set([
  'manual',
  'brief',
  'structure',
  'author',
  'contact',
  'contents',
  'licence',
  'acknowledgements',
  'badges',
]);

/** What a subsection of a section of one kind may be besides that kind. */
const overriding: ReadonlySet<SectionKind> = new Set([
  'technologies',
  'concepts',
  'practices',
  'takeaways',
  'challenges',
  'goals',
  'author',
  'contact',
  'structure',
]);

/** Two of these below one heading are sections of their own. */
const parting: ReadonlySet<SectionKind> = new Set([
  'technologies',
  'concepts',
  'practices',
  'challenges',
  'goals',
]);

/** Subsections of these are always more of the same. */
const uniform: ReadonlySet<SectionKind> = new Set(['goals', 'collaboration', 'resources']);

export interface Reading {
  kind: SectionKind;
  sense: HeadingSense | null;
}

/** The kind of a subsection. `parent` is null below a title and at the top of a document. */
export function readingOf(section: Passage, parent: SectionKind | null): Reading {
  const sense = senseOf(bareHeading(section.text.plain));
  return { sense, kind: kindOf(section, sense, parent) };
}

function kindOf(section: Passage, sense: HeadingSense | null, parent: SectionKind | null): SectionKind {
  if (parent !== null && closedKinds.has(parent)) return isOutOfPlace(sense) ? sense.kind : parent;
  if (parent !== null && uniform.has(parent)) return parent;
  if (parent === 'challenges' || parent === 'solutions') {
    const isOwn =
      sense?.coverage === 1 && sense.isSure && (sense.kind === 'takeaways' || sense.kind === 'practices');
    return isOwn ? sense.kind : parent;
  }
  if (parent === 'learnings') {
    if (sense?.isSure && !(sense.kind === 'manual' || sense.kind === 'learnings')) return sense.kind;
    if (sense?.kind === 'practices') return 'practices';
    if (holdsSections(section)) return 'learnings';
    return contentKind(section) ?? 'takeaways';
  }
  if (parent === 'technologies' && sense?.kind === 'concepts')
    return namesTechnologies(section) ? parent : 'concepts';
  if (parent !== null && learnedKinds.has(parent)) {
    const isOwn = sense?.isSure && sense.coverage >= 0.6 && overriding.has(sense.kind);
    return isOwn ? sense.kind : parent;
  }
  if (sense?.isSure)
    return sense.kind === 'learnings'
      ? hasNoSections(section) && namesTechnologies(section)
        ? 'technologies'
        : 'learnings'
      : sense.kind;
  const found = contentKind(section);
  if (found === null && sense?.kind === 'takeaways' && tellsOfDeeds(section)) return 'takeaways';
  if (found === 'takeaways' && sense?.kind === 'practices') return 'practices';
  return found ?? (sense?.kind === 'manual' ? 'manual' : (parent ?? 'prose'));
}

/** Whether a heading can only be a section's of its own, and stands below instructions by mistake. */
function isOutOfPlace(sense: HeadingSense | null): sense is HeadingSense {
  const learned =
    sense !== null &&
    learnedKinds.has(sense.kind) &&
    sense.kind !== 'technologies' &&
    sense.kind !== 'resources';
  return learned && sense.isSure && sense.coverage === 1;
}

export function isClosed(kind: SectionKind): boolean {
  return closedKinds.has(kind);
}

/** Kinds that only a section's content tells; null for anything that is not of learning. */
export function contentKind(section: Passage): SectionKind | null {
  if (holdsSections(section)) return null;
  if (hasLabelledPairs(section.children)) return 'challenges';
  if (namesTechnologies(section)) return 'technologies';
  return speaksOfLearning(section) ? 'takeaways' : null;
}

/** 'Backend' above 'Technologies' and 'Concepts' is of neither kind; parts of one challenge make no sections. */
function holdsSections({ children }: Passage): boolean {
  const kinds = new Set<SectionKind>();
  for (const { shape, text } of children) {
    if (shape !== 'heading' || (isPairLabel(text.plain) && !isPlainPlural(text.plain))) continue;
    const sense = senseOf(bareHeading(text.plain));
    if (sense?.isSure && sense.coverage >= 0.6 && parting.has(sense.kind)) kinds.add(sense.kind);
  }
  return kinds.size >= 2;
}

function hasNoSections({ children }: Passage): boolean {
  return children.every(
    ({ shape, text }) => shape !== 'heading' || senseOf(bareHeading(text.plain)) === null,
  );
}

/** Whether most of what a section names are technologies. */
export function namesTechnologies({ children }: Passage): boolean {
  const headings = children.filter(({ shape }) => shape === 'heading');
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  const lines = children.filter(({ shape, text }) => shape === 'line' && definitionIn(text, false) !== null);
  const items = bullets.length > 1 ? bullets : headings.length > 1 ? headings : lines;
  const named = items.filter(({ text }) => {
    const name = definitionIn(text, true)?.name.plain ?? text.plain;
    return isTechnologyName(bareHeading(name));
  });
  return items.length >= 2 && named.length >= 2 && named.length / items.length >= 0.5;
}

const learnt =
  /\b(?:i|we)(?:['’]ve| have)? (?:learn\w*|understood|discovered|master\w*|gained|reali[sz]ed|embraced)|\b(?:learned|learnt|taught me|gained|mastered)\b|\bappris\b|\bcompris\b|\bd[ée]couvert\b/iu;

function tellsOfDeeds({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  return (
    bullets.length > 0 &&
    bullets.filter(({ text }) => beginsWithSolution(text.plain)).length * 2 >= bullets.length
  );
}

function speaksOfLearning({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  if (bullets.length === 0) return false;
  const leads = children.some(
    ({ shape, text }) => shape === 'line' && /[:：]\s*$/u.test(text.plain) && learnt.test(text.plain),
  );
  return leads || bullets.filter((each) => learnt.test(wordsOf(each))).length / bullets.length >= 0.5;
}
