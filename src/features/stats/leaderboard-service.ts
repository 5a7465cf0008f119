/** The leaderboard: whose contributions counted most in a week, a month, or ever. */
import type { Temporal } from 'temporal-polyfill';
import type { Guild } from '../../entities/guild.js';
import type { Clock } from '../../platform/clock.js';
import { inZone } from '../../platform/wall-clock.js';
import type { CountedPeriod, Leaderboard, LeaderboardPeriod } from './leaderboard-model.js';
import type { LeaderboardStore, SeenStanding } from './leaderboard-store.js';

/** Whether somebody is still a member of the guild. */
export type MembershipCheck = (guildId: string, userId: string) => Promise<boolean>;

const places = 10;

/** Who was met within this (ms) is not asked about. */
const trustedForMs = 86_400_000;

/** Members asked about for one leaderboard at most. */
const checksAtMost = 15;

export class LeaderboardService {
  constructor(
    private readonly store: Pick<LeaderboardStore, 'standings' | 'periodStart' | 'noteMembership'>,
    private readonly clock: Clock,
    private readonly isMember?: MembershipCheck,
  ) {}

  /**
   * The standings as a member sees them: of the week that ended, as long as nobody has points in the new one. Who is found
   * to have left is taken off first.
   */
  async standings(guild: Guild, period: LeaderboardPeriod, memberId: string): Promise<Leaderboard> {
    const now = this.clock();
    const week = startOfWeek(guild, now);
    const since = { week, month: startOfMonth(guild, now), all: new Date(0) }[period];
    const viewer = { memberId, asked: new Set([memberId]), now };
    const listed = await this.listed(guild.id, { period, since, weekAnchor: week }, viewer);
    if (period === 'week' && listed.length === 0) {
      const before = await this.weekBefore(guild, week);
      const ended =
        before &&
        (await this.listed(guild.id, { period: 'last-week', since: before, weekAnchor: before }, viewer));
      if (ended && ended.length > 0) {
        return { period, since: before, until: week, ...placesOf(ended, memberId) };
      }
    }
    return { period, since: period === 'all' ? null : since, until: null, ...placesOf(listed, memberId) };
  }

  private async listed(
    guildId: string,
    counted: CountedPeriod,
    { memberId, asked, now }: { memberId: string; asked: Set<string>; now: Date },
  ): Promise<SeenStanding[]> {
    const list = () => this.store.standings(guildId, { ...counted, places, memberId });
    let listed = await list();
    while (await this.takeOffLeft(guildId, listed, asked, now)) listed = await list();
    return listed;
  }

  /** When the week began that ended at `end`; undefined if there was none. */
  private async weekBefore(guild: Guild, end: Date): Promise<Date | undefined> {
    if (!hasDigestWeeks(guild)) return instantOf(inZone(end, guild.timezone).subtract({ days: 7 }));
    const { digestPeriodStart: start } = guild;
    // Until its digest is posted, the guild's own period is the one that ended.
    return start < end ? start : this.store.periodStart(guild.id, end);
  }

  /** True when somebody had left, so that others move up. */
  private async takeOffLeft(
    guildId: string,
    listed: readonly SeenStanding[],
    asked: Set<string>,
    now: Date,
  ): Promise<boolean> {
    const { isMember } = this;
    if (!isMember) return false;
    const doubtful = listed
      .filter(({ userId, seenAt }) => !asked.has(userId) && now.getTime() - seenAt.getTime() > trustedForMs)
      .map(({ userId }) => userId)
      // The member who looks is there and was not asked about.
      .slice(0, checksAtMost + 1 - asked.size);
    if (doubtful.length === 0) return false;
    const there: string[] = [];
    const gone: string[] = [];
    await Promise.all(
      doubtful.map(async (userId) => {
        asked.add(userId);
        // Without an answer they stay, and are asked about next time.
        const answer = await isMember(guildId, userId).catch(() => undefined);
        if (answer !== undefined) (answer ? there : gone).push(userId);
      }),
    );
    if (there.length + gone.length > 0) await this.store.noteMembership(guildId, { there, gone }, now);
    return gone.length > 0;
  }
}

/** Equal points share a place, and its medal; the order within it stays fixed. */
function placesOf(
  listed: readonly SeenStanding[],
  memberId: string,
): Pick<Leaderboard, 'standings' | 'own' | 'hasNone'> {
  const shown = ({ rank, ...standing }: SeenStanding) => ({ ...standing, place: rank });
  const own = listed.find(({ userId }) => userId === memberId);
  return {
    standings: listed.filter(({ place }) => place <= places).map(shown),
    own: own && own.place > places ? shown(own) : null,
    hasNone: listed.length > 0 && !own,
  };
}

/** Whether weeks are the digest's periods. */
function hasDigestWeeks(guild: Guild): guild is Guild & { digestPeriodStart: Date; digestDueAt: Date } {
  return Boolean(guild.digestPeriodStart && guild.digestDueAt && !guild.digestPausedAt);
}

/** The digest's running period, where there is one; else Monday 00:00 in the guild's zone. */
function startOfWeek(guild: Guild, now: Date): Date {
  if (hasDigestWeeks(guild)) {
    const { digestPeriodStart, digestDueAt } = guild;
    // Between its due instant and its posting, the new period already runs.
    return digestDueAt <= now ? digestDueAt : digestPeriodStart;
  }
  const today = startOfDay(guild, now);
  return instantOf(today.subtract({ days: today.dayOfWeek - 1 }));
}

function startOfMonth(guild: Guild, now: Date): Date {
  return instantOf(startOfDay(guild, now).with({ day: 1 }));
}

function startOfDay({ timezone }: Guild, now: Date): Temporal.ZonedDateTime {
  return inZone(now, timezone).startOfDay();
}

function instantOf(day: Temporal.ZonedDateTime): Date {
  return new Date(day.startOfDay().epochMilliseconds);
}
