/**
 * The statements behind search and lists. Each gives one page with all that it shows.
 *
 * Ranking every match is what makes full-text search slow, so few are ranked: entries whose title has the words,
 * then entries that have them anywhere, the newest first. A frequent word is found quickest by reading the guild
 * backwards, a rare one by the index; the newest entries, which are read in any case, tell which it is. Parts that
 * turn out not to be needed are never executed.
 *
 * A technology that many learned is one result, whose newest matching entry stands for all: each part leaves out
 * entries of which a newer one of the same technology meets the same conditions, before any of them are counted.
 */
import type { Conditions } from './search-conditions.js';

export const pageSize = 5;

/** How many matches of each part are ranked at most. */
const rankedAtMost = 60;

/** How many entries a list without words counts and turns through at most. */
const listedAtMost = 100;

/** The newest entries, always read, and how far back from there a frequent word is looked for (entries). */
const sample = 200;
const walk = 3_000;
const block = 100;

/** That many in the sample make a word of titles, or of whole entries, a frequent one. */
const frequentInTitles = 4;
const frequentAnywhere = 6;

/** With that many titles found nobody misses mentions; with fewer results than a page, longer words are tried. */
const titlesSuffice = 25;

const typed = '(SELECT typed FROM asked)';
const words = '(SELECT words FROM asked)';
const newest = '(SELECT newest FROM asked)';
const count = (part: string) => `(SELECT count(*) FROM ${part})`;

/** A condition on the entries known by an alias. */
type Condition = (entry: string) => string;

/** That no newer entry of the same technology meets the condition too. */
function standsForAll(condition: Condition, { sql, groupsTechnologies }: Conditions): string {
  if (!groupsTechnologies) return '';
  return `AND (e.technology IS NULL OR NOT EXISTS (SELECT FROM entries newer
     WHERE newer.guild_id = $1 AND newer.technology = e.technology AND newer.visible AND newer.number > e.number
       AND ${condition('newer')} ${sql('newer')}))`;
}

/** That and everything else a part asks of an entry. */
const meets = (condition: Condition, conditions: Conditions) =>
  `e.visible AND ${condition('e')} ${conditions.sql('e')} ${standsForAll(condition, conditions)}`;

/** The newest entries that meet `condition`. */
const sampled = (condition: Condition, conditions: Conditions) => `
  SELECT e.number, e.search, e.title_words
    FROM (SELECT * FROM entries WHERE guild_id = $1 AND number > ${newest} - ${sample} OFFSET 0) e
   WHERE ${meets(condition, conditions)}`;

/** Those before them that meet `condition`, read block by block until there are enough. */
const walked = (condition: Condition, conditions: Conditions) => `
  SELECT e.number, e.search, e.title_words
    FROM generate_series(${newest} - ${sample}, ${newest} - ${walk}, -${block}) AS until,
         LATERAL (SELECT * FROM entries WHERE guild_id = $1 AND number <= until AND number > until - ${block}
                   ORDER BY number DESC OFFSET 0) e
   WHERE ${meets(condition, conditions)} LIMIT ${rankedAtMost}`;

/** The same, found by the index. */
const indexed = (condition: Condition, conditions: Conditions) => `
  SELECT e.number, e.search, e.title_words FROM entries e
   WHERE e.guild_id = $1 AND e.number <= ${newest} - ${sample} AND ${meets(condition, conditions)}
   ORDER BY e.number DESC LIMIT ${rankedAtMost}`;

