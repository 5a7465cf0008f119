/** When jobs run besides their schedule: after the clock was moved, and when somebody asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { Scheduler } from '../../src/jobs/scheduler.js';

let clock = 0;
let seen: number[] = [];
let scheduler: Scheduler;

/** A job that takes a moment, and remembers the clock it saw. */
const job = {
  name: 'looking',
  // Never by itself within a test.
  schedule: '0 0 1 1 *',
  async run() {
    const now = clock;
    await sleep(20);
    seen.push(now);
  },
};

function started(): Scheduler {
  clock = 0;
  seen = [];
  scheduler = new Scheduler([job], pino({ level: 'silent' }));
  scheduler.start({});
  return scheduler;
}

afterEach(() => scheduler.stop());

it.each([
  ['a mistake', new TypeError('undefined is not a function'), 50],
  ['a database that is away', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 40],
])('logs a run that failed because of %s by what an operator has to do', async (_, error, level) => {
  const lines: string[] = [];
  const failing = { ...job, run: () => Promise.reject(error) };
  scheduler = new Scheduler([failing], pino({ base: null }, { write: (line) => void lines.push(line) }));
  scheduler.start({});
  scheduler.nudge('looking');
  await expect.poll(() => lines.length).toBe(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level,
    job: 'looking',
    msg: 'a job failed; its next run tries again',
  });
});

it('runs at once when the clock was moved, and after the last of many moves, without a run for each', async () => {
  started();
  const begun = performance.now();
  for (clock = 1; clock <= 30; clock += 1) {
    scheduler.clockMoved();
    await sleep(10);
  }
  clock = 30;
  await expect.poll(() => seen.at(-1)).toBe(30);
  expect(seen[0]).toBeLessThan(30);
  expect(seen.length).toBeLessThanOrEqual(2 + (performance.now() - begun) / 500);
});

it('runs once for several nudges, and not at all after it was stopped', async () => {
  started();
  for (let time = 0; time < 5; time += 1) scheduler.nudge('looking', 'another');
  await expect.poll(() => seen.length).toBe(1);
  scheduler.nudge('looking');
  scheduler.clockMoved();
  await scheduler.stop();
  await sleep(50);
  expect(seen.length).toBe(1);
});
