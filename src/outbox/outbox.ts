/** The loop that delivers owed messages: each exactly once, even after failures, and no lane waits for another. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { MessageView } from '../discord/message/message-view.js';
import type { Clock } from '../platform/clock.js';
import { type Logger, plainError } from '../platform/logging.js';
import { levelOf, outsideCauseOf } from '../platform/outside-cause.js';
import { inBackground } from '../platform/request-budget.js';
import { pauseAfter } from './backoff.js';
import type { FailureReason, Messenger } from './delivery.js';
import { OutboxStore } from './outbox-store.js';
import type { Claim, Lane, Prepared, Topic } from './topic.js';

/** How long a claim lasts (ms): longer than looking up, preparing and posting can take together. */
export const leaseMs = 240_000;

export type Delivered =
  | { outcome: 'posted'; channelId: string; messageId: string }
  | { outcome: 'dropped'; reason: string }
  /** `channelId` is where it was to go, as far as that was known. */
  | { outcome: 'failed'; reason: FailureReason; channelId: string | null; retryAt: Date }
  /** Another process has it, or the guild was paused meanwhile. */
  | { outcome: 'given-up' };

export interface OutboxParts {
  dataSource: DataSource;
  messenger: Messenger;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Resolves after so many milliseconds, or as soon as the process is to stop. */
  pace(milliseconds: number, stopping: AbortSignal): Promise<void>;
}

interface LaneWork {
  lane: Lane;
  topics: Topic[];
  work: Promise<void> | undefined;
  /** Something may have come after the workers looked. */
  isWokenAgain: boolean;
}

export class Outbox {
  private readonly store: OutboxStore;
  private readonly topics = new Map<string, Topic>();
  private readonly lanes = new Map<Lane, LaneWork>();
  private readonly stopping = new AbortController();

  /** Finishes a message of a topic that asks for it. */
  private finish: (guildId: string, view: MessageView) => Promise<MessageView> = async (_guildId, view) =>
    view;

  constructor(private readonly parts: OutboxParts) {
    this.store = new OutboxStore(parts.dataSource);
  }

  /**
   * Delivers these from now on. Messages of an unregistered topic wait.
   * @throws when two topics have the same name
   */
  register(topics: readonly Topic[], finish: typeof this.finish = this.finish): void {
    this.finish = finish;
    for (const topic of topics) {
      if (this.topics.has(topic.name)) throw new Error(`two topics are named ${topic.name}`);
      this.topics.set(topic.name, topic);
      const known = this.lanes.get(topic.lane);
      if (known) known.topics.push(topic);
      else
        this.lanes.set(topic.lane, {
          lane: topic.lane,
          topics: [topic],
          work: undefined,
          isWokenAgain: false,
        });
    }
  }

  /** Has every lane look for what is due; resolves at once. Any number of processes may do so at the same time. */
  wake(): void {
    for (const lane of this.lanes.values()) {
      lane.isWokenAgain = true;
      if (lane.work || this.stopping.signal.aborted) continue;
      // The caller's requests may be urgent answers; those of the lane are background requests.
      lane.work = inBackground(() => this.runLane(lane)).finally(() => {
        lane.work = undefined;
      });
    }
  }

  /** Delivers everything that is due now, and what follows from it, and resolves when that is done. */
  async deliverDue(): Promise<void> {
    this.wake();
    await this.idle();
  }

  /** Delivers what is due of a topic in one guild, and resolves with the results. */
  async deliver(topicName: string, guildId: string): Promise<Delivered[]> {
    const topic = this.topics.get(topicName);
    if (!topic) throw new Error(`there is no topic ${topicName}`);
    const results: Delivered[] = [];
    for (let claim = await this.claim(topic, guildId); claim; claim = await this.claim(topic, guildId)) {
      results.push(await this.deliverOne(topic, claim));
    }
    return results;
  }

  async retryNow(guildId: string, ...topics: string[]): Promise<void> {
    await this.store.retryNow(guildId, topics, this.parts.clock());
  }

  async isUnderWay(guildId: string, topic: string): Promise<boolean> {
    return this.store.isUnderWay(guildId, topic, this.parts.clock());
  }

