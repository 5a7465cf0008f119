/** The parts of the sample cohort's script: who can act, when, and what each act says. */
import type { Drawing } from './pictures.js';

/** User names of the sample cohort; `world.ts` describes each person. */
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
 * A time after the start, in the cohort's time zone (`timeZone` of `world.ts`). The start is midnight:
 * week 0, day 0, `00:00`. Nothing happens on a day 0 before 09:00, so that a start on the digest's weekday
 * puts every week into exactly one digest.
 */
export interface Moment {
  week: 0 | 1 | 2 | 3 | 4 | 5;
  day: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** `HH:MM`. */
  time: `${number}:${number}`;
}

interface ScriptedAction {
  at: Moment;
  by: Username;
}

/** Shares a learning. */
export interface Share extends ScriptedAction {
  act: 'share';
  /** Unique among all entries of the script; later acts name the entry by it. */
  key: string;
  kind: Kind;
  title: string;
  body: string;
  tags: string[];
  link?: string;
  picture?: { name: Drawing; shows: string };
}

/** Asks for help. */
export interface Challenge extends ScriptedAction {
  act: 'challenge';
  key: string;
  title: string;
  details: string;
  tags: string[];
}

/** Offers a solution to a challenge. */
export interface Solve extends ScriptedAction {
  act: 'solve';
  key: string;
  /** Key of the challenge. */
  challenge: string;
  solution: string;
  link?: string;
}

/** Accepts one of a challenge's solutions, as the asker or a moderator. */
export interface Accept extends ScriptedAction {
  act: 'accept';
  /** Key of the solution. */
  solution: string;
}

/** Presses Helpful on someone else's entry. */
export interface Helpful extends ScriptedAction {
  act: 'helpful';
  on: string;
}

/** Presses Save on an entry. */
export interface Save extends ScriptedAction {
  act: 'save';
  on: string;
}

/** Puts a project on the board. */
export interface Publish extends ScriptedAction {
  act: 'publish';
  name: string;
  summary: string;
  stack: string[];
  repository: string;
  lookingFor: ('backend' | 'frontend' | 'design' | 'tester')[];
  /** Base address and documentation of its API. */
  api?: { base: string; docs: string };
}

/** Plans a study session. */
export interface Plan extends ScriptedAction {
  act: 'plan';
  topic: string;
  /** As a member types it. */
  when: string;
  place: string;
}

/** Fills in their profile. */
export interface Introduce extends ScriptedAction {
  act: 'introduce';
  track: Track;
  project: string;
  summary: string;
}

/** Takes part in study buddies. */
export interface Join extends ScriptedAction {
  act: 'join';
}

/** Matches a round of buddies now, as a moderator. */
export interface Match extends ScriptedAction {
  act: 'match';
}

/** Gives the rounds a weekday and a time, as a moderator. */
export interface Schedule extends ScriptedAction {
  act: 'schedule';
  weekday: string;
  hour: string;
}

/** Writes something in the chat. */
export interface Say extends ScriptedAction {
  act: 'say';
  /** Unique among all messages of the script; `capture` names the message by it. */
  message: string;
  text: string;
}

/** Makes an entry of what somebody wrote in the chat. */
export interface Capture extends ScriptedAction {
  act: 'capture';
  menu: 'Save as learning' | 'Save as challenge' | 'Use as solution';
  message: string;
  /** Message that was saved as the challenge it solves. */
  solves?: string;
}

export type Act =
  | Share
  | Challenge
  | Solve
  | Accept
  | Helpful
  | Save
  | Publish
  | Plan
  | Introduce
  | Join
  | Match
  | Schedule
  | Say
  | Capture;

/** An act that creates an entry. */
export type EntryAct = Share | Challenge | Solve;
