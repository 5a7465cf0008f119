/** Threads that do long work: one holder each, others wait, and one that fails is not handed on. */
import { afterEach, describe, expect, it } from 'vitest';
import { Workshop, type WorkshopLimits } from '../../src/platform/workshop.js';

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

const opened: Workshop<string, string>[] = [];
const workshop = (limits: Partial<WorkshopLimits> = {}) => {
  const made = new Workshop<string, string>(
    new URL(`data:text/javascript,${encodeURIComponent(worker)}`),
    limits,
  );
  opened.push(made);
  return made;
};
afterEach(() => Promise.all(opened.splice(0).map((one) => one.stop())));

describe('a workshop', () => {
  it('gives the thread of one who is done to the next, and lets others wait for their turn', async () => {
    const shop = workshop({ workers: 1 });
    const first = await shop.open();
    expect(await first.ask('a')).toBe('a 1');
    let isOpen = false;
    const next = shop.open().then((bench) => {
      isOpen = true;
      return bench;
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
  ])('tells of a thread that fails (%s), and begins anew with another', async (task, message) => {
    const shop = workshop({ workers: 1, timeMs: task === 'hang' ? 50 : 10_000 });
    const bench = await shop.open();
    await expect(bench.ask(task)).rejects.toThrow(message);
    await expect(bench.ask('again')).rejects.toThrow('failed');
    bench.close();
    expect((await shop.open()).close()).toBeUndefined();
  });

  it('ends a thread that is let go of in the middle of its work', async () => {
    const shop = workshop({ workers: 1 });
    const bench = await shop.open();
    const lost = bench.ask('hang').catch(() => 'lost');
    bench.close();
    expect(await lost).toBe('lost');
    expect(await (await shop.open()).ask('a')).toBe('a 1');
  });

  it('takes nobody in once it is stopped', async () => {
    const shop = workshop();
    await shop.stop();
    await expect(shop.open()).rejects.toThrow('stopped');
  });
});
