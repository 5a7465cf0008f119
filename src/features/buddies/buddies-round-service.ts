/** Rounds of study buddies: when they are due, matching each once, and a moderator's say in it. */
import { isTooLate } from '../../outbox/backoff.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import { nextDueAfter, parseTime } from '../digest/index.js';
import type { BuddyRounds, Matching } from './buddies-model.js';
import type { BuddyRoundStore, RoundFacts, RoundTurn, ZonedSchedule } from './buddies-round-store.js';
import type { BuddyMatcher } from './buddies-worker-matcher.js';

const dayMs = 86_400_000;

/** A round that a moderator makes takes the place of a due one this close (ms). */
const standsInForMs = 3 * dayMs;

/** A second round is not made within this (ms): somebody pressed twice, or somebody else was quicker. */
const notAgainWithinMs = 3_600_000;

/** Anyone seen within this (ms) is taken to be here still. */
const seenWithinMs = dayMs;

/** Asking Discord who is still here is given up after this (ms): a big cohort's round isn't late for it. */
const checkForMs = 60_000;

/** As the audit log has them; Monday first. */
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface RoundParts {
  store: BuddyRoundStore;
  matcher: BuddyMatcher;
  /** Has what is owed delivered in a moment. */
  deliverSoon(): void;
  clock: Clock;
  /** Whether somebody is still a member of the guild; rejects when that can't be known at the moment. */
  isMember(guildId: string, userId: string): Promise<boolean>;
}

export class BuddyRoundService {
  constructor(private readonly parts: RoundParts) {}

  /** Matches the rounds that are due, in every guild. Any number of processes may do so at the same time. */
  async matchDue(stopping?: AbortSignal): Promise<void> {
    const { store, clock } = this.parts;
    for (const guildId of await store.due(clock())) {
      if (stopping?.aborted) return;
      await this.removeGone(guildId, stopping);
      const now = clock();
      await store.turn(guildId, now, (schedule) => dueTurn(schedule, now), this.matched);
    }
  }

  /**
   * Sets the weekday (ISO, Monday = 1) and time of day of the rounds, in the guild's zone; the first time, this starts them.
   * A pause ends.
   * @throws UserError `invalid-time`
   */
  async schedule(
    guildId: string,
    changes: { weekday: number; time: string },
    actorId: string,
  ): Promise<BuddyRounds> {
    const now = this.parts.clock();
    const set = { weekday: changes.weekday, time: parseTime(changes.time) };
    await this.parts.store.turn(
      guildId,
      now,
      (schedule) => ({
        schedule: { ...set, dueAt: nextDueAfter({ ...schedule, ...set }, now), pausedAt: null },
        log: {
          action: 'buddies-scheduled',
          actorId,
          at: now,
          after: { at: `${weekdayNames[set.weekday - 1]} ${set.time}` },
        },
      }),
      this.matched,
    );
    return this.rounds(guildId);
  }

  /**
   * No rounds until they are scheduled again.
   * @throws UserError `buddies-not-scheduled`, `buddies-already-paused`
   */
  async pause(guildId: string, actorId: string): Promise<BuddyRounds> {
    const now = this.parts.clock();
    await this.parts.store.turn(
      guildId,
      now,
      ({ dueAt, pausedAt }) => {
        if (!dueAt) throw new UserError('buddies-not-scheduled', {});
        if (pausedAt) throw new UserError('buddies-already-paused', {});
        return { schedule: { pausedAt: now }, log: { action: 'buddies-paused', actorId, at: now } };
      },
      this.matched,
    );
    return this.rounds(guildId);
  }

  /**
   * Matches a round now. A scheduled one within three days is not made then.
   * @throws UserError `buddies-ran-already`
   */
  async run(guildId: string, actorId: string): Promise<Matching> {
    await this.removeGone(guildId);
    const now = this.parts.clock();
    const made = await this.parts.store.turn(
      guildId,
      now,
      (schedule, newest) => {
        if (newest && now.getTime() - newest.getTime() < notAgainWithinMs) {
          throw new UserError('buddies-ran-already', { at: newest });
        }
        const { dueAt } = schedule;
        const isClose = dueAt && dueAt.getTime() - now.getTime() < standsInForMs;
        return {
          schedule: isClose ? { dueAt: nextDueAfter(schedule, new Date(now.getTime() + standsInForMs)) } : {},
          round: now,
          log: { action: 'buddies-run', actorId, at: now },
        };
      },
      this.matched,
    );
    this.parts.deliverSoon();
    return made?.matching ?? { groups: [], leftOut: [] };
  }

  /** When rounds are due. */
  async rounds(guildId: string): Promise<BuddyRounds> {
    const schedule = await this.parts.store.schedule(guildId);
    return {
      weekday: schedule?.weekday ?? 1,
      time: schedule?.time ?? '10:00',
      timezone: schedule?.timezone ?? 'UTC',
      nextDueAt: schedule?.dueAt ?? null,
      isPaused: schedule?.pausedAt != null,
    };
  }

  private readonly matched = (facts: RoundFacts, roundAt: Date): Promise<Matching> =>
    this.parts.matcher.match({ ...facts, seed: roundAt.toISOString() });

  /** Leaving a guild is not announced to the bot: nobody who left is matched. */
  private async removeGone(guildId: string, stopping?: AbortSignal): Promise<void> {
    const { store, clock, isMember } = this.parts;
    const startedAt = Date.now();
    const unseen = await store.unseen(guildId, new Date(clock().getTime() - seenWithinMs));
    const gone: string[] = [];
    for (const userId of unseen) {
      if (stopping?.aborted || Date.now() - startedAt > checkForMs) break;
      // What can't be known now is looked at again before the group is told.
      const isHere = await isMember(guildId, userId).catch(() => true);
      if (!isHere) gone.push(userId);
    }
    if (gone.length > 0) await store.removeGone(guildId, gone);
  }
}

/** The newest round that is due is matched unless it is too late for it; those before it are skipped. */
function dueTurn(schedule: ZonedSchedule, now: Date): RoundTurn | undefined {
  if (!schedule.dueAt || schedule.pausedAt || schedule.dueAt > now) return undefined;
  const due: Date[] = [];
  let next = schedule.dueAt;
  for (; next <= now; next = nextDueAfter(schedule, next)) due.push(next);
  const newest = due.at(-1) as Date;
  const isLate = isTooLate(newest, now);
  return {
    schedule: { dueAt: next },
    skipped: isLate ? due : due.slice(0, -1),
    round: isLate ? undefined : newest,
  };
}
