/** The digest's ledger in the database: ending periods, claiming them one at a time, and keeping what became of each. */
import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import { settingsChange } from '../entities/audited-settings.js';
import { Digest, type DigestReason, type DigestState } from '../entities/digest.js';
import { Guild } from '../entities/guild.js';
import { type LoggedAction, logAction } from './audit-statement.js';
import { markSentStatement } from './digest-sent-statement.js';

/** What one look at a guild's running period changes: periods that ended enter the ledger as the guild moves on. */
export interface Turn {
  ended: EndedPeriod[];
  guild: Partial<
    Pick<
      Guild,
      | 'digestPeriodStart'
      | 'digestDueAt'
      | 'digestWeekday'
      | 'digestTime'
      | 'digestChannelId'
      | 'digestPausedAt'
      | 'timezone'
      | 'setUpAt'
    >
  >;
  /** The moderator's action that it comes of, to be logged with it. */
  log?: Pick<LoggedAction, 'action' | 'actorId' | 'at'>;
}

/** A turn of a period that is over: nothing else of the guild changes. */
export interface DueTurn {
  ended: EndedPeriod[];
  guild: Pick<Turn['guild'], 'digestPeriodStart' | 'digestDueAt'>;
}

export type EndedPeriod = { start: Date; end: Date } & (
  | { state: 'due' }
  | { state: 'skipped'; reason: DigestReason; settledAt: Date }
);

/** A digest that is this process's to post until the lease runs out. `attempt` tells this claim from every other. */
export interface Claim {
  guildId: string;
  start: Date;
  periodEnd: Date;
  attempt: number;
  /** Where an earlier attempt may have posted it; null when none can have. */
  channelId: string | null;
  /** Why the attempt before failed. */
  reason: DigestReason | null;
}

interface ClaimRow {
  guild_id: string;
  period_start: Date;
  period_end: Date;
  attempt: number;
  channel_id: string | null;
  reason: DigestReason | null;
}

/** Guilds whose periods are ended in one transaction; no request is made meanwhile. */
const endedAtOnce = 50;

