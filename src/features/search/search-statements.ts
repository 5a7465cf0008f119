/** The statements behind search and lists. Each gives one page with all that it shows. */

import { picturesOfEntry } from '../pictures/index.js';
import { highestStrength, onlyWords, queryOfGuild, wordsOfGuild } from '../words/index.js';
import { newestRead, type Pool, type Ranking } from './ranking.js';
import type { Conditions } from './search-conditions.js';

export const pageSize = 5;

/** How many matches are turned through at most, and how many entries of a list without words. */
const matchesAtMost = 60;
const listedAtMost = 100;

/** An entry with less than this part of what the best one has of the words is no match. */
const leastCovered = 0.4;

/** A one-line technology of an import says little: it stands behind what somebody wrote. */
const stubFactor = 0.7;
const stubLength = 60;

const factorOf = `CASE WHEN import_id IS NOT NULL AND char_length(body) < ${stubLength} THEN ${stubFactor} ELSE 1 END`;

/** What title and repetition add, beside that a word is there at all. */
const strengthWeight = 0.7;

const count = (part: string) => `(SELECT count(*) FROM ${part})`;

/**
 * Numbers of documents of one pool, the newest first: sorting what they say along with them would take most of the time.
 * @param parameter the number of the one with the query
 * @param met what else is asked of the words; begins with `AND`
 */
const documentsOf = ({ kind }: Pool, parameter: number, met: string) =>
  kind === 'index'
    ? `SELECT number FROM search_documents WHERE ${wordsOfGuild} @@ $${parameter}::tsquery ${met}
        ORDER BY number DESC OFFSET 0`
    : `SELECT number FROM (SELECT number, words FROM search_documents WHERE guild_id = $1
         ORDER BY number DESC LIMIT ${newestRead}) newest WHERE words @@ $${parameter}::tsquery ${met}`;

/** The parameters of a ranking, in the order in which `rankedEntries` takes them. */
export const rankingValues = (
  guildId: string,
  { words, terms, values, condition, pools }: Ranking,
): unknown[] => [
  words,
  terms,
  values,
  condition,
  ...pools.map(({ kind, query }) => (kind === 'index' ? queryOfGuild(guildId, query) : query)),
];

/** A name of the text that `rankedEntries` gives. */
export const rankingShape = ({ pools, condition, termCount }: Ranking): string =>
  `${pools.map(({ kind, limit }) => `${kind}${limit}`).join('+')}${condition === '' ? '' : '&'}/${termCount}`;

/**
 * Candidates with what they are worth: the tables `candidates` and `ranked`. The guild is `$1`.
 * @param first the number of the first parameter of the ranking
 * @param filter what else is asked of the entries known by that alias; begins with `AND`
 */
export function rankedEntries(
  { pools, condition }: Ranking,
  first: number,
  filter: (entry: string) => string,
): string {
  const asked = [first, first + 1, first + 2].map((parameter) => `$${parameter}`);
  const given = `$${first + 3}`;
  const met = condition === '' ? `AND ${given}::text IS NOT NULL` : `AND words @@ ${given}::tsquery`;
  const candidates = pools.map(
    (pool, index) => `(SELECT d.number, e.technology, e.factor
       FROM (${documentsOf(pool, first + 4 + index, met)}) d,
            LATERAL (SELECT technology, ${factorOf} AS factor FROM entries e
                      WHERE guild_id = $1 AND number = d.number AND visible ${filter('e')} OFFSET 0) e
      ORDER BY d.number DESC LIMIT ${pool.limit})`,
  );
  return `
asked AS MATERIALIZED (
  SELECT * FROM unnest(${asked[0]}::text[], ${asked[1]}::integer[], ${asked[2]}::real[]) AS asked (lexeme, term, value)
), candidates AS MATERIALIZED (
  SELECT DISTINCT ON (number) number, technology, factor FROM (${candidates.join(' UNION ALL ')}) pooled
), said AS MATERIALIZED (
  SELECT c.number, u.lexeme, u.positions[1] / ${highestStrength}::real AS strength
    FROM candidates c,
         LATERAL (SELECT coalesce(strengths, words) AS strengths FROM search_documents
                   WHERE guild_id = $1 AND number = c.number OFFSET 0) d,
         unnest(${onlyWords('d.strengths', `${asked[0]}::text[]`)}) u
), worth AS (
  SELECT s.number, a.term, max(a.value) AS value, max(a.value * (1 + ${strengthWeight} * s.strength)) AS rank
    FROM said s JOIN asked a ON a.lexeme = s.lexeme GROUP BY s.number, a.term
), ranked AS MATERIALIZED (
  SELECT number, sum(value) AS covered, sum(rank) AS rank, array_agg(term) AS terms FROM worth GROUP BY number
)`;
}

/** One page. Parameters: guild, offset, those of the ranking, then the filter's. */
export function rankedPage(ranking: Ranking, conditions: Conditions): string {
  const grouped = conditions.groupsTechnologies
    ? `coalesce(technology, number::text), number DESC`
    : 'number DESC';
  return `
WITH ${rankedEntries(ranking, 3, conditions.sql)}, matching AS (
  SELECT r.number, c.technology, r.rank * c.factor AS rank,
         (SELECT count(*) FROM unnest(r.terms) AS term WHERE term < ${ranking.termCount}) AS terms
    FROM ranked r JOIN candidates c USING (number)
   WHERE r.covered >= ${leastCovered} * (SELECT max(covered) FROM ranked)
), single AS (
  SELECT ${conditions.groupsTechnologies ? 'DISTINCT ON (coalesce(technology, number::text))' : ''} number, terms,
         ${conditions.groupsTechnologies ? 'max(rank) OVER (PARTITION BY coalesce(technology, number::text))' : 'rank'} AS rank
    FROM matching ORDER BY ${grouped}
), found AS MATERIALIZED (
  SELECT number, rank, terms FROM single ORDER BY rank DESC, number DESC LIMIT ${matchesAtMost + 1}
), page AS (
  SELECT number, rank, least(${count('found')}, ${matchesAtMost})::integer AS total, ${count('found')} > ${matchesAtMost} AS capped,
         (SELECT max(terms) FROM found) >= ${ranking.termCount} AS has_all
    FROM (SELECT * FROM found ORDER BY rank DESC, number DESC LIMIT ${matchesAtMost}) best
   ORDER BY rank DESC, number DESC LIMIT ${pageSize} OFFSET $2
)
${shown('rank DESC, number DESC', conditions, 'page.has_all')}`;
}

