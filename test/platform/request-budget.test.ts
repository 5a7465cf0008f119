/** The bot's requests a second against seconds of Discord's that begin wherever they like, on a clock of the test's own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seededChance } from '../../bench/chance.js';
import { inBackground, RequestBudget } from '../../src/platform/request-budget.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** When each request arrived at Discord (ms). */
const arrivals: number[] = [];
beforeEach(() => {
  arrivals.length = 0;
});

/** A request that arrives and is answered after a while. */
const request = (arrivesAfter: number, answeredAfter: number) => async () => {
  await new Promise((resolve) => setTimeout(resolve, arrivesAfter));
  arrivals.push(performance.now());
  await new Promise((resolve) => setTimeout(resolve, answeredAfter));
};

/** The most that any second holds, wherever it begins. */
function most(): number {
  const sorted = [...arrivals].sort((one, other) => one - other);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1_000).length));
}

describe('the budget of requests', () => {
  it('holds in every second, however long requests are under way', async () => {
    const budget = new RequestBudget();
    const chance = seededChance(7);
    for (let index = 0; index < 500; index += 1) {
      void budget.spend(request(chance() * 400, chance() * 200));
    }
    await vi.advanceTimersByTimeAsync(30_000);
    expect(arrivals).toHaveLength(500);
    expect(most()).toBeLessThanOrEqual(50);
  });

  it('lets jobs send 45 a second and more', async () => {
    const budget = new RequestBudget();
    inBackground(() => {
      for (let index = 0; index < 500; index += 1) void budget.spend(request(5, 10));
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(arrivals.length).toBeGreaterThanOrEqual(450);
    expect(most()).toBeLessThanOrEqual(48);
  });

  it('sends requests of members before those of jobs', async () => {
    const budget = new RequestBudget();
    inBackground(() => {
      for (let index = 0; index < 200; index += 1) void budget.spend(request(5, 10));
    });
    await vi.advanceTimersByTimeAsync(2_500);
    let waited: number | undefined;
    const asked = performance.now();
    void budget.spend(async () => {
      waited = performance.now() - asked;
    });
    await vi.advanceTimersByTimeAsync(50);
    expect(waited).toBe(0);
  });

  it('goes on when requests are never answered', async () => {
    const budget = new RequestBudget(5);
    for (let index = 0; index < 20; index += 1) void budget.spend(request(0, 60_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(arrivals).toHaveLength(20);
  });

  it('counts failed requests, and rejects with their error', async () => {
    const budget = new RequestBudget(1);
    const failing = budget.spend(async () => {
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    void budget.spend(request(0, 0));
    await vi.advanceTimersByTimeAsync(900);
    expect(arrivals).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(arrivals).toHaveLength(1);
  });
});