export class DigestStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Changes one guild's schedule or period while nobody else can. `decide` sees the guild as it is then; what it
   * throws undoes everything, and nothing changes when it gives undefined. Undefined when there is no such guild.
   */
  async turn(guildId: string, decide: (guild: Guild) => Turn | undefined): Promise<Guild | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const guild = await manager.findOne(Guild, {
        where: { id: guildId },
        lock: { mode: 'for_no_key_update' },
      });
      const turn = guild && decide(guild);
      if (!turn) return guild ?? undefined;
      await keep(manager, guildId, turn);
      await logTurn(manager, guild, turn);
      return Object.assign(guild, turn.guild);
    });
  }

  /**
   * The same for guilds whose digest is due by `now` and that nobody is changing at this moment, some at a time. Gives
   * whether there may be more.
   */
  async turnDue(now: Date, decide: (guild: Guild) => DueTurn): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const guilds = await manager
        .createQueryBuilder(Guild, 'guild')
        .where('guild.digestDueAt <= :now AND guild.digestPausedAt IS NULL AND guild.leftAt IS NULL', { now })
        .orderBy('guild.digestDueAt')
        .limit(endedAtOnce)
        .setLock('for_no_key_update')
        .setOnLocked('skip_locked')
        .getMany();
      await keepAll(
        manager,
        guilds.map((guild) => ({ guildId: guild.id, ...decide(guild) })),
      );
      return guilds.length === endedAtOnce;
    });
  }

  /**
   * Takes one digest that waits to be posted: new, to be tried again, or left behind by a process whose lease ran out.
   * Never one that another process is taking, nor of a guild that is paused or left. The oldest first; with a guild,
   * only of that one.
   */
  async claim(now: Date, leasedUntil: Date, guildId?: string): Promise<Claim | undefined> {
    const [rows] = (await this.dataSource.query(
      `WITH waiting AS MATERIALIZED (
         SELECT d.guild_id, d.period_end
           FROM digests d JOIN guilds g ON g.id = d.guild_id
          WHERE d.state IN ('due', 'claimed', 'failed')
            AND (d.state = 'due' OR (d.state = 'claimed' AND d.leased_until <= $1) OR (d.state = 'failed' AND d.retry_at <= $1))
            AND g.digest_paused_at IS NULL AND g.left_at IS NULL
            AND ($3::bigint IS NULL OR d.guild_id = $3)
          ORDER BY coalesce(d.leased_until, d.retry_at, d.period_end), d.guild_id
          LIMIT 1 FOR UPDATE OF d SKIP LOCKED
       )
       UPDATE digests d SET state = 'claimed', attempt = d.attempt + 1, leased_until = $2, retry_at = NULL
         FROM waiting w WHERE d.guild_id = w.guild_id AND d.period_end = w.period_end
       RETURNING d.guild_id, d.period_start, d.period_end, d.attempt, d.channel_id, d.reason`,
      [now, leasedUntil, guildId ?? null],
    )) as [ClaimRow[], number];
    const [row] = rows;
    return row && claimOf(row);
  }

  /**
   * Notes where a claimed digest is about to be posted, and starts its lease anew. False when it must not be posted:
   * the claim is no longer ours, or the guild has been paused or left since.
   */
  async aim(
    claim: Claim,
    channelId: string,
    now: Date,
    leasedUntil: Date,
    isNudge = false,
  ): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      `UPDATE digests d SET channel_id = $4, leased_until = $6, is_nudge = $7
        WHERE d.guild_id = $1 AND d.period_end = $2 AND d.state = 'claimed' AND d.attempt = $3 AND d.leased_until > $5
          AND EXISTS (SELECT 1 FROM guilds g WHERE g.id = d.guild_id AND g.digest_paused_at IS NULL AND g.left_at IS NULL)`,
      [claim.guildId, claim.periodEnd, claim.attempt, channelId, now, leasedUntil, isNudge],
    )) as [unknown, number];
    return affected === 1;
  }

  /**
   * Whether an empty period may be met with a nudge: the one before was settled and was none itself, or there is none
   * before.
   */
  async mayNudge({ guildId, start }: Pick<Claim, 'guildId' | 'start'>): Promise<boolean> {
    const [before]: { may: boolean }[] = await this.dataSource.query(
      `SELECT state IN ('sent', 'skipped') AND NOT (state = 'sent' AND is_nudge) AS may FROM digests
        WHERE guild_id = $1 AND period_end <= $2 ORDER BY period_end DESC LIMIT 1`,
      [guildId, start],
    );
    return before?.may ?? true;
  }

  /** Each of these gives false, and changes nothing, when the claim has passed to another process. */
  async markSent(
    claim: Claim,
    message: { channelId: string; messageId: string },
    now: Date,
  ): Promise<boolean> {
    const { guildId, periodEnd, attempt } = claim;
    const values = [guildId, periodEnd, attempt, message.channelId, message.messageId, now];
    const rows: unknown[] = await this.dataSource.query(markSentStatement, values);
    return rows.length === 1;
  }

  async markSkipped(claim: Claim, reason: DigestReason, now: Date): Promise<boolean> {
    return this.settle(claim, { state: 'skipped', reason, settledAt: now });
  }

  /**
   * `channelId` is where the message may be for all that is known: null when it is nowhere, undefined to leave what
   * `aim` or an earlier attempt noted.
   */
  async markFailed(
    claim: Claim,
    failure: { reason: DigestReason; retryAt: Date; channelId: string | null | undefined },
  ): Promise<boolean> {
    return this.settle(claim, { state: 'failed', ...failure });
  }

  /** Lets what failed be tried at once, because something about it has changed. */
  async retryNow(guildId: string, now: Date): Promise<void> {
    await this.dataSource
      .getRepository(Digest)
      .update({ guildId, state: 'failed', retryAt: MoreThan(now) }, { retryAt: now });
  }

  /** The guild as it is now; undefined when the bot has never met it. */
  async guild(guildId: string): Promise<Guild | undefined> {
    return (await this.dataSource.getRepository(Guild).findOneBy({ id: guildId })) ?? undefined;
  }

  async find(guildId: string, periodEnd: Date): Promise<Digest | undefined> {
    return (await this.dataSource.getRepository(Digest).findOneBy({ guildId, periodEnd })) ?? undefined;
  }

  /** The newest digest that was posted; a nudge is none. */
  async latestSent(guildId: string): Promise<Digest | undefined> {
    const [latest] = await this.dataSource.getRepository(Digest).find({
      where: { guildId, state: 'sent', isNudge: false },
      order: { periodEnd: 'DESC' },
      take: 1,
    });
    return latest;
  }

  /** What the digests posted just before and after a period are known by; null where there is none. */
  async neighboursOf(guildId: string, periodEnd: Date): Promise<{ before: Date | null; after: Date | null }> {
    const [row]: { before: Date | null; after: Date | null }[] = await this.dataSource.query(
      `SELECT max(period_end) FILTER (WHERE period_end < $2) AS before,
              min(period_end) FILTER (WHERE period_end > $2) AS after
         FROM digests WHERE guild_id = $1 AND state = 'sent' AND NOT is_nudge`,
      [guildId, periodEnd],
    );
    return row ?? { before: null, after: null };
  }

  /** What became of the last few periods, newest first. */
  async recent(guildId: string, limit: number): Promise<Digest[]> {
    return this.dataSource.getRepository(Digest).find({
      where: { guildId },
      order: { periodEnd: 'DESC' },
      take: limit,
    });
  }

  /** Whether another process is posting a digest of the guild at this moment. */
  async isUnderWay(guildId: string, now: Date): Promise<boolean> {
    return this.dataSource
      .getRepository(Digest)
      .existsBy({ guildId, state: 'claimed', leasedUntil: MoreThan(now) });
  }

  private async settle(
    claim: Claim,
    outcome: Partial<Digest> & { state: Exclude<DigestState, 'claimed'> },
  ): Promise<boolean> {
    const { guildId, periodEnd, attempt } = claim;
    const result = await this.dataSource
      .getRepository(Digest)
      .update({ guildId, periodEnd, attempt, state: 'claimed' }, { ...outcome, leasedUntil: null });
    return result.affected === 1;
  }
}

