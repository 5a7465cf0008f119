/** A cohort's figures, counted by the database in one statement. */
import type { DataSource } from 'typeorm';
import { daysUntil } from '../../platform/wall-clock.js';
import { type ChartSeries, chartSeries } from '../digest/index.js';
import {
  type ChallengeFigures,
  type CohortStats,
  type SharedCounts,
  statsWeeks,
} from './cohort-stats-model.js';

interface Challenges {
  asked: number;
  solved: number;
  unanswered: number;
  /** Seconds, from asking to the first solution. */
  waited: [number, number] | null;
}

interface StatsRow {
  weeks: { week: number; type: ChartSeries; count: number }[] | null;
  totals: { type: ChartSeries; shared: number; imported: number }[] | null;
  active_week: number;
  active_four_weeks: number;
  active_ever: number;
  recent: Challenges;
  ever: Challenges;
  reminded: number;
  reminded_solved: number;
  queue_open: number;
  queue_oldest: Date | null;
  queue_decided: number;
  queue_median: number | null;
}

const figures = (condition: string) => `
  (SELECT json_build_object('asked', count(*), 'solved', count(*) FILTER (WHERE is_solved),
            'unanswered', count(*) FILTER (WHERE waited IS NULL),
            'waited', percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY waited))
     FROM asked WHERE ${condition})`;

/**
 * Guild, beginnings of the weeks, now, the beginnings of the last week and of the last four. What an import brought was asked and answered
 * elsewhere: it is counted by itself and says nothing of how long one waits here. What its author withdrew from the
 * queue was decided by nobody.
 */
const statement = `
WITH shown AS MATERIALIZED (
  SELECT number, type, author_id, created_at, challenge_number, accepted_at, import_id IS NOT NULL AS is_imported
    FROM entries WHERE guild_id = $1 AND visible AND created_at <= $3
), here AS (
  SELECT * FROM shown WHERE NOT is_imported
), weeks AS (
  SELECT width_bucket(created_at, $2::timestamptz[]) - 1 AS week, type, count(*)::integer AS count
    FROM here WHERE created_at >= ($2::timestamptz[])[1] GROUP BY 1, 2
), totals AS (
  SELECT type, count(*) FILTER (WHERE NOT is_imported)::integer AS shared,
         count(*) FILTER (WHERE is_imported)::integer AS imported FROM shown GROUP BY 1
), answers AS (
  SELECT challenge_number, min(created_at) AS first_at, bool_or(accepted_at IS NOT NULL) AS is_solved
    FROM here WHERE type = 'solution' GROUP BY 1
), asked AS (
  SELECT c.created_at, coalesce(a.is_solved, false) AS is_solved, extract(epoch FROM a.first_at - c.created_at) AS waited
    FROM here c LEFT JOIN answers a ON a.challenge_number = c.number WHERE c.type = 'challenge'
), reminded AS (
  SELECT EXISTS (SELECT FROM here s WHERE s.challenge_number = c.number AND s.accepted_at >= r.settled_at
                    AND s.accepted_at <= r.settled_at + interval '2 days') AS is_solved
    FROM challenge_reminders r JOIN here c ON c.number = r.challenge_number
   WHERE r.guild_id = $1 AND r.message_id IS NOT NULL AND r.settled_at <= $3
), queue AS (
  SELECT opened_at, decided_at, outcome FROM queue_items WHERE guild_id = $1 AND opened_at <= $3
)
SELECT (SELECT json_agg(weeks) FROM weeks) AS weeks, (SELECT json_agg(totals) FROM totals) AS totals,
       (SELECT count(DISTINCT author_id)::integer FROM here WHERE created_at >= $4) AS active_week,
       (SELECT count(DISTINCT author_id)::integer FROM here WHERE created_at >= $5) AS active_four_weeks,
       (SELECT count(DISTINCT author_id)::integer FROM here) AS active_ever,
       ${figures('created_at >= ($2::timestamptz[])[1]')} AS recent, ${figures('true')} AS ever,
       (SELECT count(*)::integer FROM reminded) AS reminded, (SELECT count(*)::integer FROM reminded WHERE is_solved) AS reminded_solved,
       (SELECT count(*)::integer FROM queue WHERE decided_at IS NULL) AS queue_open,
       (SELECT min(opened_at) FROM queue WHERE decided_at IS NULL) AS queue_oldest,
       (SELECT count(*)::integer FROM queue WHERE outcome <> 'withdrawn') AS queue_decided,
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - opened_at))
          FROM queue WHERE outcome <> 'withdrawn') AS queue_median`;

export class StatsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The figures as they are at that time; weeks are those of the guild's zone. */
  async figures(guildId: string, { at, timezone }: { at: Date; timezone: string }): Promise<CohortStats> {
    const days = daysUntil(new Date(at.getTime() + 1), timezone, statsWeeks * 7);
    const starts = days.filter((_, index) => index % 7 === 0);
    // The same weeks everywhere: whole days of the guild's zone, today the last.
    const beginning = (weeks: number) => starts.at(-weeks)?.start ?? at;
    const [row]: StatsRow[] = await this.dataSource.query(statement, [
      guildId,
      starts.map(({ start }) => start),
      at,
      beginning(1),
      beginning(4),
    ]);
    if (!row) throw new Error('the statement of the figures gave no row');
    const weeks = starts.map(({ date }) => ({ date, ...none() }));
    for (const { week, type, count } of row.weeks ?? []) {
      const counted = weeks[week];
      if (counted) counted[type] = count;
    }
    return {
      weeks,
      shared: countsOf(row, 'shared'),
      imported: countsOf(row, 'imported'),
      active: { week: row.active_week, fourWeeks: row.active_four_weeks, ever: row.active_ever },
      challenges: { recent: challengesOf(row.recent), ever: challengesOf(row.ever) },
      reminded: { count: row.reminded, solved: row.reminded_solved },
      queue: {
        open: row.queue_open,
        oldest: row.queue_oldest,
        decided: row.queue_decided,
        median: row.queue_median === null ? null : milliseconds(row.queue_median),
      },
    };
  }
}

function countsOf({ totals }: StatsRow, which: 'shared' | 'imported'): SharedCounts {
  const counts = none();
  for (const total of totals ?? []) counts[total.type] = total[which];
  return counts;
}

function none(): SharedCounts {
  return Object.fromEntries(chartSeries.map((series) => [series, 0])) as SharedCounts;
}

function challengesOf({ waited, ...counts }: Challenges): ChallengeFigures {
  return {
    ...counts,
    firstSolution: waited && { median: milliseconds(waited[0]), p90: milliseconds(waited[1]) },
  };
}

const milliseconds = (seconds: number) => Math.round(seconds * 1_000);
