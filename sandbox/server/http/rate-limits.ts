/** Discord's rate limits: so many requests a second for a whole bot, and a bucket for each kind of route. */
import { createHash } from 'node:crypto';
import type { Settings } from '../options.js';

/** How many requests a bucket holds, and the seconds after which it is full again. */
interface Allowance {
  limit: number;
  seconds: number;
}

interface Bucket {
  remaining: number;
  resetsAt: number;
}

export interface RateLimitVerdict {
  headers: { [name: string]: string };
  /** Set when the request is refused. */
  refused?: { message: string; retry_after: number; global: boolean };
}

const GENEROUS: Allowance = { limit: 50, seconds: 1 };
const ALLOWANCES: { [route: string]: Allowance } = {
  'POST /channels/{channel_id}/messages': { limit: 5, seconds: 5 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, seconds: 5 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, seconds: 1 },
  'GET /channels/{channel_id}/messages': { limit: 10, seconds: 1 },
  'POST /channels/{channel_id}/messages/{message_id}/threads': { limit: 10, seconds: 10 },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { limit: 4, seconds: 1 },
  'POST /users/@me/channels': { limit: 10, seconds: 10 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, seconds: 2 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': { limit: 5, seconds: 2 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': { limit: 5, seconds: 2 },
};
/** The parameters that make a bucket one of its own. */
const MAJOR = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token'];
const SECOND = 1_000;
/** Buckets kept before full ones are swept out. */
const SWEEP = 5_000;

export class RateLimits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly global = new Map<string, Bucket>();
  private readonly hashes = new Map<string, string>();

  constructor(private readonly settings: Settings) {}

  /** Counts one request; `bot` is absent where the global limit does not apply. */
  take(
    bot: string | undefined,
    route: string,
    params: { [name: string]: string | undefined },
  ): RateLimitVerdict {
    const now = Date.now();
    if (bot !== undefined) {
      const whole = current(this.global, bot, { limit: this.settings.globalRateLimit, seconds: 1 }, now);
      if (whole.remaining <= 0) return refusal('global', whole, now, {});
      whole.remaining -= 1;
    }
    const allowance = ALLOWANCES[route] ?? GENEROUS;
    const key = `${bot ?? ''} ${route} ${MAJOR.map((name) => params[name] ?? '').join(':')}`;
    if (this.buckets.size > SWEEP) this.sweep(now);
    const bucket = current(this.buckets, key, allowance, now);
    const headers = {
      'x-ratelimit-bucket': this.hashOf(route),
      'x-ratelimit-limit': String(allowance.limit),
      'x-ratelimit-remaining': String(Math.max(0, bucket.remaining - 1)),
      'x-ratelimit-reset': (bucket.resetsAt / SECOND).toFixed(3),
      'x-ratelimit-reset-after': secondsUntil(bucket, now).toFixed(3),
    };
    if (bucket.remaining <= 0) return refusal('user', bucket, now, headers);
    bucket.remaining -= 1;
    return { headers };
  }

  clear(): void {
    this.buckets.clear();
    this.global.clear();
  }

  private sweep(now: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.resetsAt <= now) this.buckets.delete(key);
  }

  private hashOf(route: string): string {
    let hash = this.hashes.get(route);
    if (hash === undefined) {
      hash = createHash('sha256').update(route).digest('hex').slice(0, 32);
      this.hashes.set(route, hash);
    }
    return hash;
  }
}

/** A 429 as Discord sends it. */
export function tooManyRequests(
  scope: 'user' | 'global' | 'shared',
  seconds: number,
  headers: { [name: string]: string },
): RateLimitVerdict {
  return {
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
    refused: {
      message: 'You are being rate limited.',
      retry_after: Number(seconds.toFixed(3)),
      global: scope === 'global',
    },
  };
}

function refusal(
  scope: 'user' | 'global',
  bucket: Bucket,
  now: number,
  headers: { [name: string]: string },
): RateLimitVerdict {
  return tooManyRequests(scope, secondsUntil(bucket, now), headers);
}

function current(buckets: Map<string, Bucket>, key: string, allowance: Allowance, now: number): Bucket {
  let bucket = buckets.get(key);
  if (!bucket || bucket.resetsAt <= now) {
    bucket = { remaining: allowance.limit, resetsAt: now + allowance.seconds * SECOND };
    buckets.set(key, bucket);
  }
  return bucket;
}

function secondsUntil(bucket: Bucket, now: number): number {
  return Math.max(0.001, (bucket.resetsAt - now) / SECOND);
}
