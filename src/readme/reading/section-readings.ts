/** What a section holds: what its heading clearly names, or else what is in it, or else what the section around it holds. */
import { type Passage, wordsOf } from '../passages/passages.js';
import { definitionIn } from './definitions.js';
import { isPairLabel, isPlural, segmentsOf } from './labels.js';
import { isTechnologyName } from './named-technology.js';
import { beginsWithSolution, tellsOfTrouble, toldIn } from './pair-prose.js';
import { pairsIn } from './pairs.js';
import {
  bareHeading,
  type HeadingSense,
  learnedKinds,
  type SectionKind,
  senseOf,
  wordsIn,
} from './section-kinds.js';
import { hasLabelledPairs, labelCount, partsOf } from './units.js';
import { hasRepeatedLabels } from './unknown-labels.js';

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

/** Kinds that also name what a challenge, a practice or a goal can be about ('Architecture', 'Tools', 'Team'). */
const topicalKinds: ReadonlySet<SectionKind> = new Set([
  'technologies',
  'concepts',
  'practices',
  'learnings',
  'collaboration',
  'resources',
  'manual',
  'brief',
  'programme',
  'project',
  'repository',
  'objective',
  'overview',
  'prose',
  'badges',
]);

/** What a subsection of technologies, concepts, practices, takeaways or learnings may be besides that. */
const besideLearned: ReadonlySet<SectionKind> = new Set(['technologies', 'concepts', 'practices']);

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
  const named = sense && opensIn(parent, sense, section) ? sense.kind : null;
  // Boxes to tick are what a learner plans; a project's objectives have none.
  const own = named === 'objective' && isTaskList(section) ? 'goals' : named;
  // Labelled pairs say more than a heading's word.
  if (!(own && (learnedKinds.has(own) || own === 'contents')) && holdsPairs(section)) return 'challenges';
  if (own === 'learnings') return hasNoSections(section) && namesTechnologies(section) ? 'technologies' : own;
  if (own) return own;
  if (parent !== null && parent !== 'learnings' && parent !== 'prose' && !isOpen(parent)) return parent;
  const found = contentKind(section, sense);
  if (found) return found;
  if (parent === 'learnings') return holdsSections(section) ? 'learnings' : 'takeaways';
  const isManual = sense?.kind === 'manual' && !section.children.some(namesTelling);
  return isManual ? 'manual' : (parent ?? 'prose');
}

function isTaskList({ children }: Passage): boolean {
  return children.length > 0 && children.every(({ shape, isDone }) => shape === 'bullet' && isDone !== null);
}

/** Kinds that say nothing of what stands below their subsections. */
function isOpen(kind: SectionKind): boolean {
  return !learnedKinds.has(kind) && !closedKinds.has(kind);
}

/** Whether a heading opens a section of what it names, in a section of another kind. */
function opensIn(parent: SectionKind | null, sense: HeadingSense, section: Passage): boolean {
  const { kind, coverage, score, isSure } = sense;
  if (!isSure) return parent === 'technologies' && kind === 'concepts' && !namesTechnologies(section);
  if (parent === null || isOpen(parent)) return coverage >= 0.5 || score >= 2;
  if (parent === 'learnings')
    return !['manual', 'learnings'].includes(kind) && (coverage >= 0.5 || score >= 2);
  if (kind === parent) return true;
  const isWhole = coverage === 1 && (score >= 2 || kind === 'learnings');
  if (closedKinds.has(parent))
    return isWhole && learnedKinds.has(kind) && !['technologies', 'resources'].includes(kind);
  if (parent === 'challenges' || parent === 'solutions')
    return isWhole && kind !== 'challenges' && kind !== 'solutions' && !isUnit(section, kind);
  if (['goals', 'collaboration', 'resources'].includes(parent)) return isWhole && !topicalKinds.has(kind);
  if (coverage === 1 && score >= 3) return true;
  return coverage >= 0.6 && (besideLearned.has(kind) || !topicalKinds.has(kind));
}

/** 'Teamwork' below Challenges is one of them where a problem and what helped are told. */
function isUnit(section: Passage, kind: SectionKind): boolean {
  if (!topicalKinds.has(kind)) return hasLabelledPairs(section.children);
  return pairsIn([section], false).some(({ solution }) => solution.length > 0);
}

export function isClosed(kind: SectionKind): boolean {
  return closedKinds.has(kind);
}

/** Whether pairs are labelled in a section itself, and not in the sections below it. */
function holdsPairs(section: Passage): boolean {
  return hasLabelledPairs(section.children.filter((child) => !namesSection(child)));
}

