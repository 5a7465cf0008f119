/** The statements about a guild's words: how many entries have which, and which are spelt nearly so. */

/** Words that begin so, those of most entries first. */
const longerAtMost = 50;

/**
 * Words as they are, and words that begin so. The empty word comes first: how many entries there are, and whether some
 * changed since they were indexed. Parameters: guild, words, beginnings, the end of each one's range, the longest of each.
 */
export const lookUpWords = `
SELECT '' AS word, coalesce((SELECT entries FROM vocabulary WHERE guild_id = $1 AND word = ''), 0) AS entries,
       EXISTS (SELECT FROM search_changes WHERE guild_id = $1) AS changed
UNION ALL
SELECT word, entries, false FROM vocabulary WHERE guild_id = $1 AND word <> '' AND word = ANY ($2::text[])
UNION ALL
SELECT found.word, found.entries, false
  FROM unnest($3::text[], $4::text[], $5::integer[]) AS range (low, high, longest),
       LATERAL (SELECT word, entries FROM vocabulary
                 WHERE guild_id = $1 AND word >= range.low AND word < range.high
                   AND char_length(word) <= range.longest ORDER BY entries DESC LIMIT ${longerAtMost}) found`;

/** How many near words of each are given at most. */
const nearAtMost = 40;

/**
 * Words of the guild that are spelt nearly as each of those. Two letters swapped count as two here, hence a bound of
 * twice the letters that may be off: who asks looks more closely. The first letter, or the second in its place, is
 * taken to be right: reading a twentieth of the words is what makes this quick. Parameters: guild, words.
 */
export const nearWords = `
SELECT asked.word AS asked, near.word, near.entries
  FROM (SELECT word, CASE WHEN char_length(word) < 6 THEN 2 ELSE 4 END AS bound FROM unnest($2::text[]) AS word) asked,
       LATERAL (
         SELECT v.word, v.entries, levenshtein_less_equal(v.word, asked.word, bound) AS distance
           FROM (SELECT DISTINCT letter COLLATE "C" AS letter FROM unnest(ARRAY[left(asked.word, 1), substr(asked.word, 2, 1)]) AS letter
                  WHERE letter <> '') letters,
                LATERAL (SELECT word, entries FROM vocabulary
                          WHERE guild_id = $1 AND word >= letters.letter AND word < letters.letter || U&'\\+10FFFF'
                            AND char_length(word) BETWEEN char_length(asked.word) - 2 AND char_length(asked.word) + 2
                            AND word !~ '[ .+#!~0-9]' OFFSET 0) v
          WHERE levenshtein_less_equal(v.word, asked.word, bound) <= bound
          ORDER BY distance, v.entries DESC, v.word LIMIT ${nearAtMost}) near`;

/**
 * Tags that begin so, those of most entries first, each with whether some entries changed since they were indexed; a row
 * without a tag when there is none. Parameters: guild, beginning, the end of its range, how many.
 */
export const tagsBeginning = `
SELECT substr(found.word, 2) AS tag, found.entries, pending.changed
  FROM (SELECT EXISTS (SELECT FROM search_changes WHERE guild_id = $1) AS changed) pending
  LEFT JOIN LATERAL (SELECT word, entries FROM vocabulary
     WHERE guild_id = $1 AND word >= $2 AND word < $3 ORDER BY entries DESC, word LIMIT $4) found ON true
 ORDER BY found.entries DESC, found.word`;
