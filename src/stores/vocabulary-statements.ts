/** The statements about a guild's words, run when a search finds nothing. */

/** How many near words of each are given at most. */
const nearAtMost = 60;

/**
 * Whether visible entries have each word, and words of the guild spelt nearly so. Two letters swapped count as two
 * here, hence a bound of twice the letters that may be off: who asks looks more closely. Parameters: guild, words.
 */
export const lookUpWords = `
SELECT typed.word, (SELECT count(*) FROM (SELECT FROM entries e WHERE e.guild_id = $1 AND e.visible
         AND e.search @@ typed.query LIMIT 50) some) > 0 AS is_known,
       ARRAY(SELECT v.word FROM vocabulary v
              WHERE v.guild_id = $1 AND v.word <> typed.plain
                AND char_length(v.word) BETWEEN char_length(typed.plain) - 2 AND char_length(typed.plain) + 2
                AND levenshtein_less_equal(v.word, typed.plain, typed.bound) <= typed.bound
              ORDER BY levenshtein_less_equal(v.word, typed.plain, typed.bound), v.word LIMIT ${nearAtMost}) AS near
  FROM (SELECT word, unaccent(word) AS plain, search_query(ARRAY[word], 1, true) AS query,
               CASE WHEN char_length(word) < 6 THEN 2 ELSE 4 END AS bound
          FROM unnest($2::text[]) AS word OFFSET 0) typed`;

/**
 * Of the candidates those that a visible entry has, word for word: the vocabulary also remembers words of entries that
 * were hidden or deleted since, and a shared stem is not yet the word. Parameters: guild, candidates, other words.
 */
export const usableWords = `
SELECT candidate.word,
       (SELECT count(*)::integer FROM (SELECT FROM entries e WHERE e.guild_id = $1 AND e.visible
          AND e.search @@ candidate.alone LIMIT 50) some) AS uses,
       (SELECT count(*) FROM (SELECT FROM entries e WHERE e.guild_id = $1 AND e.visible
          AND e.search @@ candidate.together LIMIT 50) some) > 0 AS fits
  FROM (SELECT word, search_query(ARRAY[word], 2, true) AS alone,
               search_query(ARRAY[word] || $3::text[], 2, true) AS together
          FROM unnest($2::text[]) AS word OFFSET 0) candidate
 WHERE EXISTS (SELECT FROM (SELECT e.title, e.tags, e.body FROM entries e
    WHERE e.guild_id = $1 AND e.visible AND e.search @@ candidate.alone LIMIT 10) said
    WHERE candidate.word = ANY (search_words(said.title, said.tags, said.body)))`;
