/** Entries offered while a member types, and solved challenges that resemble a question. */
import type { DataSource } from 'typeorm';
import type { SimilarChallenge, Suggestion } from '../entities/search.js';
import { prepared } from './prepared.js';
import { newestSuggestions, type SuggestionFilter, typedSuggestions } from './suggestion-statements.js';

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

interface SuggestionRow {
  number: number;
  title: string | null;
  beginning: string;
  challenge_number: number | null;
  challenge_title: string | null;
}

interface SimilarRow {
  number: number;
  title: string;
  author_id: string;
  solution_number: number;
  body: string;
  solution_author_id: string;
  solution_author_name: string;
  helpful_count: number;
  channel_id: string | null;
  message_id: string | null;
}

/** Solved challenges are compared with a question when their title shares a word with it; the newest so many. */
const comparedAtMost = 300;

const similarStatement = `
WITH asked AS MATERIALIZED (
  SELECT search_query($2::text[], cardinality($2) + 1, false) AS words,
         tsvector_to_array(to_tsvector('nexus', array_to_string($2::text[], ' '))) AS lexemes
), alike AS (
  SELECT e.number, e.title, e.author_id, s.number AS solution_number, s.body, s.author_id AS solution_author_id,
         ts_rank(e.search, (SELECT words FROM asked)) AS rank,
         cardinality(ARRAY(SELECT unnest(tsvector_to_array(e.title_words))
                           INTERSECT SELECT unnest((SELECT lexemes FROM asked)))) AS shared
    FROM entries e
    JOIN entries s ON s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL
   WHERE e.guild_id = $1 AND e.visible AND e.type = 'challenge' AND e.title_words @@ (SELECT words FROM asked)
   ORDER BY e.number DESC LIMIT ${comparedAtMost}
)
SELECT alike.number, alike.title, alike.author_id, alike.solution_number, alike.body, alike.solution_author_id,
       m.display_name AS solution_author_name, card.channel_id, card.message_id,
       (SELECT count(*)::integer FROM helpful_votes v
         WHERE v.guild_id = $1 AND v.entry_number = alike.solution_number) AS helpful_count
  FROM alike
  JOIN members m ON m.guild_id = $1 AND m.user_id = alike.solution_author_id
  LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
     WHERE guild_id = $1 AND entry_number = alike.number ORDER BY message_id LIMIT 1) card ON true
 WHERE shared >= least(2, cardinality((SELECT lexemes FROM asked)))
 ORDER BY shared DESC, rank DESC, alike.number DESC LIMIT $3`;

export class SuggestionStore {
  constructor(private readonly dataSource: DataSource) {}

  /** At most 25, the likeliest first: numbers as typed, then titles, the newest first. */
  async suggestions(guildId: string, query: SuggestionQuery): Promise<Suggestion[]> {
    const values = [guildId, query.memberId, query.deletedAfter];
    const rows =
      query.words.length === 0
        ? await prepared<SuggestionRow>(
            this.dataSource,
            `suggest:${query.filter}`,
            newestSuggestions(query.filter),
            values,
          )
        : await prepared<SuggestionRow>(
            this.dataSource,
            `suggest-typed:${query.filter}`,
            typedSuggestions(query.filter),
            [
              ...values,
              query.words.map((word) => `'${word}':*`).join(' & '),
              query.ranges.map(([from]) => from),
              query.ranges.map(([, to]) => to),
            ],
          );
    return rows.map((row) => ({
      number: row.number,
      title: row.title,
      beginning: row.beginning,
      challenge:
        row.challenge_number === null ? null : { number: row.challenge_number, title: row.challenge_title },
    }));
  }

  /** Solved challenges whose titles share words (one, or two where there are two) with these, the closest first. */
  async similarSolved(guildId: string, words: readonly string[], limit: number): Promise<SimilarChallenge[]> {
    const rows = await prepared<SimilarRow>(this.dataSource, 'similar', similarStatement, [
      guildId,
      words,
      limit,
    ]);
    return rows.map((row) => ({
      number: row.number,
      title: row.title,
      authorId: row.author_id,
      solution: {
        number: row.solution_number,
        authorId: row.solution_author_id,
        authorName: row.solution_author_name,
        helpfulCount: row.helpful_count,
        heart: row.body,
      },
      card:
        row.message_id && row.channel_id ? { channelId: row.channel_id, messageId: row.message_id } : null,
    }));
  }
}
