/** The sections of our own documents. The mark before each heading tells them apart in every language. */
import type { LearningKind } from '../entry-shape.js';

export const sectionMarks = {
  objective: '🧭',
  overview: '🔭',
  technology: '🧰',
  concept: '💡',
  pairs: '🧩',
  open: '❓',
  practice: '✅',
  takeaway: '📝',
  collaboration: '🤝',
  given: '🛟',
  resource: '📚',
  goal: '🎯',
  author: '👤',
} as const satisfies Record<LearningKind, string> & Record<string, string>;

export type ReadmeSection = keyof typeof sectionMarks;

/** Marks of the facts below the overview. */
export const factMarks = { track: '🛤️', repository: '📦', project: '🚧' } as const;

/** A document's name while its project has none. */
export const untitled = 'Project Nexus';

/** Below a title that is the document's own, and not its project's name. */
export const ownTitle = '<!-- nexus-title -->';

/** The last line of every document of ours; the number is the format's. */
export const signature = '<!-- nexus-readme 1: written by /readme export, read back by /readme import -->';
