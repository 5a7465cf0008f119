/** The statement that finds solved challenges like a question. */
import { onlyWords, wordsOfGuild } from '../words/index.js';

/** What a word counts by where it is: the challenge's title, tags, details, and what others asked; its solution. */
const fieldWeights = { A: 2, B: 1, C: 1, D: 2 };
const solutionWeight = 0.8;

/** How soon more of the same word adds nothing, and a usual number of different words of a pair. */
const saturation = 1.2;
const usualLength = 45;

/** A line of an import that was accepted elsewhere says little: it stands behind what somebody wrote out. */
const stubFactor = 0.7;
const stubLength = 60;

/** Pairs that are compared at most, the newest. */
const comparedAtMost = 150;

const frequency = (words: string) =>
  Object.entries(fieldWeights)
    .map(([field, weight]) => `${weight} * cardinality(array_positions(${words}.weights, '${field}'))`)
    .join(' + ');

/**
 * The best pairs with what they are worth, by BM25 over challenge and solution together, and the terms they have.
 * Parameters: guild, words, their terms, their values, a query of the guild for candidates, how many.
 */
export const similarChallenges = `
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest($2::text[], $3::integer[], $4::real[]) AS asked (lexeme, term, value)
), found AS MATERIALIZED (
  SELECT number FROM search_documents WHERE ${wordsOfGuild} @@ $5::tsquery ORDER BY number DESC LIMIT ${comparedAtMost}
), pairs AS MATERIALIZED (
  SELECT DISTINCT c.number, s.number AS solution_number, s.factor
    FROM found f,
         LATERAL (SELECT coalesce(challenge_number, number) AS challenge FROM entries
                   WHERE guild_id = $1 AND number = f.number OFFSET 0) e,
         LATERAL (SELECT number FROM entries
                   WHERE guild_id = $1 AND number = e.challenge AND visible AND type = 'challenge' OFFSET 0) c,
         LATERAL (SELECT number, CASE WHEN import_id IS NOT NULL AND char_length(body) < ${stubLength} THEN ${stubFactor} ELSE 1 END AS factor
                    FROM entries WHERE guild_id = $1 AND challenge_number = c.number AND accepted_at IS NOT NULL OFFSET 0) s
), texts AS MATERIALIZED (
  SELECT p.number, d.words, length(d.words) AS length, 1 AS weight
    FROM pairs p JOIN search_documents d ON d.guild_id = $1 AND d.number = p.number
  UNION ALL
  SELECT p.number, d.words, length(d.words), ${solutionWeight}
    FROM pairs p JOIN search_documents d ON d.guild_id = $1 AND d.number = p.solution_number
), said AS MATERIALIZED (
  SELECT t.number, t.length, u.lexeme, t.weight * (${frequency('u')}) AS frequency FROM texts t,
         unnest(${onlyWords('t.words', '$2::text[]')}) u
), worth AS (
  SELECT s.number, a.term, max(a.value) AS value, sum(s.frequency * a.value) / max(a.value) AS frequency, max(s.length) AS length
    FROM said s JOIN asked a ON a.lexeme = s.lexeme GROUP BY s.number, a.term
), ranked AS (
  SELECT number, array_agg(term ORDER BY term) AS terms,
         sum(value * 2 * frequency / (frequency + ${saturation} * (0.5 + 0.5 * length / ${usualLength}))) AS score
    FROM worth GROUP BY number
), best AS (
  SELECT r.*, r.score * p.factor AS place FROM ranked r JOIN pairs p USING (number) ORDER BY place DESC, number DESC LIMIT $6
)
SELECT c.number, c.title, c.author_id, s.number AS solution_number, s.body, s.author_id AS solution_author_id,
       best.score::float8 AS score, best.terms, card.channel_id, card.message_id
  FROM best JOIN pairs p ON p.number = best.number,
       LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number = best.number OFFSET 0) c,
       LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number = p.solution_number OFFSET 0) s
  LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
     WHERE guild_id = $1 AND entry_number = c.number ORDER BY message_id LIMIT 1) card ON true
 ORDER BY best.place DESC, c.number DESC`;
