/** Entries as they are searched, listed, compared and offered while typing. */
import type { DataSource } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { EntryPicture } from '../../entities/picture.js';
import { prepared } from '../../platform/prepared.js';
import { type SimilarChallenge, similarChallenges } from '../challenges/index.js';
import { queryOfGuild } from '../words/index.js';
import { candidatesOf } from './draft-words.js';
import type { Ranking } from './ranking.js';
import type { Term } from './resolved-words.js';
import { conditionsOf } from './search-conditions.js';
import type { SearchFilter, SearchResult, Suggestion } from './search-model.js';
import { newestPage, pageSize, rankedPage, rankingShape, rankingValues } from './search-statements.js';
import {
  fewEntries,
  newestSuggestions,
  numberedSuggestions,
  type SuggestionFilter,
  typedSuggestions,
  unindexedEntries,
} from './suggestion-statements.js';

/** A page of entries with their whole bodies. */
export interface FoundPage {
  results: (Omit<SearchResult, 'snippet' | 'snippetMatches'> & { body: string })[];
  /** How many there are, as far as they were counted. */
  total: number;
  /** Whether there may be more. */
  totalIsCapped: boolean;
  /** Whether one of them has all that was looked for. */
  hasAll: boolean;
}

export interface SuggestionQuery {
  filter: SuggestionFilter;
  memberId: string;
  /** Deleted entries are offered when they were deleted after this. */
  deletedAfter: Date;
}

/** What narrows suggestions down. */
export interface TypedSuggestion {
  /** As typed, for titles that begin so. */
  typed: string;
  /** Ranges of numbers that begin as typed, the most exact first. */
  ranges: readonly (readonly [number, number])[];
}

/** A solved challenge and how it compares. */
export interface ComparedChallenge extends SimilarChallenge {
  score: number;
  /** Places of the terms it has. */
  terms: readonly number[];
}

/** Columns of the oldest card that is known. */
interface PlaceColumns {
  channelId: string | null;
  messageId: string | null;
}

type Found = FoundPage['results'][number];

type PageRow = Omit<Found, 'card' | 'learners' | 'imported' | 'pictures'> &
  PlaceColumns & {
    total: number;
    capped: boolean;
    hasAll: boolean;
    learnerCount: number;
    learnerIds: string[];
    importedOthers: number;
    importedFrom: string | null;
    pictures: EntryPicture[] | null;
  };

type SuggestionRow = Omit<Suggestion, 'challenge'> & {
  challengeNumber: number | null;
  challengeTitle: string | null;
};

type SimilarRow = Omit<ComparedChallenge, 'card' | 'solution'> &
  PlaceColumns & { solutionNumber: number; body: string; solutionAuthorId: string };

export class SearchStore {
  static readonly pageSize = pageSize;

  constructor(private readonly dataSource: DataSource) {}

  /** The page, counted from 0, of the best matches. */
  async matches(guildId: string, filter: SearchFilter, ranking: Ranking, page: number): Promise<FoundPage> {
    const values = rankingValues(guildId, ranking);
    const conditions = conditionsOf(guildId, filter, values.length + 3);
    const rows = await this.run<PageRow>(
      `search:${rankingShape(ranking)}:${conditions.shape}`,
      rankedPage(ranking, conditions),
      [guildId, page * pageSize, ...values, ...conditions.values],
    );
    return pageOf(rows);
  }

  /** The page, counted from 0, of the newest entries. */
  async newest(guildId: string, filter: SearchFilter, page: number): Promise<FoundPage> {
    const conditions = conditionsOf(guildId, filter, 3);
    const rows = await this.run<PageRow>(`newest:${conditions.shape}`, newestPage(conditions), [
      guildId,
      page * pageSize,
      ...conditions.values,
    ]);
    return pageOf(rows);
  }

  /** At most 25, the newest first. */
  async newestSuggestions(
    guildId: string,
    { filter, memberId, deletedAfter }: SuggestionQuery,
  ): Promise<Suggestion[]> {
    const text = newestSuggestions(filter);
    return suggestionsOf(
      await this.run<SuggestionRow>(`suggest:${filter}`, text, [guildId, memberId, deletedAfter]),
    );
  }

