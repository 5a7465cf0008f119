/** Everything of a member that their README is made of. */

import type { LearningKind, Track } from './entry-shape.js';

/** What the member tells of themselves and their project. */
export interface SharedProfile {
  track: Track | null;
  projectName: string | null;
  summary: string | null;
  objective: string | null;
  repository: string | null;
  links: readonly string[];
  /** When the member agreed that others see the links. */
  linksShownAt: Date | null;
}

interface Shared {
  number: number;
  body: string;
  link: string | null;
  /** The address of its card in Discord; null when it has none. */
  card: string | null;
  /** When it was shared; unknown for what is no entry of its own. */
  sharedAt?: Date;
  /** Whether an imported README brought it. */
  isImported?: boolean;
}

export interface SharedLearning extends Shared {
  kind: LearningKind;
  title: string;
  tags: readonly string[];
  /** The sub-group it stands under, such as 'Databases'. */
  section: string | null;
  isDone: boolean;
}

export interface SharedChallenge extends Shared {
  title: string;
  tags: readonly string[];
  section: string | null;
  /** Null while it is open. */
  accepted: (Shared & { authorId: string; authorName: string }) | null;
}

/** A solution of the member's that another member accepted. */
export interface GivenSolution extends Shared {
  challengeTitle: string;
  askerName: string;
}

/** A project that the member builds together with others. */
export interface SharedProject {
  name: string;
  summary: string;
  /** Tags. */
  stack: readonly string[];
  repository: string | null;
  /** Where it runs. */
  live?: string | null;
  /** Where its API is described. */
  apiDocs?: string | null;
  /** Names of the others. */
  others: readonly string[];
}

export interface ReadmeMaterial {
  guildId: string;
  userId: string;
  name: string;
  /** What the README that they imported calls itself, unless they named their project since. */
  title?: string | null;
  /** With the links that its member agreed to show. */
  profile: SharedProfile | undefined;
  /** Each in the order of numbers. */
  learnings: readonly SharedLearning[];
  challenges: readonly SharedChallenge[];
  given: readonly GivenSolution[];
  /** Projects built together with others; none by default. */
  projects?: readonly SharedProject[];
}
