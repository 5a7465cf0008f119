/** The words of a guild's entries, asked when a search finds nothing. */
import type { DataSource } from 'typeorm';
import { prepared } from './prepared.js';

/** A word as typed, whether visible entries have it, and words of the guild spelt nearly so. */
export interface LookedUpWord {
  word: string;
  isKnown: boolean;
  near: string[];
}

/** A word that visible entries have: how many (counted up to 20), and whether any has the other words as well. */
export interface UsableWord {
  word: string;
  uses: number;
  fits: boolean;
}

/** How many near words of each are given at most. */
const nearAtMost = 60;

// Two letters swapped count as two here, so twice the letters that may be off; who asks then looks more closely.
const lookUpStatement = `
SELECT typed.word, (SELECT count(*) FROM (SELECT FROM entries e WHERE e.guild_id = $1 AND e.visible
         AND e.search @@ typed.query LIMIT 1) one) > 0 AS is_known,
       ARRAY(SELECT v.word FROM vocabulary v
              WHERE v.guild_id = $1 AND v.word <> typed.plain
                AND char_length(v.word) BETWEEN char_length(typed.plain) - 2 AND char_length(typed.plain) + 2
                AND levenshtein_less_equal(v.word, typed.plain, typed.bound) <= typed.bound
              ORDER BY levenshtein_less_equal(v.word, typed.plain, typed.bound), v.word LIMIT ${nearAtMost}) AS near
  FROM (SELECT word, unaccent(word) AS plain, search_query(ARRAY[word], 1, true) AS query,
               CASE WHEN char_length(word) < 6 THEN 2 ELSE 4 END AS bound
          FROM unnest($2::text[]) AS word OFFSET 0) typed`;

// The vocabulary also remembers words of entries that were hidden or deleted since: only what a visible entry says
// may be suggested, and a shared stem is not yet the word.
const usableStatement = `
SELECT candidate.word,
       (SELECT count(*)::integer FROM (SELECT FROM entries e WHERE e.guild_id = $1 AND e.visible
          AND e.search @@ candidate.alone LIMIT 20) some) AS uses,
       (SELECT count(*) FROM (SELECT FROM entries e WHERE e.guild_id = $1 AND e.visible
          AND e.search @@ candidate.together LIMIT 1) one) > 0 AS fits
  FROM (SELECT word, search_query(ARRAY[word], 2, true) AS alone,
               search_query(ARRAY[word] || $3::text[], 2, true) AS together
          FROM unnest($2::text[]) AS word OFFSET 0) candidate
 WHERE EXISTS (SELECT FROM (SELECT e.title, e.tags, e.body FROM entries e
    WHERE e.guild_id = $1 AND e.visible AND e.search @@ candidate.alone LIMIT 10) said
    WHERE candidate.word = ANY (search_words(said.title, said.tags, said.body)))`;

export class VocabularyStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Looks words up (letters and digits alone, at most 40 characters each). */
  async lookUp(guildId: string, words: readonly string[]): Promise<LookedUpWord[]> {
    const rows = await prepared<{ word: string; is_known: boolean; near: string[] }>(
      this.dataSource,
      'look-up-words',
      lookUpStatement,
      [guildId, words],
    );
    return rows.map((row) => ({ word: row.word, isKnown: row.is_known, near: row.near }));
  }

  /** Those of the candidates that a visible entry has, word for word. */
  async usable(
    guildId: string,
    candidates: readonly string[],
    others: readonly string[],
  ): Promise<UsableWord[]> {
    return prepared<UsableWord>(this.dataSource, 'usable-words', usableStatement, [
      guildId,
      candidates,
      others,
    ]);
  }
}
