/** What a digest shows from before its own week, read in one statement. */
import type { DataSource } from 'typeorm';
import { type CalendarDay, daysUntil, weeksUntil } from '../../platform/wall-clock.js';
import { type NewBadgesRow, newBadgesOf, newBadgesTables } from '../badges/index.js';
import { card, person, seen } from './digest-content-queries.js';
import { type ChartSeries, chartWeeks, type DigestHistory } from './digest-history-model.js';

/** A streak is mentioned from this many weeks in a row; the most members named; how far back to look. */
const streakLimits = { least: 3, people: 3, weeks: 26 } as const;

/** An entry is shown again after so many digests at the earliest, and is so old (days) when it first is. */
const olderLimits = { digests: 8, days: 28 } as const;

/** Members named for new badges at most. */
const newBadgesAtMost = 3;

interface PersonColumns {
  person_id: string;
  person_name: string;
  person_left: boolean;
}

interface HistoryRow {
  days: { day: number; type: ChartSeries; count: number }[] | null;
  streaks: (PersonColumns & { weeks: number })[] | null;
  older:
    | (PersonColumns & {
        number: number;
        title: string;
        type: 'learning' | 'challenge';
        created_at: string;
        helpful: number;
        card_channel_id: string | null;
        card_message_id: string | null;
      })
    | null;
  badges: NewBadgesRow[] | null;
}

/** As text: a snowflake as a number of JSON would lose its last digits. */
const personText = person.replace('p.user_id', 'p.user_id::text');

/**
 * Guild, end, since when streaks are looked for, beginnings of the chart's days, what the period is known by, start, and
 * beginnings of all weeks there were.
 *
 * The older entry is the same whenever the digest is shown, and needs no record of what was shown: digests are counted
 * by the ledger, each takes the entries whose number leaves the same rest as its own, and goes round among them, the
 * most helpful first. Votes after the period's end change nothing.
 */
const historyStatement = `
WITH written AS (
  SELECT e.author_id, e.type, e.created_at FROM entries e
   WHERE e.guild_id = $1 AND e.created_at >= least($3::timestamptz, ($4::timestamptz[])[1]) AND e.created_at < $2
     AND e.import_id IS NULL AND ${seen}
), days AS (
  SELECT width_bucket(created_at, $4::timestamptz[]) - 1 AS day, type, count(*)::integer AS count
    FROM written WHERE created_at >= ($4::timestamptz[])[1] GROUP BY 1, 2
), weeks AS (
  SELECT DISTINCT author_id, ceil(extract(epoch FROM $2 - created_at) / 604800)::integer AS back
    FROM written WHERE created_at >= $3
), streaks AS (
  SELECT author_id, count(*)::integer AS weeks
    FROM (SELECT author_id, back, row_number() OVER (PARTITION BY author_id ORDER BY back) AS place FROM weeks) placed
   WHERE back = place GROUP BY author_id HAVING count(*) >= ${streakLimits.least}
), named AS (
  SELECT ${personText}, s.weeks FROM streaks s JOIN members p ON p.guild_id = $1 AND p.user_id = s.author_id
   WHERE p.left_at IS NULL ORDER BY s.weeks DESC, p.user_id LIMIT ${streakLimits.people}
), digest AS (
  SELECT count(*)::integer AS place FROM digests WHERE guild_id = $1 AND period_end < $5
), old AS (
  SELECT e.number, e.type, e.title, e.created_at, coalesce(s.author_id, e.author_id) AS author_id,
         coalesce(s.number, e.number) AS voted
    FROM entries e
    LEFT JOIN entries s ON s.guild_id = $1 AND s.challenge_number = e.number AND s.accepted_at < $2 - interval '${olderLimits.days} days'
   WHERE e.guild_id = $1 AND e.visible AND e.created_at < $2 - interval '${olderLimits.days} days'
     AND e.number % ${olderLimits.digests} = (SELECT place FROM digest) % ${olderLimits.digests}
     AND (e.type = 'learning' OR (e.type = 'challenge' AND s.number IS NOT NULL))
), liked AS (
  SELECT old.*, votes.helpful, row_number() OVER (ORDER BY votes.helpful DESC, old.number) - 1 AS place,
         count(*) OVER () AS in_all
    FROM old CROSS JOIN LATERAL (SELECT count(*)::integer AS helpful FROM helpful_votes v
           WHERE v.guild_id = $1 AND v.entry_number = old.voted AND v.voted_at < $2) votes
   WHERE votes.helpful > 0
), older AS (
  SELECT l.number, l.type, l.title, l.created_at, l.helpful, ${personText},
         card.card_channel_id::text, card.card_message_id::text
    FROM liked l JOIN members p ON p.guild_id = $1 AND p.user_id = l.author_id ${card('l.number')}
   WHERE l.place = (SELECT place FROM digest) / ${olderLimits.digests} % l.in_all
), ${newBadgesTables({ start: '$6::timestamptz', end: '$2::timestamptz', weeks: '$7::timestamptz[]', limit: newBadgesAtMost })}
SELECT (SELECT json_agg(days) FROM days) AS days,
       (SELECT json_agg(named) FROM named) AS streaks,
       (SELECT row_to_json(older) FROM older) AS older,
       (SELECT json_agg(new_badges) FROM new_badges) AS badges`;

/** What lies behind the period that ends at `end` and is known by `periodEnd`; days are those of the guild's zone. */
export async function readHistory(
  dataSource: DataSource,
  guildId: string,
  period: { start: Date; end: Date; periodEnd: Date; timezone: string; firstAt: Date },
): Promise<DigestHistory> {
  const { start, end, periodEnd, timezone, firstAt } = period;
  const days = daysUntil(end, timezone, chartWeeks * 7);
  const since = new Date(end.getTime() - streakLimits.weeks * 7 * 86_400_000);
  const starts = days.map(({ start }) => start);
  const [row]: HistoryRow[] = await dataSource.query(historyStatement, [
    guildId,
    end,
    since,
    starts,
    periodEnd,
    start,
    weeksUntil(end, timezone, firstAt),
  ]);
  return {
    chart: countedOf(days, row?.days ?? []),
    streaks: (row?.streaks ?? []).map((streak) => ({ person: personOf(streak), weeks: streak.weeks })),
    older: row?.older ? olderOf(row.older) : null,
    earned: newBadgesOf(row?.badges ?? []),
  };
}

function countedOf(
  days: readonly CalendarDay[],
  counts: NonNullable<HistoryRow['days']>,
): DigestHistory['chart'] {
  const counted = days.map(({ date }) => ({ date, learning: 0, challenge: 0, solution: 0 }));
  for (const { day, type, count } of counts) {
    const onThatDay = counted[day];
    if (onThatDay) onThatDay[type] = count;
  }
  return counted;
}

function olderOf(row: NonNullable<HistoryRow['older']>): NonNullable<DigestHistory['older']> {
  const {
    number,
    title,
    type,
    created_at,
    helpful,
    card_channel_id: channelId,
    card_message_id: messageId,
  } = row;
  return {
    number,
    title,
    author: personOf(row),
    isSolved: type === 'challenge',
    createdAt: new Date(created_at),
    helpful,
    card: channelId && messageId ? { channelId, messageId } : null,
  };
}

function personOf(row: PersonColumns) {
  return { id: row.person_id, name: row.person_name, hasLeft: row.person_left };
}
