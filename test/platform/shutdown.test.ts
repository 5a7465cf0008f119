/** The order in which things stop, and that none of them can hold up the others. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Shutdown } from '../../src/platform/shutdown.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('refuses new work first, finishes the rest in parallel, and closes connections last', async () => {
  const order: string[] = [];
  const shutdown = new Shutdown({ warn: vi.fn<() => void>() });
  const slow = (name: string, ms: number) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    order.push(`${name} ends`);
  };
  shutdown.add('storage', 'database', slow('database', 1));
  shutdown.add('work', 'jobs', slow('jobs', 200));
  shutdown.add('intake', 'interactions', () => order.push('intake'));
  shutdown.add('work', 'answers', slow('answers', 100));
  const done = shutdown.run();
  await vi.runAllTimersAsync();
  await done;
  expect(order).toEqual([
    'intake',
    'jobs begins',
    'answers begins',
    'answers ends',
    'jobs ends',
    'database begins',
    'database ends',
  ]);
});

it('ends within ten seconds although every part hangs, and names the parts', async () => {
  const warn = vi.fn<() => void>();
  const shutdown = new Shutdown({ warn });
  for (const phase of ['intake', 'work', 'answering', 'connections', 'storage'] as const) {
    shutdown.add(phase, phase, () => new Promise(() => undefined));
  }
  const begun = Date.now();
  const done = shutdown.run();
  await vi.runAllTimersAsync();
  await done;
  expect(Date.now() - begun).toBeLessThanOrEqual(9_500);
  expect(warn).toHaveBeenCalledTimes(5);
});

it('goes on when a part fails, and runs once', async () => {
  const closed = vi.fn<() => void>();
  const shutdown = new Shutdown({ warn: vi.fn<() => void>() });
  shutdown.add('intake', 'broken', () => {
    throw new Error('broken');
  });
  shutdown.add('work', 'whole', closed);
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(closed).toHaveBeenCalledTimes(1);
});
