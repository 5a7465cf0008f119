/** The weekly digest: when it is due, pausing it, ending a period early, and what it says of any period. */
import type { DigestReason } from '../../entities/digest.js';
import type { Guild } from '../../entities/guild.js';
import type { Delivered, Outbox } from '../../outbox/outbox.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import { pause } from '../../platform/waiting.js';
import type { GuildService } from '../guilds/index.js';
import type { DigestContent, WeekPage } from './digest-content-model.js';
import type { DigestContentStore } from './digest-content-store.js';
import { periodsOf, runningOf } from './digest-periods.js';
import {
  firstLookbackMs,
  later,
  nextDueAfter,
  type Period,
  parseTime,
  parseTimezone,
  periodAfterPause,
  scheduleOf,
} from './digest-schedule.js';
import { withoutSections } from './digest-sections.js';
import { type DigestStatus, statusOf } from './digest-status.js';
import type { DigestStore, EndedPeriod, LedgerChange } from './digest-store.js';
import { digestReasonOf, digestTopicName } from './digest-topic.js';

export type { DigestStatus } from './digest-status.js';

/** Entries on one page of the whole week. */
export const weekPageSize = 15;

/** How many periods `status` looks back. */
const recentPeriods = 5;

/** What of the schedule changes; what is left out stays as it is. */
export interface ScheduleChanges {
  /** ISO weekday, Monday = 1. */
  weekday?: number;
  /** Time of day as somebody typed it. */
  time?: string;
  /** Zone or city as somebody typed it. */
  timezone?: string;
  /** Null for the cohort's channel. */
  channelId?: string | null;
}

/** How long a run waits for the digest that another run of the outbox has taken (times, ms each). */
const postedWithin = { waits: 10, pauseMs: 200 } as const;

export type RunResult =
  | { outcome: 'sent'; channelId: string; messageId: string }
  | { outcome: 'failed'; reason: DigestReason; channelId: string | null; retryAt: Date }
  | { outcome: 'paused' };

/** A digest that was posted, with what its period looks like now. */
export interface PostedDigest {
  content: DigestContent;
  message: { channelId: string; messageId: string };
  /** What those posted before and after it are known by; null where there is none. */
  neighbours: { before: Date | null; after: Date | null };
}

export interface DigestParts {
  ledger: DigestStore;
  contents: DigestContentStore;
  guilds: Pick<GuildService, 'settings' | 'forget'>;
  outbox: Pick<Outbox, 'deliver' | 'retryNow' | 'isUnderWay'>;
  clock: Clock;
}

export class DigestService {
  constructor(private readonly parts: DigestParts) {}

  /**
   * Ends the periods that are over, in every guild: their digests are owed from then on. Any number of processes may do
   * so at once.
   */
  async closeDuePeriods(stopping?: AbortSignal): Promise<void> {
    const { ledger, guilds, clock } = this.parts;
    let more = true;
    while (more && !stopping?.aborted) {
      const now = clock();
      const closed: string[] = [];
      more = await ledger.closeDuePeriods(now, (guild) => {
        closed.push(guild.id);
        const { ended, running } = periodsOf(guild, now);
        return { ended, guild: { digestPeriodStart: running?.start, digestDueAt: running?.end } };
      });
      for (const guildId of closed) guilds.forget(guildId);
    }
  }

  /**
   * Sets when and where the digest is posted, for the first time or again. The running period keeps its start and ends
   * at the next due instant of the new schedule; a first one looks back a week. A pause stays.
   * `actorId` is the moderator in whose name it is logged, here and below.
   * @throws UserError `invalid-time`, `unknown-timezone`; then nothing has changed
   */
  async schedule(guildId: string, changes: ScheduleChanges, actorId?: string): Promise<DigestStatus> {
    const set: LedgerChange['guild'] = {
      ...(changes.weekday !== undefined && { digestWeekday: changes.weekday }),
      ...(changes.time !== undefined && { digestTime: parseTime(changes.time) }),
      ...(changes.timezone !== undefined && { timezone: parseTimezone(changes.timezone) }),
      ...(changes.channelId !== undefined && { digestChannelId: changes.channelId }),
    };
    await this.updateLedger(guildId, (guild, now) => {
      const { ended, running } = periodsOf(guild, now);
      const start = running?.start ?? new Date(now.getTime() - firstLookbackMs);
      const end = nextDueAfter(scheduleOf({ ...guild, ...set }), later(now, start));
      const setUpAt = guild.setUpAt ?? now;
      return {
        ended,
        guild: { ...set, setUpAt, digestPeriodStart: start, digestDueAt: end },
        ...logOf('settings-changed', actorId, now),
      };
    });
    await this.parts.outbox.retryNow(guildId, digestTopicName);
    return this.status(guildId);
  }

