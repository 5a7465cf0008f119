/** How often a bot may identify, on a clock of the test's own. */
import { beforeEach, describe, expect, it } from 'vitest';
import { IdentifyGate } from '../../src/discord/identify-gate.js';

const silent = { warn: () => undefined };
let now = 0;
let limit = { total: 1_000, remaining: 1_000, reset_after: 3_600_000, max_concurrency: 1 };

function gate() {
  return new IdentifyGate({
    information: async () => ({ session_start_limit: limit }),
    log: silent,
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
  });
}
const signal = new AbortController().signal;

beforeEach(() => {
  now = 0;
  limit = { total: 1_000, remaining: 1_000, reset_after: 3_600_000, max_concurrency: 1 };
});

describe('IDENTIFY', () => {
  it('is sent at once the first time, and not again within a minute when no session came of it', async () => {
    const times: number[] = [];
    const one = gate();
    for (let index = 0; index < 5; index += 1) {
      await one.waitForIdentify(0, signal);
      times.push(now);
    }
    expect(times).toEqual([0, 60_000, 120_000, 180_000, 240_000]);
  });

  it('may follow once within the minute after a session that was ready and ended', async () => {
    const one = gate();
    const times: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      await one.waitForIdentify(0, signal);
      times.push(now);
      one.ready(0);
    }
    expect(times.map((time) => Math.round(time / 1_000))).toEqual([0, 5, 65, 70]);
  });

  it('of several shards is spaced by five seconds', async () => {
    const one = gate();
    await Promise.all([0, 1, 2].map((shard) => one.waitForIdentify(shard, signal)));
    expect(now).toBe(10_000);
  });

  it('waits for new sessions when none is left', async () => {
    limit.remaining = 0;
    await gate().waitForIdentify(0, signal);
    expect(now).toBeGreaterThan(3_600_000);
  });

  it('is not sent by a connection that ended meanwhile, and others go on', async () => {
    const one = gate();
    const ended = AbortSignal.abort();
    await expect(one.waitForIdentify(0, ended)).rejects.toThrow();
    await one.waitForIdentify(0, signal);
    expect(now).toBe(0);
  });
});