/** That no newer entry of the same technology meets the conditions too. */
const standsForAll = ({ sql, groupsTechnologies }: Conditions) =>
  groupsTechnologies
    ? `AND (e.technology IS NULL OR NOT EXISTS (SELECT FROM entries newer
     WHERE newer.guild_id = $1 AND newer.technology = e.technology AND newer.visible AND newer.number > e.number
       ${sql('newer')}))`
    : '';

/**
 * That the entry is the newest of its import, of those that are neither technologies nor solutions: these are shown when the
 * import brought nothing else.
 */
const standsForImport = `AND (e.import_id IS NULL OR NOT EXISTS (SELECT FROM entries other
     WHERE other.guild_id = $1 AND other.import_id = e.import_id AND other.visible AND other.technology IS NULL
       AND other.type <> 'solution' AND (e.technology IS NOT NULL OR e.type = 'solution' OR other.number > e.number)))`;

/** Parameters: guild, offset, then the filter's. */
export function newestPage(conditions: Conditions): string {
  return `
WITH found AS MATERIALIZED (
  SELECT e.number FROM entries e WHERE e.guild_id = $1 AND e.visible ${conditions.sql('e')} ${standsForAll(conditions)}
     ${conditions.groupsImports ? standsForImport : ''}
   ORDER BY e.number DESC LIMIT ${listedAtMost}
), page AS (
  SELECT number, ${count('found')}::integer AS total, ${count('found')} >= ${listedAtMost} AS capped
    FROM found ORDER BY number DESC LIMIT ${pageSize} OFFSET $2
)
${shown('number DESC', conditions, 'true', conditions.groupsImports)}`;
}

/** Learners of a technology that a result names. */
const learnersNamed = 3;

/** Who learned the technology that `e` stands for, the newest first, each once; only `e`'s author for anything else. */
const learners = `
  LEFT JOIN LATERAL (
    SELECT count(*)::integer AS count, (array_agg(author_id ORDER BY last DESC))[1:${learnersNamed}] AS first
      FROM (SELECT author_id, max(number) AS last FROM entries
             WHERE guild_id = $1 AND technology = e.technology AND visible GROUP BY author_id) authors
  ) learners ON e.technology IS NOT NULL`;

/** What else the import brought that `e` stands for. */
const brought = `
  LEFT JOIN LATERAL (
    SELECT i.file_name, (SELECT count(*)::integer - 1 FROM entries o
              WHERE o.guild_id = $1 AND o.import_id = i.id AND o.visible AND o.type <> 'solution') AS others
      FROM imports i WHERE i.guild_id = $1 AND i.id = e.import_id
  ) brought ON e.technology IS NULL AND e.type <> 'solution'`;

/** What a list shows of the entries of `page`. */
function shown(
  order: string,
  { groupsTechnologies }: Conditions,
  hasAll: string,
  groupsImports = false,
): string {
  return `
SELECT page.number, page.total, page.capped, ${hasAll} AS has_all, e.type, e.kind, e.body, e.tags, e.author_id, e.created_at,
       e.challenge_number, m.display_name AS author_name,
       CASE WHEN e.type = 'solution' THEN CASE WHEN c.visible THEN c.title END ELSE e.title END AS title,
       CASE e.type WHEN 'solution' THEN e.accepted_at IS NOT NULL WHEN 'challenge' THEN EXISTS (SELECT FROM entries s
         WHERE s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL) ELSE false END AS solved,
       (SELECT count(*)::integer FROM helpful_votes v WHERE v.guild_id = $1 AND v.entry_number = e.number)
         AS helpful_count,
       CASE e.type WHEN 'challenge' THEN (SELECT count(*)::integer FROM entries s
         WHERE s.guild_id = $1 AND s.challenge_number = e.number AND s.visible) ELSE 0 END AS solution_count,
       card.channel_id, card.message_id, ${picturesOfEntry} AS pictures,
       ${groupsTechnologies ? 'coalesce(learners.count, 1)' : '1'} AS learner_count,
       ${groupsTechnologies ? `coalesce(learners.first, '{}')` : `'{}'::bigint[]`} AS learner_ids,
       ${groupsImports ? `coalesce(brought.others, 0)` : '0'} AS imported_others, ${groupsImports ? 'brought.file_name' : 'NULL'} AS imported_from
  FROM page
  JOIN entries e ON e.guild_id = $1 AND e.number = page.number
  JOIN members m ON m.guild_id = $1 AND m.user_id = e.author_id
  LEFT JOIN entries c ON c.guild_id = $1 AND c.number = e.challenge_number
  LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
     WHERE guild_id = $1 AND entry_number = e.number ORDER BY message_id LIMIT 1) card ON true
  ${groupsTechnologies ? learners : ''}
  ${groupsImports ? brought : ''}
 ORDER BY ${order}`;
}