  /**
   * Nothing is posted until `resume`.
   * @throws UserError `digest-not-scheduled`, `digest-already-paused`
   */
  async pause(guildId: string, actorId?: string): Promise<DigestStatus> {
    await this.updateLedger(guildId, (guild, now) => {
      runningOf(guild);
      if (guild.digestPausedAt) throw new UserError('digest-already-paused', {});
      return { ended: [], guild: { digestPausedAt: now }, ...logOf('digest-paused', actorId, now) };
    });
    return this.status(guildId);
  }

  /**
   * Goes on after a pause. The running period then covers two weeks at most; what lies before is recorded as skipped.
   * @throws UserError `digest-not-scheduled`, `digest-not-paused`
   */
  async resume(guildId: string, actorId?: string): Promise<DigestStatus> {
    await this.updateLedger(guildId, (guild, now) => {
      const { start } = runningOf(guild);
      if (!guild.digestPausedAt) throw new UserError('digest-not-paused', {});
      const running = periodAfterPause(scheduleOf(guild), start, now);
      const passedOver: EndedPeriod[] =
        running.start > start
          ? [{ start, end: running.start, state: 'skipped', reason: 'paused', settledAt: now }]
          : [];
      return {
        ended: passedOver,
        guild: { digestPausedAt: null, digestPeriodStart: running.start, digestDueAt: running.end },
        ...logOf('digest-resumed', actorId, now),
      };
    });
    await this.parts.outbox.retryNow(guildId, digestTopicName);
    return this.status(guildId);
  }

  /**
   * Ends the running period now and posts it, together with whatever could not be posted before. While paused it does
   * neither.
   * @throws UserError `digest-not-scheduled`; `digest-empty` when there is nothing to post: the period then goes on;
   *   `digest-under-way` when somebody else is posting it, and takes more than two seconds
   */
  async run(guildId: string, actorId?: string): Promise<RunResult> {
    const { contents, outbox, clock } = this.parts;
    const guild = await this.updateLedger(guildId, (current, now) => {
      runningOf(current);
      const { ended, running } = periodsOf(current, now);
      return { ended, guild: { digestPeriodStart: running?.start, digestDueAt: running?.end } };
    });
    if (guild.digestPausedAt) return { outcome: 'paused' };

    const now = clock();
    const { start } = runningOf(guild);
    let isOwn = false;
    if (start < now && (await contents.hasAnything(guildId, { start, end: now }))) {
      await this.updateLedger(guildId, (current) => {
        // Another run at the same moment was first and has ended this period already.
        if (current.digestPeriodStart?.getTime() !== start.getTime())
          throw new UserError('digest-under-way', {});
        return {
          ended: [{ start, end: now, state: 'due' }],
          guild: { digestPeriodStart: now },
          ...logOf('digest-run', actorId, now),
        };
      });
      isOwn = true;
    }
    await outbox.retryNow(guildId, digestTopicName);
    const results = await outbox.deliver(digestTopicName, guildId);
    const telling = results.map(runResultOf).findLast((result) => result !== undefined);
    if (telling) return telling;
    const isUnderWay = await outbox.isUnderWay(guildId, digestTopicName);
    const taken = isOwn ? await this.sentByOthers(guildId, now) : undefined;
    if (taken) return taken;
    throw new UserError(isUnderWay ? 'digest-under-way' : 'digest-empty', {});
  }

  /** The digest of the period that ends then, posted by another run of the outbox that took it first; waits a little for it. */
  private async sentByOthers(guildId: string, periodEnd: Date): Promise<RunResult | undefined> {
    for (let waits = 0; waits <= postedWithin.waits; waits += 1) {
      const digest = await this.parts.ledger.find(guildId, periodEnd);
      if (digest?.state === 'sent' && digest.channelId && digest.messageId)
        return { outcome: 'sent', channelId: digest.channelId, messageId: digest.messageId };
      if (digest?.state !== 'due') return undefined;
      await pause(postedWithin.pauseMs);
    }
    return undefined;
  }

  /**
   * The running period as it looks now.
   * @throws UserError `digest-not-scheduled`
   */
  async preview(guildId: string): Promise<DigestContent> {
    const running = await this.running(guildId);
    if (!running) throw new UserError('digest-not-scheduled', {});
    const { start, end } = running;
    return this.read(guildId, { start, end: later(start, this.parts.clock()) }, end);
  }