  /** Claims nothing new; resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.idle();
  }

  private async idle(): Promise<void> {
    const working = () => [...this.lanes.values()].flatMap(({ work }) => work ?? []);
    for (let works = working(); works.length > 0; works = working()) await Promise.all(works);
  }

  private async runLane(lane: LaneWork): Promise<void> {
    while (lane.isWokenAgain && !this.stopping.signal.aborted) {
      lane.isWokenAgain = false;
      const workers = Array.from({ length: lane.lane.parallel }, (_, first) => this.runWorker(lane, first));
      const delivered = (await Promise.all(workers)).some(Boolean);
      // What was delivered may be followed by something in another lane.
      if (delivered) this.wake();
    }
  }

  /** Takes a message of each topic in turn, so that a long queue of one does not hold up the others. Returns whether there was any. */
  private async runWorker({ lane, topics }: LaneWork, first: number): Promise<boolean> {
    const { log, pace } = this.parts;
    const { signal } = this.stopping;
    let withoutWork = 0;
    let delivered = false;
    for (let turn = first; withoutWork < topics.length && !signal.aborted; turn += 1) {
      const topic = topics[turn % topics.length] as Topic;
      let claim: Claim<object> | undefined;
      try {
        claim = await this.claim(topic);
      } catch (error) {
        log[levelOf(error)](
          { topic: topic.name, error: plainError(error) },
          'the outbox could not be read; the next run looks again',
        );
        return false;
      }
      withoutWork = claim ? 0 : withoutWork + 1;
      if (!claim) continue;
      await this.deliverOne(topic, claim);
      delivered = true;
      if (lane.paceMs > 0) await pace(lane.paceMs, signal);
    }
    return delivered;
  }

  private claim(topic: Topic, guildId?: string): Promise<Claim<object> | undefined> {
    return this.store.claim(topic, this.parts.clock(), this.leaseEnd(), guildId);
  }

  /**
   * Never rejects: an error is logged with when the message is tried again. That Discord doesn't answer a question, such
   * as whether somebody is still a member, is no error.
   */
  private async deliverOne(topic: Topic, claim: Claim<object>): Promise<Delivered> {
    try {
      return (
        (await this.foundAlready(topic, claim)) ??
        (await this.expired(topic, claim)) ??
        (await this.send(topic, claim))
      );
    } catch (error) {
      const cause = outsideCauseOf(error);
      const reason = cause === 'away' ? 'no-answer' : cause === 'refused' ? 'refused' : 'fault';
      // It may have been sent by now, so the row keeps its destination.
      const outcome: Delivered = await this.backOff(topic, claim, { reason }).catch(() => ({
        outcome: 'given-up',
      }));
      this.parts.log[levelOf(error)](
        {
          topic: topic.name,
          guildId: claim.guildId,
          reason,
          ...('retryAt' in outcome && { triedAgainAt: outcome.retryAt }),
          error: plainError(error),
        },
        'a message could not be delivered',
      );
      return outcome;
    }
  }

  /** If an earlier attempt may have posted it, looks in the channel; if it is there, only records it. */
  private async foundAlready(topic: Topic, claim: Claim<object>): Promise<Delivered | undefined> {
    const { channelId } = claim;
    return channelId ? this.found(topic, claim, channelId, claim.createdAt) : undefined;
  }

  /**
   * A restored database may owe what was posted after its backup was taken: the channel tells. A row that came after the
   * restore is recognized only by what the message is about, such as its period.
   */
  private async postedBeforeRestore(
    topic: Topic,
    claim: Claim<object>,
    channelId: string,
  ): Promise<Delivered | undefined> {
    const { restored, createdAt } = claim;
    if (!restored || claim.channelId === channelId) return undefined;
    const isKnowable = createdAt <= restored.at || (topic.customIds?.(claim) ?? []).length > 0;
    return isKnowable ? this.found(topic, claim, channelId, restored.takenAt) : undefined;
  }

  /** Settles what is in the channel already; undefined when it is not there. */
  private async found(
    topic: Topic,
    claim: Claim<object>,
    channelId: string,
    since: Date,
  ): Promise<Delivered | undefined> {
    const { guildId } = claim;
    const marker = { componentId: componentIdOf(topic, claim), customIds: topic.customIds?.(claim) ?? [] };
    const found = await this.parts.messenger.find({ guildId, channelId }, marker, since);
    switch (found.outcome) {
      case 'found':
        return this.settle(topic, claim, channelId, found.messageId);
      case 'unknown':
        return this.backOff(topic, claim, { reason: 'no-answer', channelId });
      case 'refused':
        // The channel can't be read and may contain it, so it isn't posted again until that is known.
        if (found.reason !== 'channel-gone')
          return this.backOff(topic, claim, { reason: found.reason, channelId });
        return undefined;
      case 'absent':
        return undefined;
    }
  }

  private async expired(topic: Topic, claim: Claim<object>): Promise<Delivered | undefined> {
    const { expiresAfterMs } = topic;
    const age = this.parts.clock().getTime() - claim.createdAt.getTime();
    return expiresAfterMs !== null && age > expiresAfterMs ? this.drop(topic, claim, 'expired') : undefined;
  }

