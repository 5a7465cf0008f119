/** READMEs are read in workers: whatever is handed in, an answer comes in time and the process serves others meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ReaderLimits, WorkerReadmeReader } from '../../../src/features/readme/readme-reader.js';
import { type ReadmeDocument, UnreadableReadme } from '../../../src/readme/readme-document.js';

const mebibyte = 1_048_576;
const text = (content: string) => new TextEncoder().encode(content);
/** As many times the content as a mebibyte has room for, in bytes. */
const filled = (content: string) => text(content.repeat(Math.floor(mebibyte / text(content).byteLength)));

/** The one that the bot has; each worker of it that is ended is followed by another. */
const reader = new WorkerReadmeReader();
const others: WorkerReadmeReader[] = [];
const readerWith = (limits: Partial<ReaderLimits>, worker?: URL) => {
  const other = new WorkerReadmeReader(limits, worker);
  others.push(other);
  return other;
};
// It is compiled from its source at its first start, on a machine that tests much else at the same time.
beforeAll(() => reader.read(text('# Nexus')));
afterEach(() => Promise.all(others.splice(0).map((other) => other.stop())));
afterAll(() => reader.stop());
/** A worker that does what is written here with what it is given. */
const workerOf = (body: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (bytes) => { ${body} });
    parentPort.postMessage({ ready: true });`)}`,
  );

const outcomeOf = (reading: Promise<ReadmeDocument>) =>
  reading.then(
    ({ items }) => `${items.length} items`,
    (error: unknown) => (error instanceof UnreadableReadme ? error.reason : `failed: ${String(error)}`),
  );

it('reads a document', async () => {
  const given = text('# Nexus\n\n## Technologies\n- **Docker** – containers\n');
  const document = await reader.read(given);
  expect(document).toMatchObject({ skipped: [] });
  // The caller's bytes are still the caller's.
  expect(given.byteLength).toBeGreaterThan(0);
});

