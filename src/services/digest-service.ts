/** The weekly digest: when it is due, pausing it, ending a period early, and what it says of any period. */
import type { DigestContent, WeekPage } from '../entities/digest-content.js';
import type { Guild } from '../entities/guild.js';
import type { DigestContentStore } from '../stores/digest-content-store.js';
import type { DigestStore, EndedPeriod, Turn } from '../stores/digest-store.js';
import type { Clock } from './clock.js';
import { runningOf, turnOf } from './digest-periods.js';
import { DigestPoster, type PostResult } from './digest-poster.js';
import {
  firstLooksBack,
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
import type { DigestTrouble } from './digest-trouble.js';
import type { GuildService } from './guild-service.js';
import type { CohortChannelOf, Publisher } from './publisher.js';
import { UserError } from './user-error.js';

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

export type RunResult = Exclude<PostResult, { outcome: 'skipped' | 'given-up' }> | { outcome: 'paused' };

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
  publisher: Publisher;
  cohortChannelOf: CohortChannelOf;
  trouble: Pick<DigestTrouble, 'tell'>;
  clock: Clock;
}

export class DigestService {
  private readonly poster: DigestPoster;
  private ticking: Promise<void> | undefined;

  constructor(private readonly parts: DigestParts) {
    this.poster = new DigestPoster(parts);
  }

  /**
   * Ends the periods that are over, in every guild, and posts whatever is due. Any number of processes may do so at
   * once. A call while another one is at work joins that one.
   */
  async postDue(stopping?: AbortSignal): Promise<void> {
    this.ticking ??= this.endDueAndPost(stopping).finally(() => {
      this.ticking = undefined;
    });
    return this.ticking;
  }

  /**
   * Sets when and where the digest is posted, for the first time or anew. The running period keeps its start and ends
   * at the next due instant of the new schedule; a first one looks back a week. A pause stays.
   * `actorId` is the moderator in whose name it is logged, here and below.
   * @throws UserError `invalid-time`, `unknown-timezone`; then nothing has changed
   */
  async schedule(guildId: string, changes: ScheduleChanges, actorId?: string): Promise<DigestStatus> {
    const set: Turn['guild'] = {
      ...(changes.weekday !== undefined && { digestWeekday: changes.weekday }),
      ...(changes.time !== undefined && { digestTime: parseTime(changes.time) }),
      ...(changes.timezone !== undefined && { timezone: parseTimezone(changes.timezone) }),
      ...(changes.channelId !== undefined && { digestChannelId: changes.channelId }),
    };
    await this.turn(guildId, (guild, now) => {
      const { ended, running } = turnOf(guild, now);
      const start = running?.start ?? new Date(now.getTime() - firstLooksBack);
      const end = nextDueAfter(scheduleOf({ ...guild, ...set }), later(now, start));
      const setUpAt = guild.setUpAt ?? now;
      return {
        ended,
        guild: { ...set, setUpAt, digestPeriodStart: start, digestDueAt: end },
        ...logOf('settings-changed', actorId, now),
      };
    });
    await this.parts.ledger.retryNow(guildId, this.parts.clock());
    return this.status(guildId);
  }

  /**
   * Nothing is posted until `resume`.
   * @throws UserError `digest-not-scheduled`, `digest-already-paused`
   */
  async pause(guildId: string, actorId?: string): Promise<DigestStatus> {
    await this.turn(guildId, (guild, now) => {
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
    await this.turn(guildId, (guild, now) => {
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
    await this.parts.ledger.retryNow(guildId, this.parts.clock());
    return this.status(guildId);
  }

  /**
   * Ends the running period now and posts it, together with whatever could not be posted before. While paused it does
   * neither.
   * @throws UserError `digest-not-scheduled`; `digest-empty` when there is nothing to post: the period then goes on;
   *   `digest-under-way` when somebody else is posting it
   */
  async run(guildId: string, actorId?: string): Promise<RunResult> {
    const { ledger, contents, clock } = this.parts;
    const guild = await this.turn(guildId, (current, now) => {
      runningOf(current);
      const { ended, running } = turnOf(current, now);
      return { ended, guild: { digestPeriodStart: running?.start, digestDueAt: running?.end } };
    });
    if (guild.digestPausedAt) return { outcome: 'paused' };

    const now = clock();
    const { start } = runningOf(guild);
    if (start < now && (await contents.hasAnything(guildId, { start, end: now }))) {
      await this.turn(guildId, (current) => {
        // Whoever ran it at the same moment was first: this period has been ended already.
        if (current.digestPeriodStart?.getTime() !== start.getTime())
          throw new UserError('digest-under-way', {});
        return {
          ended: [{ start, end: now, state: 'due' }],
          guild: { digestPeriodStart: now },
          ...logOf('digest-run', actorId, now),
        };
      });
    }
    await ledger.retryNow(guildId, now);
    const results = await this.poster.postOf(guildId);
    const telling = results.findLast((result) => result.outcome === 'sent' || result.outcome === 'failed');
    if (telling) return telling;
    throw new UserError((await ledger.isUnderWay(guildId, now)) ? 'digest-under-way' : 'digest-empty', {});
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

  /** When the digest is due and how the last ones went: for settings, doctor, and whoever changed something. */
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
    const running = guild && turnOf(guild, now).running;
    return running && guild.digestPausedAt
      ? periodAfterPause(scheduleOf(guild), running.start, now)
      : running;
  }

  private async endDueAndPost(stopping: AbortSignal | undefined): Promise<void> {
    const { ledger, guilds, clock } = this.parts;
    let more = true;
    while (more && !stopping?.aborted) {
      const now = clock();
      const turned: string[] = [];
      more = await ledger.turnDue(now, (guild) => {
        turned.push(guild.id);
        const { ended, running } = turnOf(guild, now);
        return { ended, guild: { digestPeriodStart: running?.start, digestDueAt: running?.end } };
      });
      for (const guildId of turned) guilds.forget(guildId);
    }
    await this.poster.postAll(stopping);
  }

  /** Changes a guild's schedule or period under its lock; what others remember of its settings is out of date then. */
  private async turn(guildId: string, decide: (guild: Guild, now: Date) => Turn): Promise<Guild> {
    const { ledger, guilds, clock } = this.parts;
    const settings = await guilds.settings(guildId);
    const guild = await ledger.turn(guildId, (current) => decide(current, clock()));
    guilds.forget(guildId);
    return guild ?? settings;
  }
}

function logOf(
  action: NonNullable<Turn['log']>['action'],
  actorId: string | undefined,
  at: Date,
): Pick<Turn, 'log'> {
  return actorId ? { log: { action, actorId, at } } : {};
}
