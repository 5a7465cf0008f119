/** Stores the points of each period: counts everyone when a period begins, then only members for whom something changed. */
import type { DataSource, EntityManager } from 'typeorm';
import { rows } from '../../platform/rows.js';
import type { CountedPeriod } from './leaderboard-model.js';
import { pointTotals } from './points-statement.js';

/** One lock a guild, so that two don't count the same. */
const lock = `SELECT pg_advisory_xact_lock(hashtext('points'), hashint8($1::bigint))`;

const takeChanges = `
  WITH taken AS (DELETE FROM point_changes WHERE guild_id = $1 RETURNING user_id)
  SELECT array_agg(DISTINCT user_id ORDER BY user_id) AS members FROM taken`;

/** Waits for members who are being erased; they are missing from the result. */
const keepMembers = `
  SELECT user_id AS "userId" FROM members WHERE guild_id = $1 AND user_id = ANY ($2::bigint[]) ORDER BY user_id FOR KEY SHARE`;

const knownPeriods = `
  SELECT period, since, week_anchor AS "weekAnchor" FROM point_periods WHERE guild_id = $1 ORDER BY period`;

const keepPeriod = `
  INSERT INTO point_periods (guild_id, period, since, week_anchor) SELECT id, $4, $2, $3 FROM guilds WHERE id = $1
  ON CONFLICT (guild_id, period) DO UPDATE SET since = excluded.since, week_anchor = excluded.week_anchor`;

const columns = 'points, reached_at, accepted, solutions, learnings, challenges, helpful';

const countAll = `
  WITH ${pointTotals('all')}
  INSERT INTO member_points (guild_id, period, user_id, ${columns}) SELECT $1, $4, user_id, ${columns} FROM totals`;

const countSome = `
  WITH ${pointTotals('some')}
  INSERT INTO member_points (guild_id, period, user_id, ${columns}) SELECT $1, $5, user_id, ${columns} FROM totals`;

export class PointsStore {
  private readonly underWay = new Map<string, { current: Promise<void>; next: Promise<void> | undefined }>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts what changed in a guild until now, and the period as it is asked for. Simultaneous calls share one run: a
   * call during a run gets the next one.
   */
  async catchUp(guildId: string, asked?: CountedPeriod): Promise<void> {
    const key = `${guildId} ${asked?.period ?? ''} ${asked?.since.getTime()} ${asked?.weekAnchor.getTime()}`;
    const runs = this.underWay.get(key);
    if (!runs) return this.begin(key, guildId, asked);
    runs.next ??= runs.current.catch(() => undefined).then(() => this.begin(key, guildId, asked));
    return runs.next;
  }

  /** Counts what changed anywhere, so that nothing is left lying. */
  async catchUpAll(): Promise<void> {
    const guilds: { id: string }[] = await this.dataSource.query(
      'SELECT DISTINCT guild_id::text AS id FROM point_changes',
    );
    for (const { id } of guilds) await this.catchUp(id);
  }

  private begin(key: string, guildId: string, asked: CountedPeriod | undefined): Promise<void> {
    const current = this.run(guildId, asked).finally(() => {
      if (this.underWay.get(key)?.next === undefined) this.underWay.delete(key);
    });
    this.underWay.set(key, { current, next: undefined });
    return current;
  }

  private run(guildId: string, asked: CountedPeriod | undefined): Promise<void> {
    return this.dataSource.transaction((manager) => count(manager, guildId, asked));
  }
}

async function count(manager: EntityManager, guildId: string, asked?: CountedPeriod): Promise<void> {
  await manager.query(lock, [guildId]);
  const [taken] = await rows<{ members: string[] | null }>(manager, takeChanges, [guildId]);
  const known = await rows<CountedPeriod>(manager, knownPeriods, [guildId]);
  const changed = taken?.members ?? [];
  const there =
    changed.length === 0
      ? []
      : (await rows<{ userId: string }>(manager, keepMembers, [guildId, changed])).map(
          ({ userId }) => userId,
        );
  const isCurrent = known.some((one) => asked && isSame(one, asked));
  for (const period of known) {
    if (there.length > 0 && (isCurrent || period.period !== asked?.period))
      await countAgain(manager, guildId, period, there);
  }
  if (asked && !isCurrent) await countWhole(manager, guildId, asked);
}

async function countAgain(
  manager: EntityManager,
  guildId: string,
  { period, since, weekAnchor }: CountedPeriod,
  members: readonly string[],
): Promise<void> {
  await manager.query(
    'DELETE FROM member_points WHERE guild_id = $1 AND period = $2 AND user_id = ANY ($3::bigint[])',
    [guildId, period, members],
  );
  await manager.query(countSome, [guildId, since, weekAnchor, members, period]);
}

async function countWhole(
  manager: EntityManager,
  guildId: string,
  { period, since, weekAnchor }: CountedPeriod,
): Promise<void> {
  await manager.query(keepPeriod, [guildId, since, weekAnchor, period]);
  await manager.query('DELETE FROM member_points WHERE guild_id = $1 AND period = $2', [guildId, period]);
  await manager.query(countAll, [guildId, since, weekAnchor, period]);
}

/** Whether points counted for one count for the other: weeks may be told by any of their beginnings. */
function isSame(one: CountedPeriod, other: CountedPeriod): boolean {
  const apart = one.weekAnchor.getTime() - other.weekAnchor.getTime();
  return (
    one.period === other.period && one.since.getTime() === other.since.getTime() && apart % 604_800_000 === 0
  );
}
