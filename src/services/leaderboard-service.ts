/** The leaderboard: whose contributions counted most in a week, a month, or ever. */
import { Temporal } from 'temporal-polyfill';
import type { Guild } from '../entities/guild.js';
import type { Leaderboard, LeaderboardPeriod } from '../entities/standing.js';
import type { LeaderboardStore, SeenStanding } from '../stores/leaderboard-store.js';
import type { Clock } from './clock.js';
import { isTimezone } from './timezones.js';

/** Whether somebody is still a member of the guild. */
export type MembershipCheck = (guildId: string, userId: string) => Promise<boolean>;

const places = 10;

/** Who was met within this (ms) is not asked about. */
const trustedFor = 86_400_000;

/** Members asked about for one leaderboard at most. */
const checksAtMost = 15;

export class LeaderboardService {
  constructor(
    private readonly store: Pick<LeaderboardStore, 'standings' | 'noteMembership'>,
    private readonly clock: Clock,
    private readonly isMember?: MembershipCheck,
  ) {}

  /** The standings as a member sees them. Who is found to have left is taken off first. */
  async standings(guild: Guild, period: LeaderboardPeriod, memberId: string): Promise<Leaderboard> {
    const now = this.clock();
    const week = startOfWeek(guild, now);
    const since = { week, month: startOfMonth(guild, now), all: new Date(0) }[period];
    const list = () => this.store.standings(guild.id, { since, weekAnchor: week, places, memberId });
    let listed = await list();
    const asked = new Set([memberId]);
    while (await this.takeOffLeft(guild.id, listed, asked, now)) listed = await list();
    return {
      period,
      since: period === 'all' ? null : since,
      standings: listed.filter(({ place }) => place <= places),
      own: listed.find(({ place, userId }) => place > places && userId === memberId) ?? null,
    };
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
      .filter(({ userId, seenAt }) => !asked.has(userId) && now.getTime() - seenAt.getTime() > trustedFor)
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

/** The digest's running period, where there is one; else Monday 00:00 in the guild's zone. */
function startOfWeek(guild: Guild, now: Date): Date {
  const { digestPeriodStart, digestDueAt, digestPausedAt } = guild;
  if (digestPeriodStart && digestDueAt && !digestPausedAt) {
    // Between its due instant and its posting, the new period already runs.
    return digestDueAt <= now ? digestDueAt : digestPeriodStart;
  }
  const today = localDate(guild, now);
  return startOf(guild, today.subtract({ days: today.dayOfWeek - 1 }));
}

function startOfMonth(guild: Guild, now: Date): Date {
  return startOf(guild, localDate(guild, now).with({ day: 1 }));
}

function localDate(guild: Guild, now: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zoneOf(guild))
    .toPlainDate();
}

function startOf(guild: Guild, date: Temporal.PlainDate): Date {
  return new Date(date.toZonedDateTime(zoneOf(guild)).epochMilliseconds);
}

function zoneOf({ timezone }: Guild): string {
  return isTimezone(timezone) ? timezone : 'UTC';
}
