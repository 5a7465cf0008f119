/** What is done together, in which order, and what becomes of one that cannot be done. */
import { expect, it } from 'vitest';
import { Batches } from '../../src/platform/batches.js';

it('does what comes meanwhile as the next batch, none larger than allowed', async () => {
  const done: (readonly number[])[] = [];
  const batches = new Batches<number>(async (items) => {
    done.push(items);
    await Promise.resolve();
  }, 3);
  await Promise.all([0, 1, 2, 3, 4].map((item) => batches.add(item)));
  await batches.add(5);
  expect(done).toEqual([[0, 1, 2], [3, 4], [5]]);
});

it('does the others when one cannot be done, and goes on', async () => {
  const done: number[] = [];
  const batches = new Batches<number>(async (items) => {
    if (items.includes(2)) throw new Error('not this one');
    done.push(...items);
  });
  const results = await Promise.allSettled([1, 2, 3].map((item) => batches.add(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  await batches.add(4);
  expect(done).toEqual([1, 3, 4]);
});