/** Parameters: guild, offset, words, place of the first prefix, whether every word must be there, then the filter's. */
export function rankedPage(conditions: Conditions): string {
  const inTitle: Condition = (entry) => `${entry}.title_words @@ ${typed}`;
  const begins: Condition = (entry) => `${entry}.search @@ ${typed}`;
  const anywhere: Condition = (entry) => `${entry}.search @@ ${words} AND NOT ${inTitle(entry)}`;
  const onlyBegins: Condition = (entry) =>
    `${begins(entry)} AND NOT ${entry}.search @@ ${words} AND NOT ${inTitle(entry)}`;
  return `
WITH asked AS MATERIALIZED (
  SELECT search_query($3::text[], cardinality($3) + 1, $5) AS words, search_query($3::text[], $4, $5) AS typed,
         (SELECT number FROM entries WHERE guild_id = $1 ORDER BY number DESC LIMIT 1) AS newest
), recent AS MATERIALIZED (
  SELECT number, search, title_words, title_words @@ ${typed} AS titled
    FROM (${sampled(begins, conditions)}) e
), titled AS MATERIALIZED (
  SELECT number, search, title_words FROM recent WHERE titled
  UNION ALL (SELECT * FROM (${walked(inTitle, conditions)}) walked
              WHERE ${count('recent WHERE titled')} >= ${frequentInTitles})
  UNION ALL (SELECT * FROM (${indexed(inTitle, conditions)}) indexed
              WHERE ${count('recent WHERE titled')} < ${frequentInTitles})
  LIMIT ${rankedAtMost}
), mentioned AS MATERIALIZED (
  SELECT number, search, title_words FROM recent WHERE NOT titled
  UNION ALL (SELECT * FROM (${walked(anywhere, conditions)}) walked
              WHERE ${count('titled')} < ${titlesSuffice} AND ${count('recent')} >= ${frequentAnywhere})
  UNION ALL (SELECT * FROM (${indexed(anywhere, conditions)}) indexed
              WHERE ${count('titled')} < ${titlesSuffice} AND ${count('recent')} < ${frequentAnywhere})
  LIMIT ${rankedAtMost}
), begun AS MATERIALIZED (
  SELECT * FROM (${indexed(onlyBegins, conditions)}) indexed
   WHERE ${count('titled')} + ${count('mentioned')} < ${pageSize}
), found AS MATERIALIZED (
  SELECT number, ts_rank(search, ${typed}) + 1.0 / (1 + length(title_words)) AS rank FROM titled
  UNION ALL SELECT number, ts_rank(search, ${typed}) FROM mentioned
  UNION ALL SELECT number, ts_rank(search, ${typed}) FROM begun
), page AS (
  SELECT number, rank, ${count('found')}::integer AS total,
         ${count('titled')} >= ${titlesSuffice} OR ${count('mentioned')} >= ${rankedAtMost}
           OR ${count('recent')} >= ${frequentAnywhere} AND ${newest} > ${walk} AS capped
    FROM found ORDER BY rank DESC, number DESC LIMIT ${pageSize} OFFSET $2
)
${shown('rank DESC, number DESC', conditions)}`;
}

/** Parameters: guild, offset, then the filter's. */
export function newestPage(conditions: Conditions): string {
  return `
WITH found AS MATERIALIZED (
  SELECT e.number FROM entries e WHERE e.guild_id = $1 AND ${meets(() => 'true', conditions)}
   ORDER BY e.number DESC LIMIT ${listedAtMost}
), page AS (
  SELECT number, ${count('found')}::integer AS total, ${count('found')} >= ${listedAtMost} AS capped
    FROM found ORDER BY number DESC LIMIT ${pageSize} OFFSET $2
)
${shown('number DESC', conditions)}`;
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

/** What a list shows of the entries of `page`. */
function shown(order: string, { groupsTechnologies }: Conditions): string {
  return `
SELECT page.number, page.total, page.capped, e.type, e.kind, e.body, e.tags, e.author_id, e.created_at,
       e.challenge_number, m.display_name AS author_name,
       CASE WHEN e.type = 'solution' THEN CASE WHEN c.visible THEN c.title END ELSE e.title END AS title,
       CASE e.type WHEN 'solution' THEN e.accepted_at IS NOT NULL WHEN 'challenge' THEN EXISTS (SELECT FROM entries s
         WHERE s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL) ELSE false END AS solved,
       (SELECT count(*)::integer FROM helpful_votes v WHERE v.guild_id = $1 AND v.entry_number = e.number)
         AS helpful_count,
       card.channel_id, card.message_id,
       ${groupsTechnologies ? 'coalesce(learners.count, 1)' : '1'} AS learner_count,
       ${groupsTechnologies ? `coalesce(learners.first, '{}')` : `'{}'::bigint[]`} AS learner_ids
  FROM page
  JOIN entries e ON e.guild_id = $1 AND e.number = page.number
  JOIN members m ON m.guild_id = $1 AND m.user_id = e.author_id
  LEFT JOIN entries c ON c.guild_id = $1 AND c.number = e.challenge_number
  LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
     WHERE guild_id = $1 AND entry_number = e.number ORDER BY message_id LIMIT 1) card ON true
  ${groupsTechnologies ? learners : ''}
 ORDER BY ${order}`;
}