  /** Those that few entries are, and that the index may not know, the newest first. */
  async fewEntries(
    guildId: string,
    { filter, memberId, deletedAfter }: SuggestionQuery,
  ): Promise<Suggestion[]> {
    const text = fewEntries(filter);
    return suggestionsOf(
      await this.run<SuggestionRow>(`suggest-few:${filter}`, text, [guildId, memberId, deletedAfter]),
    );
  }

  /** Those that changed since they were indexed, the newest first. */
  async unindexed(
    guildId: string,
    { filter, memberId, deletedAfter }: SuggestionQuery,
  ): Promise<Suggestion[]> {
    const text = unindexedEntries(filter);
    return suggestionsOf(
      await this.run<SuggestionRow>(`suggest-unindexed:${filter}`, text, [guildId, memberId, deletedAfter]),
    );
  }

  /** At most 25, the likeliest first: numbers as typed, then what the ranking finds, if there is one. */
  async suggestions(
    guildId: string,
    { filter, memberId, deletedAfter }: SuggestionQuery,
    { typed, ranges }: TypedSuggestion,
    ranking?: Ranking,
  ): Promise<Suggestion[]> {
    const values = [
      guildId,
      memberId,
      deletedAfter,
      ranges.map(([from]) => from),
      ranges.map(([, to]) => to),
    ];
    return suggestionsOf(
      ranking
        ? await this.run<SuggestionRow>(
            `suggest-typed:${filter}:${rankingShape(ranking)}`,
            typedSuggestions(filter, ranking),
            [...values, typed, ...rankingValues(guildId, ranking)],
          )
        : await this.run<SuggestionRow>(`suggest-numbered:${filter}`, numberedSuggestions(filter), values),
    );
  }

  /** Solved challenges that have some of the terms, the most alike first. */
  async compare(guildId: string, terms: readonly Term[], limit: number): Promise<ComparedChallenge[]> {
    const flat = terms.flatMap(({ values }, place) =>
      Object.entries(values).map(([word, value]) => ({ word, place, value })),
    );
    const rows = await this.run<SimilarRow>('similar', similarChallenges, [
      guildId,
      flat.map(({ word }) => word),
      flat.map(({ place }) => place),
      flat.map(({ value }) => value),
      queryOfGuild(guildId, candidatesOf(terms)),
      limit,
    ]);
    return rows.map(({ solutionNumber, body, solutionAuthorId, channelId, messageId, ...challenge }) => ({
      ...challenge,
      card: placeOf({ channelId, messageId }),
      solution: { number: solutionNumber, body, authorId: solutionAuthorId },
    }));
  }

  private run<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return prepared<Row>(this.dataSource, name, text, values);
  }
}

function placeOf({ channelId, messageId }: PlaceColumns): CardPlace | null {
  return channelId && messageId ? { channelId, messageId } : null;
}

function suggestionsOf(rows: readonly SuggestionRow[]): Suggestion[] {
  return rows.map(({ challengeNumber, challengeTitle, ...suggestion }) => ({
    ...suggestion,
    challenge: challengeNumber === null ? null : { number: challengeNumber, title: challengeTitle },
  }));
}

function pageOf(rows: readonly PageRow[]): FoundPage {
  const [first] = rows;
  return {
    hasAll: first?.hasAll ?? true,
    total: first?.total ?? 0,
    totalIsCapped: first?.capped ?? false,
    results: rows.map(resultOf),
  };
}

function resultOf(row: PageRow): Found {
  const {
    channelId,
    messageId,
    learnerCount,
    learnerIds,
    importedOthers,
    importedFrom,
    pictures,
    ...others
  } = row;
  const { total: _, capped: _capped, hasAll: _all, ...result } = others;
  return {
    ...result,
    card: placeOf({ channelId, messageId }),
    learners: { count: learnerCount, first: learnerIds },
    ...(importedFrom !== null &&
      importedOthers > 0 && { imported: { others: importedOthers, fileName: importedFrom } }),
    ...(pictures && { pictures }),
  };
}