  private async send(topic: Topic, claim: Claim<object>): Promise<Delivered> {
    const { messenger, clock } = this.parts;
    const prepared: Prepared<object> = await topic.prepare(claim, clock());
    if ('drop' in prepared) return this.drop(topic, claim, prepared.drop);
    if ('wait' in prepared)
      return this.backOff(topic, claim, { reason: prepared.wait, retryAt: prepared.at });

    const opened =
      'userId' in prepared
        ? await messenger.openDirect(prepared.userId)
        : ({ outcome: 'open', channelId: prepared.channelId } as const);
    if (opened.outcome === 'unknown') return this.backOff(topic, claim, { reason: 'no-answer' });
    if (opened.outcome === 'refused') return this.refused(topic, claim, opened.reason, null);

    const { channelId } = opened;
    const { remember } = prepared;
    const view = topic.linksEntries ? await this.finish(claim.guildId, prepared.view) : prepared.view;
    const before = await this.postedBeforeRestore(topic, claim, channelId);
    if (before) return before;
    const until = { now: clock(), leasedUntil: this.leaseEnd(), remember };
    if (!(await this.store.recordDestination(topic, claim, channelId, until))) return { outcome: 'given-up' };
    const posted = await messenger.post({
      channelId,
      view,
      nonce: topic.nonce?.(claim) ?? nonceOf(topic, claim),
      componentId: componentIdOf(topic, claim),
    });
    const recorded = {
      ...claim,
      all: claim.all.map((one) => ({ ...one, payload: { ...one.payload, ...remember } })),
    };
    const sent = { ...recorded, payload: { ...claim.payload, ...remember } };
    if (posted.outcome === 'posted') return this.settle(topic, sent, channelId, posted.messageId);
    if (posted.outcome === 'unknown') return this.backOff(topic, sent, { reason: 'no-answer', channelId });
    const reason = 'userId' in prepared ? posted.reason : inChannel(posted.reason);
    return this.refused(topic, sent, reason, channelId);
  }

  /** This attempt posted nothing; an earlier one in the same channel is still to be looked for once it opens again. */
  private async refused(
    topic: Topic,
    claim: Claim<object>,
    reason: FailureReason,
    channelId: string | null,
  ): Promise<Delivered> {
    if (reason === 'closed' || reason === 'gone') return this.drop(topic, claim, reason);
    const mayBeIn = claim.channelId !== null && claim.channelId === channelId ? channelId : null;
    return this.backOff(topic, claim, { reason, channelId: mayBeIn, triedIn: channelId });
  }

  private async settle(
    topic: Topic,
    claim: Claim<object>,
    channelId: string,
    messageId: string,
  ): Promise<Delivered> {
    const isOurs = await this.store.settle(claim, async (manager) =>
      topic.settled?.(manager, claim, { channelId, messageId }, this.parts.clock()),
    );
    return isOurs ? { outcome: 'posted', channelId, messageId } : { outcome: 'given-up' };
  }

  private async drop(topic: Topic, claim: Claim<object>, reason: string): Promise<Delivered> {
    if (topic.isParked && (reason === 'closed' || reason === 'expired')) {
      await this.store.park(claim);
      await topic.dropped?.(this.parts.dataSource.manager, claim, reason, this.parts.clock());
      return { outcome: 'dropped', reason };
    }
    const isOurs = await this.store.settle(claim, async (manager) =>
      topic.dropped?.(manager, claim, reason, this.parts.clock()),
    );
    return isOurs ? { outcome: 'dropped', reason } : { outcome: 'given-up' };
  }

  private async backOff(
    topic: Topic,
    claim: Claim<object>,
    failure: { reason: FailureReason; channelId?: string | null; triedIn?: string | null; retryAt?: Date },
  ): Promise<Delivered> {
    const now = this.parts.clock();
    const { reason, channelId, triedIn = channelId ?? null } = failure;
    const retryAt = failure.retryAt ?? new Date(now.getTime() + pauseAfter(claim.attempt));
    await this.store.backOff(claim, { reason, now, retryAt, channelId }, async (manager) =>
      topic.failed?.(manager, claim, { reason, channelId: triedIn, retryAt }, now),
    );
    return { outcome: 'failed', reason, channelId: triedIn, retryAt };
  }

  private leaseEnd(): Date {
    return new Date(this.parts.clock().getTime() + leaseMs);
  }
}

/** Only a person closes their messages or is gone: for a channel that is no reason to give up. */
const inChannel = (reason: FailureReason): FailureReason =>
  reason === 'closed' || reason === 'gone' ? 'refused' : reason;

/** The same for every attempt at the same message, in whatever database its row is. */
function digestOf({ name }: Topic, { guildId, key, createdAt }: Claim<object>): Buffer {
  return createHash('sha256').update(`${name} ${guildId} ${key} ${createdAt.getTime()}`).digest();
}

function nonceOf(topic: Topic, claim: Claim<object>): string {
  return digestOf(topic, claim).toString('base64url').slice(0, 25);
}

/** Discord numbers components that have no id from 1 on: these lie far beyond, within 31 bits. */
function componentIdOf(topic: Topic, claim: Claim<object>): number {
  return 2 ** 30 + (digestOf(topic, claim).readUInt32BE(0) % 2 ** 30);
}
