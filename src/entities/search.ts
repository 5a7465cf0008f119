/** What is asked of a guild's entries, and what is found. */
import type { EntryType, LearningKind } from './entry.js';
import type { CardPlace } from './entry-details.js';

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
}

/** Words to look for: letters and digits alone. */
export interface SearchTerms {
  words: readonly string[];
  /** The place, counted from 1, of the first word that may be the beginning of a longer one. */
  prefixFrom: number;
  /** Whether every word must be there, or any. */
  every: boolean;
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
  /** Solutions only: the challenge they answer. */
  challengeNumber: number | null;
  card: CardPlace | null;
  /** Technologies that stand for those of several members: how many learned it, and the latest few, by their ids. */
  learners: { count: number; first: readonly string[] };
}

/** An entry offered while a member types. */
export interface Suggestion {
  number: number;
  title: string | null;
  /** Solutions only: the challenge they answer, and how they begin. */
  challenge: { number: number; title: string | null } | null;
  beginning: string;
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
}

/** A page of a list whose other pages can be turned to. */
export interface Listed {
  /** Null when there is only one page. */
  id: string | null;
  criteria: SearchCriteria;
  page: SearchPage;
}
