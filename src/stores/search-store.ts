/** Entries as they are searched and listed. */
import type { DataSource } from 'typeorm';
import type { EntryType, LearningKind } from '../entities/entry.js';
import type { SearchFilter, SearchResult, SearchTerms } from '../entities/search.js';
import { prepared } from './prepared.js';
import { conditionsOf } from './search-conditions.js';
import { newestPage, pageSize, rankedPage } from './search-statements.js';

/** A page of entries with their whole bodies. */
export interface FoundPage {
  results: (Omit<SearchResult, 'snippet'> & { body: string })[];
  /** How many there are, as far as they were counted. */
  total: number;
  /** Whether there may be more. */
  totalIsCapped: boolean;
}

interface PageRow {
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
  channel_id: string | null;
  message_id: string | null;
}

export class SearchStore {
  static readonly pageSize = pageSize;

  constructor(private readonly dataSource: DataSource) {}

  /** The page, counted from 0, of the best matches. */
  async matches(guildId: string, filter: SearchFilter, terms: SearchTerms, page: number): Promise<FoundPage> {
    const conditions = conditionsOf(filter, 6);
    const rows = await prepared<PageRow>(
      this.dataSource,
      `search:${conditions.shape}`,
      rankedPage(conditions),
      [guildId, page * pageSize, terms.words, terms.prefixFrom, terms.every, ...conditions.values],
    );
    return pageOf(rows);
  }

  /** The page, counted from 0, of the newest entries. */
  async newest(guildId: string, filter: SearchFilter, page: number): Promise<FoundPage> {
    const conditions = conditionsOf(filter, 3);
    const rows = await prepared<PageRow>(
      this.dataSource,
      `newest:${conditions.shape}`,
      newestPage(conditions),
      [guildId, page * pageSize, ...conditions.values],
    );
    return pageOf(rows);
  }
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
      card:
        row.message_id && row.channel_id ? { channelId: row.channel_id, messageId: row.message_id } : null,
    })),
  };
}
