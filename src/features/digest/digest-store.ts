/** The digest's ledger in the database: ending periods, and the result of each. */
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import { Digest, type DigestReason } from '../../entities/digest.js';
import { Guild } from '../../entities/guild.js';
import { OutboxMessage } from '../../entities/outbox-message.js';
import { type LoggedAction, logAction, settingsChange } from '../audit/index.js';
import { markSentStatement } from './digest-sent-statement.js';

/** A change of a guild's schedule, with the periods that ended by it. */
export interface LedgerChange {
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

/** The periods of a guild that are over, and what follows for its schedule. */
export interface ClosedPeriods {
  ended: EndedPeriod[];
  guild: Pick<LedgerChange['guild'], 'digestPeriodStart' | 'digestDueAt'>;
}

export type EndedPeriod = { start: Date; end: Date } & (
  | { state: 'due' }
  | { state: 'skipped'; reason: DigestReason; settledAt: Date }
);

/** A row of the ledger with how its delivery stands: `failed` while it is owed and the last attempt failed. */
export interface DigestRecord extends Digest {
  /** While it failed: when it is tried again. */
  retryAt: Date | null;
}

/** Guilds whose periods are ended in one transaction; no request is made meanwhile. */
const endedAtOnce = 50;

export class DigestStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Changes one guild's schedule or period while nobody else can. `decide` sees the guild as it is then; what it
   * throws undoes everything, and nothing changes when it gives undefined. Undefined when there is no such guild.
   */
  async update(
    guildId: string,
    decide: (guild: Guild) => LedgerChange | undefined,
  ): Promise<Guild | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const guild = await manager.findOne(Guild, {
        where: { id: guildId },
        lock: { mode: 'for_no_key_update' },
      });
      const change = guild && decide(guild);
      if (!change) return guild ?? undefined;
      await save(manager, guildId, change);
      await logChange(manager, guild, change);
      return Object.assign(guild, change.guild);
    });
  }

  /**
   * The same for guilds whose digest is due by `now` and that nobody is changing at this moment, some at a time. Gives
   * whether there may be more.
   */
  async closeDuePeriods(now: Date, decide: (guild: Guild) => ClosedPeriods): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const guilds = await manager
        .createQueryBuilder(Guild, 'guild')
        .where('guild.digestDueAt <= :now AND guild.digestPausedAt IS NULL AND guild.leftAt IS NULL', { now })
        .orderBy('guild.digestDueAt')
        .limit(endedAtOnce)
        .setLock('for_no_key_update')
        .setOnLocked('skip_locked')
        .getMany();
      await saveAll(
        manager,
        guilds.map((guild) => ({ guildId: guild.id, ...decide(guild) })),
      );
      return guilds.length === endedAtOnce;
    });
  }

  /**
   * Whether an empty period that begins at `start` may be met with a nudge: the one before was settled and was none
   * itself, or there is none before.
   */
  async mayNudge(guildId: string, start: Date): Promise<boolean> {
    const [before]: { may: boolean }[] = await this.dataSource.query(
      `SELECT state IN ('sent', 'skipped') AND NOT (state = 'sent' AND is_nudge) AS may FROM digests
        WHERE guild_id = $1 AND period_end <= $2 ORDER BY period_end DESC LIMIT 1`,
      [guildId, start],
    );
    return before?.may ?? true;
  }

  /** Both of these run in the transaction in which the outbox settles the digest. */
  async markSent(
    manager: EntityManager,
    guildId: string,
    { channelId, messageId, payload }: CardPlace & { payload: { end: string; isNudge?: boolean } },
    now: Date,
  ): Promise<void> {
    const { end, isNudge = false } = payload;
    await manager.query(markSentStatement, [guildId, new Date(end), isNudge, channelId, messageId, now, end]);
  }

  async markSkipped(
    manager: EntityManager,
    guildId: string,
    periodEnd: Date,
    reason: DigestReason,
    now: Date,
  ): Promise<void> {
    await manager.update(
      Digest,
      { guildId, periodEnd, state: 'due' },
      { state: 'skipped', reason, settledAt: now },
    );
  }

  /** The guild as it is now; undefined when the bot doesn't know it. */
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
  async recent(guildId: string, limit: number): Promise<DigestRecord[]> {
    const digests = await this.dataSource.getRepository(Digest).find({
      where: { guildId },
      order: { periodEnd: 'DESC' },
      take: limit,
    });
    const owed = await this.dataSource
      .getRepository(OutboxMessage)
      .findBy({ guildId, topic: 'digest', key: In(digests.map(({ periodEnd }) => periodEnd.toISOString())) });
    return digests.map((digest) => {
      const message = owed.find(({ key }) => key === digest.periodEnd.toISOString());
      if (digest.state !== 'due' || !message?.reason) return { ...digest, retryAt: null };
      const { reason, channelId, dueAt: retryAt } = message;
      return { ...digest, state: 'failed', reason: reason as DigestReason, channelId, retryAt };
    });
  }
}

async function save(manager: EntityManager, guildId: string, { ended, guild }: LedgerChange): Promise<void> {
  await enter(manager, [{ guildId, ended }]);
  if (Object.keys(guild).length > 0) await manager.update(Guild, { id: guildId }, guild);
}

/** As `keep`, for many guilds in two statements. */
async function saveAll(
  manager: EntityManager,
  closed: ({ guildId: string } & ClosedPeriods)[],
): Promise<void> {
  await enter(manager, closed);
  if (closed.length === 0) return;
  await manager.query(
    `UPDATE guilds g SET digest_period_start = coalesce(closed.period_start, g.digest_period_start),
                         digest_due_at = coalesce(closed.due_at, g.digest_due_at)
       FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS closed (id, period_start, due_at)
      WHERE g.id = closed.id`,
    [
      closed.map(({ guildId }) => guildId),
      closed.map(({ guild }) => guild.digestPeriodStart ?? null),
      closed.map(({ guild }) => guild.digestDueAt ?? null),
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

/** What is due is owed from the same moment on. */
async function enter(
  manager: EntityManager,
  closed: readonly { guildId: string; ended: EndedPeriod[] }[],
): Promise<void> {
  const rows = closed.flatMap(({ guildId, ended }) => rowsOf(guildId, ended));
  if (rows.length === 0) return;
  await manager.insert(Digest, rows);
  const due = closed.flatMap(({ guildId, ended }) =>
    ended.filter(({ state }) => state === 'due').map(({ start, end }) => ({ guildId, start, end })),
  );
  await manager.query(
    `INSERT INTO outbox_messages (guild_id, topic, key, payload, created_at, due_at)
     SELECT guild_id, 'digest', ended, jsonb_build_object('start', began, 'end', ended), ended::timestamptz, ended::timestamptz
       FROM unnest($1::bigint[], $2::text[], $3::text[]) AS due (guild_id, began, ended)
     ON CONFLICT (guild_id, topic, key) DO NOTHING`,
    [
      due.map(({ guildId }) => guildId),
      due.map(({ start }) => start.toISOString()),
      due.map(({ end }) => end.toISOString()),
    ],
  );
}

/** Logs what a moderator did to the schedule; a change of settings that changes nothing is none. */
async function logChange(manager: EntityManager, before: Guild, { guild, log }: LedgerChange): Promise<void> {
  if (!log) return;
  const change = log.action === 'settings-changed' ? settingsChange(before, guild) : {};
  if (change) await logAction(manager, { guildId: before.id, ...log, ...change });
}
