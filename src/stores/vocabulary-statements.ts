/** The statements about a guild's words, run when a search finds nothing. */

/** How many near words of each are given at most. */
const nearAtMost = 60;

const newest = '(SELECT * FROM entries WHERE guild_id = $1 ORDER BY number DESC LIMIT 200) e';

/** Whether an entry matches: frequent words are met among the newest entries, the index knows the others. */
const isMet = (query: string) => `(
  (SELECT count(*) FROM ${newest} WHERE e.visible AND e.search @@ ${query}) > 0
  OR (SELECT count(*) FROM entries e WHERE e.guild_id = $1 AND e.visible AND e.search @@ ${query}) > 0)`;

/**
 * Whether visible entries have each word, and for the others words of the guild spelt nearly so. Two letters swapped
 * count as two here, hence a bound of twice the letters that may be off: who asks looks more closely.
 * Parameters: guild, words.
 */
export const lookUpWords = `
SELECT word, is_known, CASE WHEN is_known THEN '{}' ELSE ARRAY(
         SELECT v.word FROM vocabulary v
          WHERE v.guild_id = $1 AND v.word <> plain
            AND char_length(v.word) BETWEEN char_length(plain) - 2 AND char_length(plain) + 2
            AND levenshtein_less_equal(v.word, plain, bound) <= bound
          ORDER BY levenshtein_less_equal(v.word, plain, bound), v.word LIMIT ${nearAtMost}) END AS near
  FROM (SELECT word, plain, bound, ${isMet('asked.query')} AS is_known
          FROM (SELECT word, unaccent(word) AS plain, search_query(ARRAY[word], 1, true) AS query,
                       CASE WHEN char_length(word) < 6 THEN 2 ELSE 4 END AS bound
                  FROM unnest($2::text[]) AS word OFFSET 0) asked OFFSET 0) looked_up`;

/** Whether one of these rows of entries says the word itself, not only one with the same stem. */
const says = (rows: string) =>
  `EXISTS (SELECT FROM (${rows}) e WHERE candidate.word = ANY (search_words(e.title, e.tags, e.body)))`;

/**
 * Of the candidates those that a visible entry has, word for word: the vocabulary also remembers words of entries that
 * were hidden or deleted since, and a shared stem is not yet the word. Parameters: guild, candidates, other words.
 */
export const usableWords = `
SELECT candidate.word, ${isMet('candidate.together')} AS fits,
       (SELECT count(*)::integer FROM ${newest} WHERE e.visible AND e.search @@ candidate.alone) AS uses
  FROM (SELECT word, search_query(ARRAY[word], 2, true) AS alone,
               search_query(ARRAY[word] || $3::text[], 2, true) AS together
          FROM unnest($2::text[]) AS word OFFSET 0) candidate
 WHERE ${says(`SELECT * FROM ${newest} WHERE e.visible AND e.search @@ candidate.alone LIMIT 10`)}
    OR ${says('SELECT * FROM entries e WHERE e.guild_id = $1 AND e.visible AND e.search @@ candidate.alone LIMIT 50')}`;
