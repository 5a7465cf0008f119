/**
 * Spaces out IDENTIFY, of which Discord allows 1,000 a day before it resets the token: never twice within a minute for
 * a shard, except once after a session that had been READY and that Discord ended; and none while no session is left.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIGatewayBotInfo } from 'discord.js';
import type { Logger } from '../platform/logging.js';

const perShardMs = 60_000;
/** Between two shards of the same rate-limit bucket, by Discord's documentation on sharding. */
const perBucketMs = 5_000;
const afterEndMs = 1_000;

export interface IdentifyGateOptions {
  /** Asks Discord how many sessions are left. */
  information(): Promise<Pick<APIGatewayBotInfo, 'session_start_limit'>>;
  log: Pick<Logger, 'warn'>;
  now?(): number;
  wait?(ms: number, signal: AbortSignal): Promise<void>;
}

interface ShardHistory {
  identifiedAt: number;
  /** The session of the last IDENTIFY was READY. */
  wasReady: boolean;
  /** The one exception of this minute was used. */
  isSpent: boolean;
}

export class IdentifyGate {
  private readonly shards = new Map<number, ShardHistory>();
  private readonly buckets = new Map<number, number>();
  private queue: Promise<unknown> = Promise.resolve();
  private readonly now: () => number;
  private readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;

  constructor(private readonly options: IdentifyGateOptions) {
    this.now = options.now ?? (() => performance.now());
    this.wait = options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal, ref: false }));
  }

  /** A shard's session is established. */
  ready(shardId: number): void {
    const history = this.shards.get(shardId);
    if (history) history.wasReady = true;
  }

  /** Resolves when the shard may identify; rejects when its connection ends before. */
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const turn = this.queue.catch(() => undefined).then(() => this.admit(shardId, signal));
    this.queue = turn;
    return turn;
  }

  private async admit(shardId: number, signal: AbortSignal): Promise<void> {
    const { log } = this.options;
    const limit = await this.limit();
    if (limit && limit.remaining === 0) {
      log.warn(
        { shard: shardId, waitMs: limit.reset_after },
        'no sessions are left; waiting for Discord to give new ones',
      );
      await this.wait(limit.reset_after + afterEndMs, signal);
    }
    const history = this.shards.get(shardId);
    const bucket = shardId % (limit?.max_concurrency ?? 1);
    const mayTryAgain = history?.wasReady === true && !history.isSpent;
    const from = Math.max(
      history ? history.identifiedAt + (mayTryAgain ? afterEndMs : perShardMs) : 0,
      (this.buckets.get(bucket) ?? Number.NEGATIVE_INFINITY) + perBucketMs,
    );
    const pauseMs = from - this.now();
    if (pauseMs > perBucketMs)
      log.warn({ shard: shardId, waitMs: Math.round(pauseMs) }, 'waiting before identifying again');
    if (pauseMs > 0) await this.wait(pauseMs, signal);
    signal.throwIfAborted();
    const at = this.now();
    const isSameMinute = history !== undefined && at - history.identifiedAt < perShardMs;
    this.shards.set(shardId, { identifiedAt: at, wasReady: false, isSpent: isSameMinute });
    this.buckets.set(bucket, at);
  }

  /** If the number isn't known, go ahead: the gateway itself refuses one too many. */
  private async limit() {
    return (await this.options.information().catch(() => undefined))?.session_start_limit;
  }
}
