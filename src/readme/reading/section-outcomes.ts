/** What becomes of a section: which kind of entry its items are, or the reason why it gives none. */

import type { SkipReason } from '../document.js';
import type { LearningKind } from '../entry-shape.js';
import type { Passage } from '../passages/passages.js';
import type { Learning } from './learning.js';
import { bareHeading, type SectionKind, senseOf, wordsIn } from './section-kinds.js';
import { tagsIn } from './technologies.js';

const reasons: Record<Exclude<SectionKind, LearnedSection>, SkipReason> = {
  objective: 'prose',
  overview: 'prose',
  repository: 'prose',
  project: 'prose',
  programme: 'programme',
  brief: 'programme',
  prose: 'prose',
  manual: 'installation',
  structure: 'repository-tree',
  author: 'author',
  contact: 'contact',
  contents: 'contents',
  licence: 'licence',
  acknowledgements: 'acknowledgements',
  badges: 'badges',
};

type LearnedSection =
  | 'technologies'
  | 'concepts'
  | 'practices'
  | 'takeaways'
  | 'learnings'
  | 'challenges'
  | 'solutions'
  | 'collaboration'
  | 'goals'
  | 'resources';

export const learningKindOf: Partial<Record<SectionKind, LearningKind>> = {
  technologies: 'technology',
  concepts: 'concept',
  practices: 'practice',
  takeaways: 'takeaway',
  learnings: 'takeaway',
  collaboration: 'collaboration',
  goals: 'goal',
  resources: 'resource',
};

/** What the profile takes from a document is not skipped; these kinds are its to take. */
const profileKinds: ReadonlySet<SectionKind> = new Set(['objective', 'overview', 'repository']);

/** Why a section gives no entries; null when it gives some, or is the profile's to take. */
export function reasonToSkip(kind: SectionKind): SkipReason | null {
  return isReason(kind) && !profileKinds.has(kind) ? reasons[kind] : null;
}

function isReason(kind: SectionKind): kind is keyof typeof reasons {
  return kind in reasons;
}

/** In a section of practices and takeaways, what was lived through is a takeaway; a tool by its name is a technology. */
export function kindOfItem(learning: Learning, section: Passage): LearningKind {
  if (learning.kind !== 'practice') return learning.kind;
  if (learning.body !== '' && isTool(learning.title)) return 'technology';
  const kinds = senseOf(bareHeading(section.text.plain))?.kinds;
  return kinds?.has('takeaways') && lived.test(learning.title) ? 'takeaway' : 'practice';
}

function isTool(title: string): boolean {
  return wordsIn(title).length <= 3 && tagsIn(title).length === 1 && tagsIn(title)[0] === title.toLowerCase();
}

const lived =
  /^(?:i|we|my|our|gained|learned|learnt|improved|discovered|reali[sz]ed|understood|grew|developed|strengthened|became|appreciated|experienced|j['’]ai|nous)\b|\b(?:est|sont|c['’]est|permet|is|are|saves?|improves?|matters?|taught|makes?|can|must|should|isn['’]t|helps?)\b/iu;
