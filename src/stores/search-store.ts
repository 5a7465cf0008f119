/** Entries as they are searched, listed and offered while typing; the words they are made of. */
import type { DataSource } from 'typeorm';
import type { EntryType, LearningKind } from '../entities/entry.js';
import type { CardPlace } from '../entities/entry-details.js';
import type { SearchFilter, SearchResult, SearchTerms, Suggestion } from '../entities/search.js';
import type { SimilarChallenge } from '../entities/similar-challenge.js';
import { prepared } from './prepared.js';
import { conditionsOf } from './search-conditions.js';
import { newestPage, pageSize, rankedPage } from './search-statements.js';
import { similarChallenges } from './similar-statement.js';
import { newestSuggestions, type SuggestionFilter, typedSuggestions } from './suggestion-statements.js';
import { lookUpWords, usableWords } from './vocabulary-statements.js';

/** A page of entries with their whole bodies. */
export interface FoundPage {
  results: (Omit<SearchResult, 'snippet' | 'snippetMatches'> & { body: string })[];
  /** How many there are, as far as they were counted. */
  total: number;
  /** Whether there may be more. */
  totalIsCapped: boolean;
}

export interface SuggestionQuery {
  filter: SuggestionFilter;
  memberId: string;
  /** Deleted entries are offered when they were deleted after this. */
  deletedAfter: Date;
  /** Beginnings of words, letters and digits alone; none for the newest. */
  words: readonly string[];
  /** Ranges of numbers that begin as typed, the most exact first. */
  ranges: readonly (readonly [number, number])[];
}

/** A word as typed, whether visible entries have it, and words of the guild spelt nearly so. */
export interface LookedUpWord {
  word: string;
  isKnown: boolean;
  near: string[];
}

/** A word that visible entries have: how many of the newest, and whether any has the other words as well. */
export interface UsableWord {
  word: string;
  uses: number;
  fits: boolean;
}

interface PlaceRow {
  channel_id: string | null;
  message_id: string | null;
}

interface PageRow extends PlaceRow {
  number: number;
  total: number;
  capped: boolean;
  type: EntryType;
  kind: LearningKind | null;
  title: string | null;
  body: string;
  tags: string[];
  author_id: string;
  author_name: string;
  created_at: Date;
  challenge_number: number | null;
  solved: boolean;
  helpful_count: number;
  learner_count: number;
  learner_ids: string[];
}

interface SuggestionRow {
  number: number;
  title: string | null;
  beginning: string;
  challenge_number: number | null;
  challenge_title: string | null;
}

interface SimilarRow extends PlaceRow {
  number: number;
  title: string;
  author_id: string;
  solution_number: number;
  body: string;
  solution_author_id: string;
}

export class SearchStore {
  static readonly pageSize = pageSize;

  constructor(private readonly dataSource: DataSource) {}

  /** The page, counted from 0, of the best matches. */
  async matches(guildId: string, filter: SearchFilter, terms: SearchTerms, page: number): Promise<FoundPage> {
    const conditions = conditionsOf(filter, 6);
    const rows = await this.run<PageRow>(`search:${conditions.shape}`, rankedPage(conditions), [
      guildId,
      page * pageSize,
      terms.words,
      terms.prefixFrom,
      terms.every,
      ...conditions.values,
    ]);
    return pageOf(rows);
  }

  /** The page, counted from 0, of the newest entries. */
  async newest(guildId: string, filter: SearchFilter, page: number): Promise<FoundPage> {
    const conditions = conditionsOf(filter, 3);
    const rows = await this.run<PageRow>(`newest:${conditions.shape}`, newestPage(conditions), [
      guildId,
      page * pageSize,
      ...conditions.values,
    ]);
    return pageOf(rows);
  }

  /** At most 25, the likeliest first: numbers as typed, then titles, the newest first. */
  async suggestions(guildId: string, query: SuggestionQuery): Promise<Suggestion[]> {
    const { filter, words, ranges } = query;
    const values = [guildId, query.memberId, query.deletedAfter];
    const rows =
      words.length === 0
        ? await this.run<SuggestionRow>(`suggest:${filter}`, newestSuggestions(filter), values)
        : await this.run<SuggestionRow>(`suggest-typed:${filter}`, typedSuggestions(filter), [
            ...values,
            words.map((word) => `'${word}':*`).join(' & '),
            ranges.map(([from]) => from),
            ranges.map(([, to]) => to),
          ]);
    return rows.map((row) => ({
      number: row.number,
      title: row.title,
      beginning: row.beginning,
      challenge:
        row.challenge_number === null ? null : { number: row.challenge_number, title: row.challenge_title },
    }));
  }

  /** Solved challenges whose titles share words with these, the closest first. */
  async similarSolved(guildId: string, words: readonly string[], limit: number): Promise<SimilarChallenge[]> {
    const rows = await this.run<SimilarRow>('similar', similarChallenges, [guildId, words, limit]);
    return rows.map((row) => ({
      number: row.number,
      title: row.title,
      authorId: row.author_id,
      card: placeOf(row),
      solution: { number: row.solution_number, body: row.body, authorId: row.solution_author_id },
    }));
  }

  /** Looks words up: letters and digits alone, at most 40 of them. */
  async lookUp(guildId: string, words: readonly string[]): Promise<LookedUpWord[]> {
    const rows = await this.run<{ word: string; is_known: boolean; near: string[] }>('look-up', lookUpWords, [
      guildId,
      words,
    ]);
    return rows.map((row) => ({ word: row.word, isKnown: row.is_known, near: row.near }));
  }

  /** Those of the candidates that a visible entry has, word for word. */
  async usable(
    guildId: string,
    candidates: readonly string[],
    others: readonly string[],
  ): Promise<UsableWord[]> {
    return this.run<UsableWord>('usable', usableWords, [guildId, candidates, others]);
  }

  private run<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return prepared<Row>(this.dataSource, name, text, values);
  }
}

function placeOf({ channel_id, message_id }: PlaceRow): CardPlace | null {
  return channel_id && message_id ? { channelId: channel_id, messageId: message_id } : null;
}

function pageOf(rows: PageRow[]): FoundPage {
  return {
    total: rows[0]?.total ?? 0,
    totalIsCapped: rows[0]?.capped ?? false,
    results: rows.map((row) => ({
      number: row.number,
      type: row.type,
      kind: row.kind,
      title: row.title,
      body: row.body,
      tags: row.tags,
      authorId: row.author_id,
      authorName: row.author_name,
      helpfulCount: row.helpful_count,
      createdAt: row.created_at,
      solved: row.solved,
      challengeNumber: row.challenge_number,
      card: placeOf(row),
      learners: { count: row.learner_count, first: row.learner_ids },
    })),
  };
}
