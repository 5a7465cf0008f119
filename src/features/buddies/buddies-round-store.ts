/** Rounds of study buddies in the database: when they are due, what a matching knows, and the groups it makes. */
import type { DataSource, EntityManager } from 'typeorm';
import { BuddySchedule } from '../../entities/buddies.js';
import type { Guild } from '../../entities/guild.js';
import { type LoggedAction, logAction } from '../audit/index.js';
import type { Candidate, Matching, PastGroup } from './buddies-model.js';
import { tagsOf } from './buddies-store.js';

/** Rounds whose groups still count. */
const roundsRemembered = 60;

export type ScheduleLog = Pick<LoggedAction, 'action' | 'actorId' | 'at' | 'before' | 'after'>;

/** A guild's schedule with the zone it is in. */
export type ZonedSchedule = BuddySchedule & Pick<Guild, 'timezone'>;

/** What one look at a schedule changes. */
export interface RoundTurn {
  schedule: Partial<Pick<BuddySchedule, 'weekday' | 'time' | 'dueAt' | 'pausedAt'>>;
  /** Rounds that were due too long ago. */
  skipped?: readonly Date[];
  /** The round to match now. */
  round?: Date | undefined;
  log?: ScheduleLog;
}

/** What a matching knows. */
export interface RoundFacts {
  candidates: Candidate[];
  history: PastGroup[];
  blocks: [string, string][];
}

type Match = (facts: RoundFacts, roundAt: Date) => Promise<Matching>;

export interface MadeRound {
  roundAt: Date;
  matching: Matching;
}

export class BuddyRoundStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Undefined before a moderator scheduled any. */
  async schedule(guildId: string): Promise<ZonedSchedule | undefined> {
    return schedules(this.dataSource.manager, 's.guild_id = $1', [guildId]).then(([first]) => first);
  }

  /** Guilds with a round due by `now`. */
  async due(now: Date): Promise<string[]> {
    const rows = await schedules(
      this.dataSource.manager,
      's.due_at <= $1 AND s.paused_at IS NULL AND g.left_at IS NULL ORDER BY s.due_at LIMIT 100',
      [now],
    );
    return rows.map(({ guildId }) => guildId);
  }

  /** Those who may be in the next round but weren't seen since `since`, for whom Discord is asked whether they are here. */
  async unseen(guildId: string, since: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT b.user_id::text AS id FROM buddies b JOIN members m ON m.guild_id = b.guild_id AND m.user_id = b.user_id
        WHERE b.guild_id = $1 AND NOT b.skips_next AND m.seen_at < $2 ORDER BY 1`,
      [guildId, since],
    );
    return rows.map(({ id }) => id);
  }

  /** They are no members any more. */
  async removeGone(guildId: string, userIds: readonly string[]): Promise<void> {
    await this.dataSource.query('DELETE FROM buddies WHERE guild_id = $1 AND user_id = ANY ($2)', [
      guildId,
      userIds,
    ]);
  }

  /** When the newest round was matched; undefined before the first. */
  async newest(manager: Pick<EntityManager, 'query'>, guildId: string): Promise<Date | undefined> {
    const [row]: { made_at: Date }[] = await manager.query(
      `SELECT made_at FROM buddy_rounds WHERE guild_id = $1 AND state = 'matched' ORDER BY due_at DESC LIMIT 1`,
      [guildId],
    );
    return row?.made_at;
  }

  /**
   * Changes a guild's schedule, and matches a round, while nobody else can. `decide` sees the schedule and when the newest
   * round was matched; what it throws undoes everything, and nothing changes when it gives undefined.
   */
  async turn(
    guildId: string,
    now: Date,
    decide: (schedule: ZonedSchedule, newest: Date | undefined) => RoundTurn | undefined,
    match: Match,
  ): Promise<MadeRound | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO guilds (id, created_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1) ON CONFLICT DO NOTHING`,
        [guildId, now],
      );
      await manager.query('INSERT INTO buddy_schedules (guild_id) VALUES ($1) ON CONFLICT DO NOTHING', [
        guildId,
      ]);
      const [schedule] = await schedules(manager, 's.guild_id = $1 FOR UPDATE OF s', [guildId]);
      if (!schedule) return undefined;
      const turn = decide(schedule, await this.newest(manager, guildId));
      if (!turn) return undefined;
      if (Object.keys(turn.schedule).length > 0)
        await manager.update(BuddySchedule, { guildId }, turn.schedule);
      if (turn.log) await logAction(manager, { guildId, ...turn.log });
      for (const dueAt of turn.skipped ?? []) await enterRound(manager, guildId, dueAt, 'skipped', now);
      return turn.round && makeRound(manager, guildId, { roundAt: turn.round, now, match });
    });
  }
}

async function schedules(
  manager: Pick<EntityManager, 'query'>,
  where: string,
  values: readonly unknown[],
): Promise<ZonedSchedule[]> {
  return manager.query(
    `SELECT s.guild_id::text AS "guildId", s.weekday, s.time::text AS time, s.due_at AS "dueAt", s.paused_at AS "pausedAt",
            g.timezone
       FROM buddy_schedules s JOIN guilds g ON g.id = s.guild_id WHERE ${where}`,
    [...values],
  );
}

