/** The statements behind autocomplete: entries by number, or by the words typed so far. */
import type { Ranking } from './ranking.js';
import { rankedEntries } from './search-statements.js';

/**
 * Which entries may be picked: `solution` means one that can be accepted, `present` whatever is not deleted, `taken-away`
 * what a moderator hid or removed and can bring back.
 */
export type SuggestionFilter =
  | 'any'
  | 'own'
  | 'own-deleted'
  | 'present'
  | 'taken-away'
  | 'challenge'
  | 'open-challenge'
  | 'solved-challenge'
  | 'solution';

/** Discord shows 25 choices. */
export const suggestedAtMost = 25;

/** Entries that are read to compare them, where few pass. */
const readAtMost = 300;

const firstRankingParameter = 7;

/** Of a solution's challenge. A value, not a set: it is looked at for the solution in hand and never joined. */
const ofChallenge = (value: string) =>
  `(SELECT ${value} FROM entries c WHERE c.guild_id = $1 AND c.number = e.challenge_number AND c.visible)`;
const isSolved =
  'EXISTS (SELECT FROM entries s WHERE s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL)';
/** Solutions that can be accepted. */
const acceptable = `e.visible AND e.type = 'solution' AND e.accepted_at IS NULL AND ${ofChallenge('true')}
  AND NOT EXISTS (SELECT FROM entries s
     WHERE s.guild_id = $1 AND s.challenge_number = e.challenge_number AND s.accepted_at IS NOT NULL)`;

/** `$2` is the member, `$3` the instant since which deleted entries can be restored. */
const conditions: Record<SuggestionFilter, string> = {
  any: 'e.visible',
  own: 'e.author_id = $2 AND (e.visible OR (e.held AND e.deleted_at IS NULL))',
  'own-deleted': 'e.author_id = $2 AND e.deleted_by = $2 AND e.deleted_at > $3',
  present: 'e.deleted_at IS NULL',
  'taken-away': `NOT e.held AND CASE WHEN e.deleted_at IS NULL THEN e.hidden_at IS NOT NULL
     ELSE e.deleted_by <> e.author_id AND e.deleted_at > $3 END`,
  challenge: `e.visible AND e.type = 'challenge'`,
  'open-challenge': `e.visible AND e.type = 'challenge' AND NOT ${isSolved}`,
  'solved-challenge': `e.visible AND e.type = 'challenge' AND ${isSolved}`,
  solution: acceptable,
};

/** Filters that few entries pass, and that pass entries which are not indexed: these are simply read. */
const few: readonly SuggestionFilter[] = ['own', 'own-deleted', 'taken-away'];

export const isFew = (filter: SuggestionFilter): boolean => few.includes(filter);

/** Solutions to the member's own open challenges, which `accept` is most likely about. */
const toOwnChallenges = `
  SELECT 1 AS tier, e.number, 0::real AS rank FROM entries own JOIN entries e ON e.guild_id = $1 AND e.challenge_number = own.number
   WHERE own.guild_id = $1 AND own.author_id = $2 AND own.type = 'challenge' AND own.visible
     AND ${acceptable}
   ORDER BY e.number DESC LIMIT ${suggestedAtMost}`;

/** Nothing typed: the newest. Parameters: guild, member, since when deleted entries can be restored. */
export function newestSuggestions(filter: SuggestionFilter): string {
  return statement(`
WITH picked AS (
  ${filter === 'solution' ? `(${toOwnChallenges}) UNION ALL` : ''}
  (SELECT 2 AS tier, e.number, 0::real AS rank FROM entries e WHERE e.guild_id = $1 AND ${conditions[filter]}
      AND $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY e.number DESC LIMIT ${suggestedAtMost})
)`);
}

/** The newest of those, whole, to be compared by their words. Parameters: guild, member, since when. */
export function fewEntries(filter: SuggestionFilter): string {
  return statement(
    `
WITH picked AS (
  SELECT 2 AS tier, e.number, 0::real AS rank FROM entries e WHERE e.guild_id = $1 AND ${conditions[filter]}
     AND $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL
   ORDER BY e.number DESC LIMIT ${readAtMost}
)`,
    readAtMost,
  );
}

