/** Everything of a member that their README is made of. */
import type { LearningKind } from './entry.js';
import type { CardPlace } from './entry-details.js';
import type { Profile } from './profile.js';

interface Shared {
  number: number;
  body: string;
  link: string | null;
  card: CardPlace | null;
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

export interface ReadmeMaterial {
  guildId: string;
  userId: string;
  name: string;
  /** With the links that its member agreed to show. */
  profile: Profile | undefined;
  /** Each in the order of numbers. */
  learnings: readonly SharedLearning[];
  challenges: readonly SharedChallenge[];
  given: readonly GivenSolution[];
}
