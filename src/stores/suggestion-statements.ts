/** The statements behind autocomplete: entries by number or by the beginnings of their title's words. */

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

/** As in `search-statements.ts`: frequent beginnings are found by reading backwards, rare ones by the index. */
const sample = 100;
const walk = 3_000;
const block = 100;
/** Of solutions only some can be accepted, so that reading backwards takes longer. */
const frequentIn = { titles: 2, solutions: 5 };

const typed = '(SELECT typed FROM asked)';
const newest = '(SELECT newest FROM asked)';

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

/** Filters that few entries pass: these are simply read. */
const few: readonly SuggestionFilter[] = ['own', 'own-deleted', 'taken-away'];

/** An entry's title begins so; a solution goes by its challenge's. */
function titleMatches(filter: SuggestionFilter): string {
  const ofItsChallenge = ofChallenge(`c.title_words @@ ${typed}`);
  if (filter === 'solution') return ofItsChallenge;
  return few.includes(filter)
    ? `(e.title_words @@ ${typed} OR ${ofItsChallenge})`
    : `e.title_words @@ ${typed}`;
}

/** The same as a condition for which an index helps. */
function indexedTitle(filter: SuggestionFilter): string {
  if (filter !== 'solution') return `e.title_words @@ ${typed}`;
  return `e.challenge_number IN (SELECT number FROM entries
     WHERE guild_id = $1 AND visible AND title_words @@ ${typed} ORDER BY number DESC LIMIT 200)`;
}

/** Solutions to the member's own open challenges, which `accept` is most likely about. */
const toOwnChallenges = (condition: string) => `
  SELECT 1 AS tier, e.number FROM entries own JOIN entries e ON e.guild_id = $1 AND e.challenge_number = own.number
   WHERE own.guild_id = $1 AND own.author_id = $2 AND own.type = 'challenge' AND own.visible
     AND ${acceptable} AND ${condition}
   ORDER BY e.number DESC LIMIT ${suggestedAtMost}`;

/** Nothing typed: the newest. Parameters: guild, member, since when deleted entries can be restored. */
export function newestSuggestions(filter: SuggestionFilter): string {
  return statement(`
WITH picked AS (
  ${filter === 'solution' ? `(${toOwnChallenges('true')}) UNION ALL` : ''}
  (SELECT 2 AS tier, e.number FROM entries e WHERE e.guild_id = $1 AND ${conditions[filter]}
      AND $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY e.number DESC LIMIT ${suggestedAtMost})
)`);
}

/** Parameters: as above, then a query of prefixes, and the ranges of numbers that begin as typed (from, to). */
export function typedSuggestions(filter: SuggestionFilter): string {
  const condition = conditions[filter];
  const matches = titleMatches(filter);
  const frequent = filter === 'solution' ? frequentIn.solutions : frequentIn.titles;
  const limited = `ORDER BY e.number DESC LIMIT ${suggestedAtMost}`;
  const walked = `UNION ALL (SELECT * FROM (
         SELECT 2, e.number
           FROM generate_series(${newest} - ${sample}, ${newest} - ${walk}, -${block}) AS until,
                LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number <= until AND number > until - ${block}
                          ORDER BY number DESC OFFSET 0) e
          WHERE ${matches} AND ${condition} LIMIT ${suggestedAtMost}) walked
         WHERE (SELECT count(*) FROM recent) BETWEEN ${frequent} AND ${suggestedAtMost - 1})`;
  const named = few.includes(filter)
    ? `SELECT 2 AS tier, e.number FROM entries e
        WHERE e.guild_id = $1 AND ${condition} AND ${matches} ${limited}`
    : `SELECT 2 AS tier, number FROM recent
       ${walked}
       UNION ALL (SELECT * FROM (
         SELECT 2, e.number FROM entries e
          WHERE e.guild_id = $1 AND e.number <= ${newest} - ${sample} AND ${indexedTitle(filter)} AND ${condition}
          ${limited}) indexed
         WHERE (SELECT count(*) FROM recent) < ${frequent})`;
  return statement(`
WITH asked AS MATERIALIZED (
  SELECT to_tsquery('nexus_words', $4) AS typed,
         (SELECT number FROM entries WHERE guild_id = $1 ORDER BY number DESC LIMIT 1) AS newest
), recent AS MATERIALIZED (
  SELECT e.number FROM (SELECT * FROM entries WHERE guild_id = $1 AND number > ${newest} - ${sample} OFFSET 0) e
   WHERE $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL AND ${matches} AND ${condition} ${limited}
), picked AS (
  (SELECT 0 AS tier, e.number FROM unnest($5::integer[], $6::integer[]) WITH ORDINALITY AS range (low, high, place),
      LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number BETWEEN low AND high ORDER BY number OFFSET 0) e
    WHERE ${condition} LIMIT ${suggestedAtMost})
  ${filter === 'solution' ? `UNION ALL (${toOwnChallenges(matches)})` : ''}
  UNION ALL (${named})
)`);
}

function statement(picked: string): string {
  return `${picked}, first AS (
  SELECT number, min(tier) AS tier FROM picked GROUP BY number
   ORDER BY 2, CASE WHEN min(tier) = 0 THEN number ELSE -number END LIMIT ${suggestedAtMost}
)
SELECT e.number, e.title, left(e.body, 100) AS beginning, e.challenge_number,
       CASE WHEN c.visible THEN c.title END AS challenge_title
  FROM first
  JOIN entries e ON e.guild_id = $1 AND e.number = first.number
  LEFT JOIN entries c ON c.guild_id = $1 AND c.number = e.challenge_number
 ORDER BY first.tier, CASE WHEN first.tier = 0 THEN e.number ELSE -e.number END`;
}