/** Kinds that only a section's content tells; null for anything that is not of learning. */
function contentKind(section: Passage, sense: HeadingSense | null): SectionKind | null {
  if (holdsSections(section)) return null;
  if (namesTechnologies(section)) return 'technologies';
  if (
    alternatesUnknown(section) ||
    tellsOfCures(section) ||
    holdsAnswers(section) ||
    goesFromSignToSign(section)
  )
    return 'challenges';
  const isHinted = sense?.kind === 'challenges';
  if (isHinted && (namesAndDeeds(section) || hasRepeatedLabels(partsOf(section.children))))
    return 'challenges';
  if (speaksOfLearning(section)) return sense?.kind === 'practices' ? 'practices' : 'takeaways';
  return sense?.kind === 'takeaways' && tellsOfDeeds(section) ? 'takeaways' : null;
}

/** Two labels in turn, in a language that no word of this reader is of: a problem and what helped, again and again. */
function alternatesUnknown(section: Passage): boolean {
  const words = wordsIn(wordsOf(section));
  const familiar = words.filter((word) =>
    /^(?:the|and|of|to|in|with|for|is|was|le|la|les|et|de|des|un|une)$/.test(word),
  );
  return (
    words.length > 0 && familiar.length / words.length < 0.03 && hasRepeatedLabels(partsOf(section.children))
  );
}

/** A heading that opens a section of learning of its own: no part of one challenge, such as 'Solution'. */
export function namesSection({ shape, text }: Passage): boolean {
  if (shape !== 'heading') return false;
  const [label] = segmentsOf(text);
  if (isPairLabel(text.plain) && (label?.text.plain !== '' || !isPlural(label.label))) return false;
  const sense = senseOf(bareHeading(text.plain));
  return sense?.isSure === true && sense.coverage >= 0.6 && learnedKinds.has(sense.kind);
}

/** 'Backend' above 'Technologies' and 'Concepts' is of neither kind. */
function holdsSections({ children }: Passage): boolean {
  return children.some(namesSection);
}

/** A section of what was lived through, which no list of commands holds. */
function namesTelling(section: Passage): boolean {
  const kind = namesSection(section) ? senseOf(bareHeading(section.text.plain))?.kind : null;
  return kind === 'challenges' || kind === 'learnings' || kind === 'takeaways';
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
  /\b(?:i|we)(?:['’]ve| have)? (?:learn\w*|understood|discovered|master\w*|gained|reali[sz]ed|embraced)|\b(?:learned|learnt|taught me|gained|mastered)\b|\bappris\b|\bcompris\b|\bd[ée]couvert\b|\baprendi\b/iu;

function tellsOfDeeds({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  return (
    bullets.length > 0 &&
    bullets.filter(({ text }) => beginsWithSolution(text.plain)).length * 2 >= bullets.length
  );
}

/** Bullets most of which have what helped labelled below them. */
function holdsAnswers({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  const answered = bullets.filter((each) => labelCount(each.children, 'solution') > 0);
  return answered.length > 0 && answered.length * 2 > bullets.length;
}

/** Names, each with what was done. */
function namesAndDeeds({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  const done = bullets.filter(({ text }) =>
    beginsWithSolution(definitionIn(text, true)?.meaning.plain ?? ''),
  );
  return done.length >= 2 && done.length * 3 >= bullets.length * 2;
}

/** Bullets most of which go from trouble to what was done about it. */
function tellsOfCures({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  const cured = bullets.filter(({ text }) => {
    const told = toldIn(text);
    return told !== null && tellsOfTrouble(told.problem.plain) && beginsWithSolution(told.solution.plain);
  });
  return cured.length >= 2 && cured.length * 3 >= bullets.length * 2;
}

/** '🔥 … → 🧯 …' in every bullet: one sign for what was wrong, and one for what helped. */
function goesFromSignToSign({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  const signs = bullets.map(({ text }) =>
    /^(\p{Extended_Pictographic})\ufe0f?\s.+?\s(?:→|➜|⇒|➡\ufe0f?|->|=>)\s(\p{Extended_Pictographic})/u
      .exec(text.plain)
      ?.slice(1)
      .join(' '),
  );
  const [first] = signs;
  return bullets.length >= 2 && first !== undefined && signs.every((each) => each === first);
}

function speaksOfLearning({ children }: Passage): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  if (bullets.length === 0) return false;
  const leads = children.some(
    ({ shape, text }) => shape === 'line' && /[:：]\s*$/u.test(text.plain) && learnt.test(text.plain),
  );
  return leads || bullets.filter((each) => learnt.test(wordsOf(each))).length / bullets.length >= 0.5;
}
