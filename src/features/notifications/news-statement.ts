/** Owing news, within the transaction or statement that makes it. Members who did it themselves are told nothing. */
import type { EntityManager } from 'typeorm';
import { formerMember } from '../../entities/member.js';
import { type NewsKind, usualWays } from '../../entities/news-settings.js';
import { helpedPeople, type NewsEvent, newsTopicNames } from './news-model.js';

const { direct, channel } = newsTopicNames;

/** The way `s`, the settings of a member, or nobody's, has for the kind. */
const wayOf = (kind: NewsKind) => `coalesce(s.${kind}, '${usualWays[kind]}')`;

/**
 * Rows of the outbox for `source`, a FROM clause that gives `guild_id`, `number`, `event`, `member_id` and `at`. A solution
 * and its acceptance mention the member where they are posted, so only those who want a direct message are owed one.
 */
const owing = (source: string) => `
  INSERT INTO outbox_messages (guild_id, topic, key, payload, member_id, created_at, due_at)
  SELECT n.guild_id, CASE n.way WHEN 'direct' THEN '${direct}' ELSE '${channel}' END, n.event || ':' || n.number || ':' || n.member_id,
         jsonb_build_object('event', n.event, 'entryNumber', n.number), n.member_id, n.at, n.at
    FROM (SELECT DISTINCT ON (o.number, o.member_id) o.*, CASE o.event
                   WHEN 'solution' THEN nullif(${wayOf('solution')}, 'channel')
                   WHEN 'accepted' THEN nullif(${wayOf('accepted')}, 'channel')
                   WHEN 'helped' THEN ${wayOf('helped')} ELSE ${wayOf('followed')} END AS way
            FROM ${source} o LEFT JOIN news_settings s ON s.guild_id = o.guild_id AND s.member_id = o.member_id
           WHERE o.member_id <> ${formerMember}
           ORDER BY o.number, o.member_id, o.place) n
   WHERE n.way <> 'off'
  ON CONFLICT (guild_id, topic, key) DO NOTHING`;

interface EntryParts {
  guildId: string;
  number: string;
  authorId: string;
  tags: string;
  /** Of a solution; null of others. */
  challengeNumber: string;
  at: string;
  /** The row is there when the entry can be seen. */
  from: string;
}

/**
 * News of a new entry: to the asker of the challenge it answers, and to followers of its challenge, author and tags, each
 * once. The parts are SQL expressions, so that it can be a step of the statement that stores the entry.
 */
export function newEntryNews({
  guildId,
  number,
  authorId,
  tags,
  challengeNumber,
  at,
  from,
}: EntryParts): string {
  const row = (event: NewsEvent, place: number, memberId: string) =>
    `${guildId}::bigint AS guild_id, ${number} AS number, '${event}' AS event, ${place} AS place, ${memberId} AS member_id, ${at}::timestamptz AS at`;
  const followers = (event: NewsEvent, place: number, condition: string) =>
    `SELECT ${row(event, place, 'f.member_id')} FROM ${from}, follows f
      WHERE f.guild_id = ${guildId} AND f.member_id <> ${authorId} AND ${condition}`;
  return owing(`(
    SELECT ${row('solution', 0, 'c.author_id')} FROM ${from}, entries c
     WHERE c.guild_id = ${guildId} AND c.number = ${challengeNumber} AND c.author_id <> ${authorId}
    UNION ALL ${followers('challenge-solution', 1, `f.kind = 'challenge' AND f.target = ${challengeNumber}::text`)}
    UNION ALL ${followers('member-entry', 2, `f.kind = 'member' AND f.target = ${authorId}::text`)}
    UNION ALL ${followers('tag-entry', 3, `f.kind = 'tag' AND f.target = ANY (${tags}::text[])`)})`);
}

const published = newEntryNews({
  guildId: '$1',
  number: 'e.number',
  authorId: 'e.author_id',
  tags: 'e.tags',
  challengeNumber: 'e.challenge_number',
  at: '$3',
  from: '(SELECT * FROM entries WHERE guild_id = $1 AND number = $2 AND visible) e',
});

/** News of an entry that can be seen from now on. */
export async function owePublished(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  number: number,
  at: Date,
): Promise<void> {
  await manager.query(published, [guildId, number, at]);
}

const accepted = owing(`(
  SELECT guild_id, number, 'accepted' AS event, 0 AS place, author_id AS member_id, $4::timestamptz AS at FROM entries
   WHERE guild_id = $1 AND number = $2 AND author_id <> $3
  UNION ALL
  SELECT f.guild_id, e.number, 'challenge-solved', 1, f.member_id, $4 FROM entries e
    JOIN follows f ON f.guild_id = e.guild_id AND f.kind = 'challenge' AND f.target = e.challenge_number::text
   WHERE e.guild_id = $1 AND e.number = $2 AND f.member_id NOT IN ($3, e.author_id))`);

/** News of a solution that was accepted: to its author, and to those who follow its challenge. */
export async function oweAccepted(
  manager: Pick<EntityManager, 'query'>,
  { guildId, number, by, at }: { guildId: string; number: number; by: string; at: Date },
): Promise<void> {
  await manager.query(accepted, [guildId, number, by, at]);
}

/** Votes are looked at for so long after they were given; the look comes every hour. */
const votesSince = `interval '1 day'`;

/**
 * Tells authors of entries that helped enough people by now, once an entry. Parameter: now. Two votes at the same moment
 * don't see each other, so it's counted afterwards.
 */
export const oweHelped = `
  WITH helped AS (
    UPDATE entries e SET helped_told_at = $1::timestamptz
     WHERE (e.guild_id, e.number) IN (SELECT guild_id, entry_number FROM helpful_votes WHERE voted_at > $1::timestamptz - ${votesSince})
       AND e.visible AND e.helped_told_at IS NULL
       AND (SELECT count(*) FROM helpful_votes v WHERE v.guild_id = e.guild_id AND v.entry_number = e.number) >= ${helpedPeople}
    RETURNING e.guild_id, e.number, e.author_id)
  ${owing(`(SELECT guild_id, number, 'helped' AS event, 0 AS place, author_id AS member_id, $1::timestamptz AS at FROM helped)`)}`;
