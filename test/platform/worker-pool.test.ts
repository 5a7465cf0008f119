/** The worker pool: one lease for each thread, other callers wait, and a failed thread is not reused. */
import { afterEach, describe, expect, it } from 'vitest';
import { WorkerPool, type WorkerPoolLimits } from '../../src/platform/worker-pool.js';

/** Answers a task with itself and how many it has had; some tasks go wrong. */
const worker = `
  import { parentPort } from 'node:worker_threads';
  let had = 0;
  parentPort.on('message', (task) => {
    had += 1;
    if (task === 'fault') parentPort.postMessage({ fault: 'it went wrong' });
    else if (task === 'exit') process.exit(3);
    else if (task !== 'hang') parentPort.postMessage({ answer: task + ' ' + had });
  });
  parentPort.postMessage({ ready: true });`;

const opened: WorkerPool<string, string>[] = [];
const newPool = (limits: Partial<WorkerPoolLimits> = {}) => {
  const pool = new WorkerPool<string, string>(
    new URL(`data:text/javascript,${encodeURIComponent(worker)}`),
    limits,
  );
  opened.push(pool);
  return pool;
};
afterEach(() => Promise.all(opened.splice(0).map((one) => one.stop())));

describe('a worker pool', () => {
  it('makes callers wait until a lease is closed, then reuses its thread', async () => {
    const pool = newPool({ workers: 1 });
    const first = await pool.open();
    expect(await first.ask('a')).toBe('a 1');
    let isOpen = false;
    const next = pool.open().then((lease) => {
      isOpen = true;
      return lease;
    });
    expect(await first.ask('b')).toBe('b 2');
    expect(isOpen).toBe(false);
    first.close();
    first.close();
    expect(await (await next).ask('c')).toBe('c 3');
    await expect(first.ask('d')).rejects.toThrow('closed');
  });

  it.each([
    ['fault', 'it went wrong'],
    ['exit', 'ended in the middle'],
    ['hang', 'no answer within'],
  ])('rejects when a thread fails (%s), and starts another one', async (task, message) => {
    const pool = newPool({ workers: 1, timeMs: task === 'hang' ? 50 : 10_000 });
    const lease = await pool.open();
    await expect(lease.ask(task)).rejects.toThrow(message);
    await expect(lease.ask('again')).rejects.toThrow('failed');
    lease.close();
    expect((await pool.open()).close()).toBeUndefined();
  });

  it('ends a thread whose lease is closed in the middle of a task', async () => {
    const pool = newPool({ workers: 1 });
    const lease = await pool.open();
    const lost = lease.ask('hang').catch(() => 'lost');
    lease.close();
    expect(await lost).toBe('lost');
    expect(await (await pool.open()).ask('a')).toBe('a 1');
  });

  it('refuses new leases once it is stopped', async () => {
    const pool = newPool();
    await pool.stop();
    await expect(pool.open()).rejects.toThrow('stopped');
  });
});
