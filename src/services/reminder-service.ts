/** Reminds of challenges that stay open: each once for ever, by day, asking members who chose to be asked. */
import { Temporal } from 'temporal-polyfill';
import type { ReminderContent } from '../entities/challenge-reminder.js';
import type { DueReminder, ReminderClaim, ReminderSpan, ReminderStore } from '../stores/reminder-store.js';
import type { Clock } from './clock.js';
import { pauseAfter } from './digest-schedule.js';
import type { GuildService } from './guild-service.js';
import type { CohortChannelOf, FindOutcome, PostOutcome } from './publisher.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How long a challenge is open before it is reminded of, and after how long that would help no more (ms). */
export const openFor = 3 * day;
const tooOldAfter = 14 * day;

/** Members asked by one reminder at most. */
export const mostAsked = 3;

/** A guild gets one at a time, and the next one no sooner than this (ms). */
const quietFor = hour;

/** Hours of the guild's own day in which somebody may be pinged: from, and up to but not including. */
const wakingHours = { from: 8, to: 20 } as const;

/** How long a claim holds (ms): beyond the longest that searching and posting may take. */
const leaseFor = 120_000;

/** Reminders looked at in one tick. */
const atOnce = 100;

export interface ReminderPost {
  guildId: string;
  channelId: string;
  /** As a digest's: the same for every attempt. */
  nonce: string;
  content: ReminderContent;
  /** The guild's language. */
  language: string;
}

/** What the rules need of Discord to remind. */
export interface ReminderPublisher {
  postReminder(post: ReminderPost): Promise<PostOutcome>;
  /** Looks for the challenge's reminder in a channel, back to `since`. */
  findReminder(channelId: string, number: number, since: Date): Promise<FindOutcome>;
}

export interface ReminderParts {
  store: ReminderStore;
  guilds: Pick<GuildService, 'settings'>;
  publisher: ReminderPublisher;
  cohortChannelOf: CohortChannelOf;
  clock: Clock;
}

export class ReminderService {
  constructor(private readonly parts: ReminderParts) {}

  /**
   * Posts what is due. Any number of processes may do so at once. One that goes wrong in a way nobody foresaw does not
   * keep the others waiting.
   * @throws AggregateError of all that went wrong so
   */
  async remindDue(stopping?: AbortSignal): Promise<void> {
    const faults: unknown[] = [];
    for (const due of await this.due()) {
      if (stopping?.aborted) break;
      const claim = await this.parts.store.claim(due, this.now(), this.leaseEnd());
      if (claim) await this.remind(claim).catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) {
      throw new AggregateError(faults, `${faults.length} reminders could not be posted`, {
        cause: faults[0],
      });
    }
  }

  private async due(): Promise<DueReminder[]> {
    const { store } = this.parts;
    const now = this.now();
    const timezones = (await store.timezones()).filter((timezone) => isWakingHour(timezone, now));
    const quietSince = new Date(now.getTime() - quietFor);
    return [
      ...(await store.unsettled(now, atOnce)),
      ...(timezones.length > 0 ? await store.due(spanAt(now), { timezones, quietSince, limit: atOnce }) : []),
    ];
  }

  private async remind(claim: ReminderClaim): Promise<void> {
    try {
      if (!(await this.settled(claim))) await this.send(claim);
    } catch (error) {
      // It may have been sent by now: where, the ledger knows since it was aimed.
      await this.parts.store.retryLater(claim, this.nextTry(claim));
      throw error;
    }
  }

  /** When an earlier attempt may have posted it, the channel tells. True when nothing is left to be done now. */
  private async settled(claim: ReminderClaim): Promise<boolean> {
    const { publisher, store } = this.parts;
    const { channelId } = claim;
    if (!channelId) return false;
    const found = await publisher.findReminder(channelId, claim.number, claim.claimedAt);
    if (found.outcome === 'found')
      await store.settle(claim, { channelId, messageId: found.messageId }, this.now());
    else if (found.outcome === 'unknown') await store.retryLater(claim, this.nextTry(claim));
    return found.outcome === 'found' || found.outcome === 'unknown';
  }

  private async send(claim: ReminderClaim): Promise<void> {
    const { cohortChannelOf, guilds, publisher, store } = this.parts;
    const { guildId, number } = claim;
    const settings = await guilds.settings(guildId);
    if (!isWakingHour(settings.timezone, this.now())) {
      await store.retryLater(claim, new Date(this.now().getTime() + hour));
      return;
    }
    const content = await store.read(claim, spanAt(this.now()), mostAsked);
    if (!content) {
      await store.settle(claim, undefined, this.now());
      return;
    }
    const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
    if (!channelId || !(await store.aim(claim, channelId, this.now(), this.leaseEnd()))) {
      if (!channelId) await store.retryLater(claim, this.nextTry(claim));
      return;
    }
    const post = {
      guildId,
      channelId,
      nonce: nonceOf(guildId, number),
      content,
      language: settings.language,
    };
    const posted = await publisher.postReminder(post);
    if (posted.outcome === 'posted') {
      await store.settle(claim, { channelId, messageId: posted.messageId }, this.now());
    } else if (posted.outcome === 'unknown' || claim.channelId === channelId) {
      await store.retryLater(claim, this.nextTry(claim));
    } else {
      await store.retryLater(claim, this.nextTry(claim), null);
    }
  }

  private nextTry({ attempt }: ReminderClaim): Date {
    return new Date(this.now().getTime() + pauseAfter(attempt));
  }

  private now(): Date {
    return this.parts.clock();
  }

  private leaseEnd(): Date {
    return new Date(this.now().getTime() + leaseFor);
  }
}

/** The challenges that may be reminded of at `now`, by when they were asked. */
function spanAt(now: Date): ReminderSpan {
  return { after: new Date(now.getTime() - tooOldAfter), until: new Date(now.getTime() - openFor) };
}

function isWakingHour(timezone: string, now: Date): boolean {
  const local = hourIn(timezone, now);
  return local >= wakingHours.from && local < wakingHours.to;
}

/** The hour of the wall clock; that of UTC in a zone that this runtime has never heard of. */
function hourIn(timezone: string, now: Date): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  try {
    return instant.toZonedDateTimeISO(timezone).hour;
  } catch (error) {
    if (error instanceof RangeError) return instant.toZonedDateTimeISO('UTC').hour;
    throw error;
  }
}

/** The same for every attempt at the same reminder; 25 characters at most. */
function nonceOf(guildId: string, number: number): string {
  return `r.${BigInt(guildId).toString(36)}.${number.toString(36)}`;
}
