/** How often sessions may be started: so many a day, and so many at once within five seconds. */

const DAY_MS = 24 * 60 * 60_000;
const WINDOW_MS = 5_000;

export interface StartLimits {
  /** Sessions a day. */
  total: number;
  /** How many shards may identify at once; those whose ids leave the same remainder wait for each other. */
  maxConcurrency: number;
  /** Whether those that don't wait are refused; a bot that restarts often is slowed down by it. */
  areEnforced: boolean;
}

interface Count {
  used: number;
  /** Real time. */
  since: number;
  /** When a group of shards identified last. */
  lastByGroup: Map<number, number>;
}

export class SessionStarts {
  private readonly counts = new Map<string, Count>();

  left(applicationId: string, total: number): { remaining: number; resetAfterMs: number } {
    const count = this.countOf(applicationId);
    const resetAfterMs = count.used === 0 ? 0 : Math.max(0, count.since + DAY_MS - Date.now());
    return { remaining: Math.max(0, total - count.used), resetAfterMs };
  }

  take(applicationId: string, shard: number, limits: StartLimits): 'ok' | 'wait' | 'none' {
    const count = this.countOf(applicationId);
    if (count.used >= limits.total) return 'none';
    const group = shard % limits.maxConcurrency;
    const now = Date.now();
    const last = count.lastByGroup.get(group);
    if (limits.areEnforced && last !== undefined && now - last < WINDOW_MS) return 'wait';
    count.lastByGroup.set(group, now);
    count.used += 1;
    return 'ok';
  }

  private countOf(applicationId: string): Count {
    const known = this.counts.get(applicationId);
    if (known && Date.now() - known.since < DAY_MS) return known;
    const made: Count = { used: 0, since: Date.now(), lastByGroup: new Map() };
    this.counts.set(applicationId, made);
    return made;
  }
}
