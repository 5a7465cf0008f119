/** What the sample cohort's script is made of: who may act, when, and what each act says. */

/** User names of the sample cohort; `world.ts` says who is behind each. */
export type Username =
  | 'nyambura'
  | 'thabo'
  | 'amina'
  | 'chidi'
  | 'selam'
  | 'kwame'
  | 'mugisha'
  | 'youssef'
  | 'nour'
  | 'zainab'
  | 'lindiwe'
  | 'abena'
  | 'dawit'
  | 'estelle'
  | 'otieno';

export type Track = 'backend' | 'frontend' | 'other';

export type Kind = 'technology' | 'concept' | 'practice' | 'takeaway' | 'collaboration' | 'resource' | 'goal';

/**
 * A moment after the start, on the cohort's own clock (`timeZone` of `world.ts`). The start is a midnight:
 * week 0, day 0, `00:00`. Nothing happens on a day 0 before 09:00, so that a start on the digest's weekday
 * puts every week into exactly one digest.
 */
export interface Moment {
  week: 0 | 1 | 2 | 3 | 4 | 5;
  day: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** `HH:MM`. */
  time: `${number}:${number}`;
}

interface Deed {
  at: Moment;
  by: Username;
}

/** Keeps a learning. */
export interface Share extends Deed {
  act: 'share';
  /** Unique among all entries of the script; later acts name the entry by it. */
  key: string;
  kind: Kind;
  title: string;
  body: string;
  tags: string[];
  link?: string;
}

/** Asks for help. */
export interface Challenge extends Deed {
  act: 'challenge';
  key: string;
  title: string;
  details: string;
  tags: string[];
}

/** Offers a solution to a challenge. */
export interface Solve extends Deed {
  act: 'solve';
  key: string;
  /** Key of the challenge. */
  challenge: string;
  solution: string;
  link?: string;
}

/** Pairs a challenge with one of its solutions; by whoever asked, or a moderator. */
export interface Accept extends Deed {
  act: 'accept';
  /** Key of the solution. */
  solution: string;
}

/** Presses Helpful on someone else's entry. */
export interface Helpful extends Deed {
  act: 'helpful';
  on: string;
}

/** Presses Save on an entry. */
export interface Save extends Deed {
  act: 'save';
  on: string;
}

export type Act = Share | Challenge | Solve | Accept | Helpful | Save;

/** An act that makes an entry. */
export type EntryAct = Share | Challenge | Solve;