/** Entries that are not indexed yet, the last changed first. */
const unindexedAtMost = 50;

/** Those that changed since they were indexed, whole, to be compared by their words. Parameters: guild, member, since when. */
export function unindexedEntries(filter: SuggestionFilter): string {
  return statement(
    `
WITH changed AS MATERIALIZED (
  SELECT number FROM search_changes WHERE guild_id = $1 ORDER BY id DESC LIMIT ${unindexedAtMost}
), picked AS (
  SELECT 2 AS tier, e.number, 0::real AS rank FROM (SELECT DISTINCT number FROM changed) c,
       LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number = c.number OFFSET 0) e
   WHERE ${conditions[filter]} AND $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL
)`,
    unindexedAtMost,
  );
}

/** Of entries that begin with a number as typed. */
const numbered = (condition: string) => `
  SELECT 0 AS tier, e.number, 0::real AS rank FROM unnest($4::integer[], $5::integer[]) WITH ORDINALITY AS range (low, high, place),
      LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number BETWEEN low AND high ORDER BY number OFFSET 0) e
    WHERE ${condition} AND $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL LIMIT ${suggestedAtMost}`;

/** Parameters: guild, member, since when, the ranges of numbers that begin as typed (from, to). */
export const numberedSuggestions = (filter: SuggestionFilter): string =>
  statement(`WITH picked AS (${numbered(conditions[filter])})`);

/** An entry that has less than this part of the best one's words is not offered. */
const leastCovered = 0.7;

/** What it adds that a title begins as typed. */
const beginningFactor = 1.5;

/** Parameters: as above, what was typed, then those of the ranking. */
export function typedSuggestions(filter: SuggestionFilter, ranking: Ranking): string {
  const condition = conditions[filter];
  const isOfSolutions = filter === 'solution';
  const ranked = rankedEntries(ranking, firstRankingParameter, (entry) =>
    isOfSolutions || entry !== 'e' ? '' : `AND ${condition}`,
  );
  const named = isOfSolutions
    ? `SELECT CASE WHEN own.author_id = $2 THEN 1 ELSE 2 END AS tier, e.number, m.rank
         FROM matching m JOIN entries e ON e.guild_id = $1 AND (e.number = m.number OR e.challenge_number = m.number)
         LEFT JOIN entries own ON own.guild_id = $1 AND own.number = e.challenge_number
        WHERE ${condition}`
    : 'SELECT 2 AS tier, number, rank FROM matching';
  return statement(`
WITH ${ranked}, matching AS MATERIALIZED (
  SELECT r.number, r.rank * c.factor * CASE WHEN lower(e.title) LIKE $6 || '%' THEN ${beginningFactor} ELSE 1 END AS rank
    FROM ranked r JOIN candidates c ON c.number = r.number JOIN entries e ON e.guild_id = $1 AND e.number = r.number
   WHERE r.covered >= ${leastCovered} * (SELECT max(covered) FROM ranked)
   ORDER BY 2 DESC, 1 DESC LIMIT ${suggestedAtMost * 4}
), picked AS ((${numbered(condition)}) UNION ALL (${named}))`);
}

function statement(picked: string, limit = suggestedAtMost): string {
  return `${picked}, first AS (
  SELECT number, min(tier) AS tier, max(rank) AS rank FROM picked GROUP BY number
   ORDER BY 2, CASE WHEN min(tier) = 0 THEN number END, 3 DESC, 1 DESC LIMIT ${limit}
)
SELECT e.number, e.title, left(e.body, 100) AS beginning, e.tags, e.challenge_number,
       CASE WHEN c.visible THEN c.title END AS challenge_title
  FROM first
  JOIN entries e ON e.guild_id = $1 AND e.number = first.number
  LEFT JOIN entries c ON c.guild_id = $1 AND c.number = e.challenge_number
 ORDER BY first.tier, CASE WHEN first.tier = 0 THEN e.number END, first.rank DESC, e.number DESC`;
}