describe('what is no README', () => {
  it.each([
    ['nothing', text(''), 'empty'],
    ['white space', text('\ufeff \n\t\r\n'), 'empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]), 'binary'],
    ['a PDF', text('%PDF-1.7\nbinary follows'), 'binary'],
    ['zeros', new Uint8Array(4096), 'binary'],
    ['controls', text('# a\n\u0001\u0002\u0003 text'), 'binary'],
    ['a page', text('\n<!DOCTYPE html>\n<html><head></head><body># Title</body></html>'), 'html'],
    ['a page after a comment', text('<!-- saved -->\n<html lang="en"><body>x</body></html>'), 'html'],
    ['more than a mebibyte', new Uint8Array(mebibyte + 1).fill(0x61), 'too-heavy'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await outcomeOf(reader.read(bytes))).toBe(reason);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff# Nexus\n\ntext', 'utf16le')],
    ['a README that begins with HTML', text('<div align="center">\n\n# Nexus\n\n</div>\n')],
    ['a mark of colour from a terminal', text(`# Nexus\n\n\u001b[32mok\u001b[0m ${'text '.repeat(40)}`)],
  ])('but %s is one', async (_name, bytes) => {
    expect(await outcomeOf(reader.read(bytes))).toMatch(/^\d+ items$/);
  });
});

const nestedList = Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
const heavy: [string, Uint8Array][] = [
  ['a mebibyte of #', filled('#')],
  ['a mebibyte of # on lines of their own', filled('#\n')],
  ['one line of a mebibyte', filled('word ')],
  ['a list nested 700 deep', text(nestedList)],
  ['quotes nested 2,000 deep on one line', text(`${'> '.repeat(2000)}a`)],
  ['lists nested on one line', text(`${'- '.repeat(5000)}a`)],
  [
    'a table of 10,000 rows',
    text(`| Challenge | Solution |\n|---|---|\n${'| slow | cache |\n'.repeat(10_000)}`),
  ],
  ['quotes nested as deep as may be, for long', text(`${'> '.repeat(20)}a\n\n`.repeat(1000))],
  ['a mebibyte of open brackets', filled('['.repeat(99) + '\n')],
  ['a mebibyte of stars', filled('*a_ '.repeat(25) + '\n')],
  ['a mebibyte of bold bullets', filled('- **Docker** – containers for all\n')],
  ['a mebibyte of prose', filled(`${'Some words about this and that. '.repeat(20)}\n\n`)],
  ['a mebibyte of garbled text', filled('- Ã©tÃ© â€“ dÃ©jÃ\u00a0 ðŸš€\n')],
];

describe('what is too much', () => {
  it.each(heavy)('%s is answered in time, within bounds, while others are served', async (name, bytes) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    delay.enable();
    // A worker that waits already: how long one takes to start is the machine's doing.
    await reader.read(text('# Nexus\n\n## Technologies\n- **Docker** – containers\n'));
    const spent = process.cpuUsage();
    const started = performance.now();
    const outcome = await outcomeOf(reader.read(bytes));
    delay.disable();
    clearInterval(watch);
    const { user, system } = process.cpuUsage(spent);
    const figures = {
      outcome,
      // Of all threads.
      cpuMs: Math.round((user + system) / 1000),
      ms: Math.round(performance.now() - started),
      blockedMs: Math.round(delay.max / 1e6),
      grownMb: Math.round((most - before) / mebibyte),
    };
    console.log(`${name}: ${JSON.stringify(figures)}`);
    expect(bytes.byteLength).toBeLessThanOrEqual(mebibyte);
    expect(outcome).toMatch(/^(?:too-heavy|\d+ items)$/);
    // Far above the figures, for machines that do other things at the same time.
    expect(figures.ms).toBeLessThan(8000);
    expect(figures.blockedMs).toBeLessThan(500);
    expect(figures.grownMb).toBeLessThan(300);
  });

  it('is given up after its time', async () => {
    const started = performance.now();
    const reading = readerWith({ timeMs: 200 }, workerOf('for (;;);')).read(text('a'));
    expect(await outcomeOf(reading)).toBe('too-heavy');
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('is given up when it takes more memory than it may', async () => {
    const hoard = workerOf('const all = []; for (;;) all.push(new Array(1e5).fill({}));');
    expect(await outcomeOf(readerWith({ memoryMb: 32, timeMs: 15_000 }, hoard).read(text('a')))).toBe(
      'too-heavy',
    );
  });
});

it('reports a crash of the worker as a fault, not as a problem of the file', async () => {
  const reading = readerWith({}, workerOf('throw new Error("oh");')).read(text('a'));
  expect(await outcomeOf(reading)).toMatch(/^failed: .*oh/);
});

it('goes on after a document that was given up', async () => {
  const worker = workerOf(
    'if (bytes[0] === 0x62) for (;;); else parentPort.postMessage({ document: { items: [], skipped: [] } });',
  );
  const other = readerWith({ timeMs: 200, workers: 1 }, worker);
  const readings = ['a', 'b', 'a', 'a'].map((given) => outcomeOf(other.read(text(given))));
  expect(await Promise.all(readings)).toEqual(['0 items', 'too-heavy', '0 items', '0 items']);
});

it('reads two at a time, and the others in their turn', async () => {
  const slow = workerOf(
    'setTimeout(() => parentPort.postMessage({ document: { items: [], skipped: [] } }), 150);',
  );
  const queue = readerWith({ workers: 2 }, slow);
  let done = 0;
  const readings = Array.from({ length: 5 }, () => queue.read(text('a')).then(() => done++));
  await Promise.race(readings);
  expect(done).toBeLessThanOrEqual(2);
  await Promise.all(readings);
  expect(done).toBe(5);
});

it('stops what it is reading, and takes nothing more', async () => {
  const endless = readerWith({ workers: 1, timeMs: 10_000 }, workerOf('for (;;);'));
  const readings = [endless.read(text('a')), endless.read(text('b'))].map(outcomeOf);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await endless.stop();
  expect(await Promise.all(readings)).toEqual([
    'failed: Error: the worker that reads READMEs ended',
    'failed: Error: the reader was stopped',
  ]);
});