  /** The digest posted of a period, or else the last one; undefined when there is none. */
  async posted(guildId: string, periodEnd?: Date): Promise<PostedDigest | undefined> {
    const { ledger } = this.parts;
    const digest = periodEnd ? await ledger.find(guildId, periodEnd) : await ledger.latestSent(guildId);
    if (digest?.state !== 'sent' || !digest.channelId || !digest.messageId) return undefined;
    const { periodStart: start, periodEnd: end, channelId, messageId } = digest;
    return {
      content: await this.read(guildId, { start, end }),
      message: { channelId, messageId },
      neighbours: await ledger.neighboursOf(guildId, end),
    };
  }

  /**
   * The period that a digest in a channel tells of, known by its end.
   * @throws UserError `control-gone` when the guild has no such digest
   */
  async period(guildId: string, periodEnd: Date): Promise<Period> {
    const digest = await this.parts.ledger.find(guildId, periodEnd);
    if (!digest) throw new UserError('control-gone', {});
    return { start: digest.periodStart, end: digest.periodEnd };
  }

  /**
   * A page of everything that was contributed in a period, known by its end; pages count from 0, and the last one is
   * given for those beyond it.
   * @throws UserError `control-gone` when the guild has no such period
   */
  async week(guildId: string, periodEnd: Date, page: number): Promise<WeekPage> {
    const { ledger, contents } = this.parts;
    const digest = await ledger.find(guildId, periodEnd);
    const running = digest ? undefined : await this.running(guildId);
    const start = running?.end.getTime() === periodEnd.getTime() ? running.start : digest?.periodStart;
    if (!start) throw new UserError('control-gone', {});
    const read = (wanted: number) =>
      contents.week(
        guildId,
        { start, end: periodEnd },
        { offset: wanted * weekPageSize, limit: weekPageSize },
      );
    const { inAll, entries } = await read(page);
    const pages = Math.max(1, Math.ceil(inAll / weekPageSize));
    const shown = Math.min(page, pages - 1);
    return {
      guildId,
      start,
      end: periodEnd,
      periodEnd,
      entries: shown === page ? entries : (await read(shown)).entries,
      page: shown,
      pages,
    };
  }

  /** When the digest is due and how the last ones went: for settings, doctor, and the answer to a change. */
  async status(guildId: string): Promise<DigestStatus> {
    const { ledger, guilds, clock } = this.parts;
    const guild = (await ledger.guild(guildId)) ?? (await guilds.settings(guildId));
    return statusOf(guild, await ledger.recent(guildId, recentPeriods), clock());
  }

  /** What a period's digest shows in this guild. */
  private async read(guildId: string, period: Period, periodEnd?: Date): Promise<DigestContent> {
    const { contents, guilds } = this.parts;
    const { digestHidden } = await guilds.settings(guildId);
    return withoutSections(await contents.read(guildId, period, periodEnd), digestHidden);
  }

  /** The running period as it would go on from here, even where a tick is still to come or a pause to end. */
  private async running(guildId: string): Promise<Period | undefined> {
    const now = this.parts.clock();
    const guild = await this.parts.ledger.guild(guildId);
    const running = guild && periodsOf(guild, now).running;
    return running && guild.digestPausedAt
      ? periodAfterPause(scheduleOf(guild), running.start, now)
      : running;
  }

  /** Changes a guild's schedule or period under its lock; what others remember of its settings is out of date then. */
  private async updateLedger(
    guildId: string,
    decide: (guild: Guild, now: Date) => LedgerChange,
  ): Promise<Guild> {
    const { ledger, guilds, clock } = this.parts;
    const settings = await guilds.settings(guildId);
    const guild = await ledger.update(guildId, (current) => decide(current, clock()));
    guilds.forget(guildId);
    return guild ?? settings;
  }
}

/** Undefined for what was left out, or is another process's to post. */
function runResultOf(result: Delivered): RunResult | undefined {
  switch (result.outcome) {
    case 'posted':
      return { ...result, outcome: 'sent' };
    case 'failed':
      return { ...result, reason: digestReasonOf(result.reason, 'fault') };
    default:
      return undefined;
  }
}

function logOf(
  action: NonNullable<LedgerChange['log']>['action'],
  actorId: string | undefined,
  at: Date,
): Pick<LedgerChange, 'log'> {
  return actorId ? { log: { action, actorId, at } } : {};
}
