/** What is asked of a guild's entries, and what is found. */

import type { CardPlace } from '../../entities/card.js';
import type { EntryType, LearningKind } from '../../entities/entry.js';
import type { EntryPicture } from '../../entities/picture.js';

/** Conditions that every result meets. */
export interface SearchFilter {
  type?: EntryType;
  kind?: LearningKind;
  /** As it is kept: lower case, no leading `#`. */
  tag?: string;
  authorId?: string;
  /** Only what this member saved. */
  savedBy?: string;
  /** Challenges with or without an accepted solution. */
  status?: 'open' | 'solved';
  /** Only that one. */
  number?: number;
}

/** One entry of a page of results. */
export interface SearchResult {
  number: number;
  type: EntryType;
  kind: LearningKind | null;
  /** A solution has its challenge's; null when that challenge is no longer shown. */
  title: string | null;
  /** The part of the body around the words looked for; the beginning when there are none. */
  snippet: string;
  /** Where in it words that were looked for are: [from, to) in UTF-16 units. */
  snippetMatches: readonly (readonly [number, number])[];
  tags: readonly string[];
  authorId: string;
  authorName: string;
  helpfulCount: number;
  createdAt: Date;
  /** Challenges: whether one of their solutions was accepted. Solutions: whether this one was. */
  solved: boolean;
  /** Challenges only: visible solutions offered. */
  solutionCount: number;
  /** Solutions only: the challenge they answer. */
  challengeNumber: number | null;
  card: CardPlace | null;
  /** Technologies that stand for those of several members: how many learned it, and the latest few, by their ids. */
  learners: { count: number; first: readonly string[] };
  /** The entry that stands for what an import brought: the others of it, and the file's name. */
  imported?: { others: number; fileName: string };
  /** In their order; left out when there are none. */
  pictures?: readonly EntryPicture[];
}

/** An entry offered while a member types. */
export interface Suggestion {
  number: number;
  title: string | null;
  /** Solutions only: the challenge they answer, and how they begin. */
  challenge: { number: number; title: string | null } | null;
  beginning: string;
  tags: readonly string[];
}

/** What a member asked for. */
export interface SearchCriteria {
  query?: string;
  kind?: LearningKind | Exclude<EntryType, 'learning'>;
  tag?: string;
  authorId?: string;
  savedBy?: string;
  status?: 'open' | 'solved' | 'all';
  /** Asked for with `/challenge list`, and called so. */
  isChallengeList?: boolean;
}

export interface SearchPage {
  results: SearchResult[];
  /** Counted from 0. */
  page: number;
  pageCount: number;
  total: number;
  /** Whether there are more than `total`, uncounted. */
  totalIsCapped: boolean;
  /** What was looked for in place of a misspelt query. */
  correctedTo?: string;
  /** Whether results may lack some of the words, since no entry has them all. */
  hasAnyWord?: boolean;
  /** Words that were looked for beside those typed, since they mean the same or are kin. */
  synonyms?: readonly string[];
}

/** A page of a list whose other pages can be turned to. */
export interface Listed {
  /** Null when there is only one page. */
  id: string | null;
  criteria: SearchCriteria;
  page: SearchPage;
}