async function keep(manager: EntityManager, guildId: string, { ended, guild }: Turn): Promise<void> {
  await enter(manager, rowsOf(guildId, ended));
  if (Object.keys(guild).length > 0) await manager.update(Guild, { id: guildId }, guild);
}

/** As `keep`, for many guilds in two statements. */
async function keepAll(manager: EntityManager, turns: ({ guildId: string } & DueTurn)[]): Promise<void> {
  await enter(
    manager,
    turns.flatMap(({ guildId, ended }) => rowsOf(guildId, ended)),
  );
  if (turns.length === 0) return;
  await manager.query(
    `UPDATE guilds g SET digest_period_start = coalesce(turned.period_start, g.digest_period_start),
                         digest_due_at = coalesce(turned.due_at, g.digest_due_at)
       FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS turned (id, period_start, due_at)
      WHERE g.id = turned.id`,
    [
      turns.map(({ guildId }) => guildId),
      turns.map(({ guild }) => guild.digestPeriodStart ?? null),
      turns.map(({ guild }) => guild.digestDueAt ?? null),
    ],
  );
}

function rowsOf(guildId: string, ended: EndedPeriod[]): Partial<Digest>[] {
  return ended.map(({ start, end, ...outcome }) => ({
    guildId,
    periodStart: start,
    periodEnd: end,
    ...outcome,
  }));
}

async function enter(manager: EntityManager, rows: Partial<Digest>[]): Promise<void> {
  if (rows.length > 0) await manager.insert(Digest, rows);
}

function claimOf(row: ClaimRow): Claim {
  return {
    guildId: row.guild_id,
    start: row.period_start,
    periodEnd: row.period_end,
    attempt: row.attempt,
    channelId: row.channel_id,
    reason: row.reason,
  };
}

/** Logs what a moderator did to the schedule; a change of settings that changes nothing is none. */
async function logTurn(manager: EntityManager, before: Guild, { guild, log }: Turn): Promise<void> {
  if (!log) return;
  const change = log.action === 'settings-changed' ? settingsChange(before, guild) : {};
  if (change) await logAction(manager, { guildId: before.id, ...log, ...change });
}
