/** What a digest says about one period: figures, and the entries and people worth a mention. */

import type { CardPlace } from '../../entities/card.js';
import type { Role } from '../../entities/project.js';
import type { NewBadges } from '../badges/badge-model.js';
import type { DailyCount, OlderEntry, Person, Streak } from './digest-history-model.js';

export type { Person } from './digest-history-model.js';

/** A count, and the same count over the stretch of equal length just before. */
export interface Figure {
  count: number;
  before: number;
}

export interface DigestLearning {
  number: number;
  title: string;
  author: Person;
  helpful: number;
  card: CardPlace | null;
  hasPicture?: boolean;
}

export interface DigestPair {
  number: number;
  title: string;
  asker: Person;
  card: CardPlace | null;
  /** The challenge's, or its solution's. */
  hasPicture?: boolean;
  solution: { number: number; body: string; author: Person };
}

export interface DigestChallenge {
  number: number;
  title: string;
  asker: Person;
  askedAt: Date;
  card: CardPlace | null;
  /** Visible solutions offered, none of them accepted. */
  solutions: number;
}

export interface DigestThanks {
  /** Whose entries were found helpful in the period or whose solutions were accepted, most first. */
  helpers: { person: Person; helpful: number; accepted: number }[];
  /** Members who contributed for the first time, earliest first, and how many more there are. */
  newcomers: Person[];
  moreNewcomers: number;
  /** Who contributed in many weeks on end, the longest first. */
  streaks: Streak[];
  /** Who earned badges in the period, the most remarkable first, and how many more did. */
  badges: NewBadges[];
  moreBadges: number;
}

/** Building and studying together: open projects that look for people, and sessions of the week after. */
export interface DigestTogether {
  projects: { name: string; lookingFor: Role[]; stack: string[]; owner: Person; card: CardPlace | null }[];
  sessions: { topic: string; startsAt: Date; card: CardPlace | null }[];
}

export interface DigestContent {
  guildId: string;
  /** The period shown: [start, end). */
  start: Date;
  end: Date;
  /** What the period is known by: its end, or the end planned while it still runs. */
  periodEnd: Date;
  figures: { learnings: Figure; challenges: Figure; solved: Figure; members: Figure };
  /** Entries that READMEs brought in the period, counted in none of the figures but the members, and how many did. */
  imported: { entries: number; documents: number };
  /** Whether anything was contributed at all: an empty week posts nothing. */
  isEmpty: boolean;
  learnings: DigestLearning[];
  pairs: DigestPair[];
  /** Open challenges asked before the period's end, those that wait longest first, and how many there are in all. */
  waiting: DigestChallenge[];
  waitingInAll: number;
  thanks: DigestThanks;
  /** Study buddies who met in the period, and those of them who like to be named. */
  buddies: { groups: number; members: number; named: Person[] };
  /** Eight weeks of days, oldest first, the last one that of the period's end. */
  chart: DailyCount[];
  /** An entry of long before, worth another look. */
  older: OlderEntry | null;
  together?: DigestTogether;
}

/** One line of the whole week: an entry of the period. */
export interface WeekEntry {
  number: number;
  type: 'learning' | 'challenge' | 'solution';
  /** A solution answers to its challenge's title. */
  title: string;
  author: Person;
  helpful: number;
  /** A challenge with an accepted solution, or that solution. */
  isSolved: boolean;
  card: CardPlace | null;
}

/** A page of the whole week. */
export interface WeekPage {
  guildId: string;
  start: Date;
  end: Date;
  periodEnd: Date;
  entries: WeekEntry[];
  page: number;
  pages: number;
}