async function enterRound(
  manager: EntityManager,
  guildId: string,
  dueAt: Date,
  state: 'matched' | 'skipped',
  now: Date,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO buddy_rounds (guild_id, due_at, state, made_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING due_at`,
    [guildId, dueAt, state, now],
  );
  return rows.length > 0;
}

/** The ledger's row, the groups, and the messages to them: all of it or nothing. */
async function makeRound(
  manager: EntityManager,
  guildId: string,
  { roundAt, now, match }: { roundAt: Date; now: Date; match: Match },
): Promise<MadeRound | undefined> {
  const facts = await readFacts(manager, guildId, now);
  if (!(await enterRound(manager, guildId, roundAt, 'matched', now))) return undefined;
  const matching = await match(facts, roundAt);
  const members = matching.groups.flatMap((group, place) => group.map((id) => ({ id, number: place + 1 })));
  const numbers = matching.groups.map((_, place) => place + 1);
  await manager.query(
    'INSERT INTO buddy_groups (guild_id, round_at, number) SELECT $1, $2, unnest($3::smallint[])',
    [guildId, roundAt, numbers],
  );
  await manager.query(
    `INSERT INTO buddy_members (guild_id, round_at, user_id, number)
     SELECT $1, $2, id, number FROM unnest($3::bigint[], $4::smallint[]) AS matched (id, number)`,
    [
      guildId,
      roundAt,
      [...members.map(({ id }) => id), ...matching.leftOut],
      [...members.map(({ number }) => number), ...matching.leftOut.map(() => null)],
    ],
  );
  await manager.query('UPDATE buddies SET skips_next = false WHERE guild_id = $1 AND skips_next', [guildId]);
  const round = roundAt.toISOString();
  await manager.query(
    `INSERT INTO outbox_messages (guild_id, topic, key, payload, created_at, due_at)
     SELECT $1, 'buddies-group', $2 || ' ' || number, jsonb_build_object('round', $2::text, 'number', number), $4, $4
       FROM unnest($3::integer[]) AS number ON CONFLICT (guild_id, topic, key) DO NOTHING`,
    [guildId, round, numbers, now],
  );
  await manager.query(
    `INSERT INTO outbox_messages (guild_id, topic, key, member_id, payload, created_at, due_at)
     SELECT $1, 'buddies-alone', $2 || ' ' || id, id, jsonb_build_object('round', $2::text), $4, $4
       FROM unnest($3::bigint[]) AS id ON CONFLICT (guild_id, topic, key) DO NOTHING`,
    [guildId, round, matching.leftOut, now],
  );
  return { roundAt, matching };
}

/** Everybody who takes part, is here, isn't muted and doesn't skip, with what is known of them. */
async function readFacts(manager: EntityManager, guildId: string, now: Date): Promise<RoundFacts> {
  const candidates: Candidate[] = await manager.query(
    `SELECT b.user_id::text AS id, p.track, lower(p.project_name) AS project, b.hours, ${tagsOf('b')} AS tags,
            EXISTS (SELECT FROM buddy_members l WHERE l.guild_id = b.guild_id AND l.user_id = b.user_id AND l.number IS NULL
               AND l.round_at = (SELECT max(r.due_at) FROM buddy_rounds r WHERE r.guild_id = b.guild_id AND r.state = 'matched'))
              AS "wasLeftOut"
       FROM buddies b JOIN members m ON m.guild_id = b.guild_id AND m.user_id = b.user_id AND m.left_at IS NULL
       LEFT JOIN profiles p ON p.guild_id = b.guild_id AND p.user_id = b.user_id
      WHERE b.guild_id = $1 AND NOT b.skips_next
        AND NOT EXISTS (SELECT FROM mutes x WHERE x.guild_id = b.guild_id AND x.member_id = b.user_id
              AND (x.muted_until IS NULL OR x.muted_until > $2))
      ORDER BY b.user_id`,
    [guildId, now],
  );
  const history: PastGroup[] = await manager.query(
    `WITH rounds AS (
       SELECT due_at, row_number() OVER (ORDER BY due_at DESC) AS ago FROM buddy_rounds
        WHERE guild_id = $1 AND state = 'matched' ORDER BY due_at DESC LIMIT ${roundsRemembered})
     SELECT array_agg(g.user_id::text ORDER BY g.user_id) AS members, r.ago::integer AS "roundsAgo", bool_or(g.met) AS met
       FROM rounds r JOIN buddy_members g ON g.guild_id = $1 AND g.round_at = r.due_at AND g.number IS NOT NULL
      GROUP BY r.ago, g.number HAVING count(*) > 1`,
    [guildId],
  );
  const blocks: { one: string; other: string }[] = await manager.query(
    'SELECT user_id::text AS one, blocked_id::text AS other FROM buddy_blocks WHERE guild_id = $1',
    [guildId],
  );
  return { candidates, history, blocks: blocks.map(({ one, other }) => [one, other]) };
}
