/** The statement that finds solved challenges like a question. */

/** How many solved challenges, the newest, are compared with a question when their titles share a word with it. */
const comparedAtMost = 300;

/**
 * Titles are compared by the stems they share: two, where the question has two, and a third of the title's.
 * Parameters: guild, words, how many.
 */
export const similarChallenges = `
WITH asked AS MATERIALIZED (
  SELECT search_query($2::text[], cardinality($2) + 1, false) AS words,
         tsvector_to_array(to_tsvector('nexus', array_to_string($2::text[], ' '))) AS stems
), alike AS (
  SELECT e.number, e.title, e.author_id, s.number AS solution_number, s.body, s.author_id AS solution_author_id,
         ts_rank(e.search, (SELECT words FROM asked)) AS rank,
         tsvector_to_array(to_tsvector('nexus', search_text(e.title))) AS title_stems
    FROM entries e
    JOIN entries s ON s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL
   WHERE e.guild_id = $1 AND e.visible AND e.type = 'challenge' AND e.title_words @@ (SELECT words FROM asked)
   ORDER BY e.number DESC LIMIT ${comparedAtMost}
), compared AS (
  SELECT *, cardinality(ARRAY(SELECT unnest(title_stems) INTERSECT SELECT unnest((SELECT stems FROM asked)))) AS shared
    FROM alike
)
SELECT number, title, author_id, solution_number, body, solution_author_id, card.channel_id, card.message_id
  FROM compared
  LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
     WHERE guild_id = $1 AND entry_number = compared.number ORDER BY message_id LIMIT 1) card ON true
 WHERE shared >= least(2, cardinality((SELECT stems FROM asked))) AND 3 * shared >= cardinality(title_stems)
 ORDER BY shared DESC, rank DESC, number DESC LIMIT $3`;
