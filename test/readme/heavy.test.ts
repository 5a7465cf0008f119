/** A mebibyte of any kind is read in the worker within two seconds of its processor and 100 MiB, and never refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerReadmeReader } from '../../src/features/readme/readme-reader.js';
import { heavyReadmes, mebibyte } from '../support/heavy-readmes.js';

const reader = new WorkerReadmeReader({ timeMs: 20_000, memoryMb: 100 });
// A worker is compiled at its start, and its code at its first documents.
beforeAll(async () => {
  await reader.read(Buffer.from(heavyReadmes['a log of many weeks']?.(60_000) ?? ''));
});
afterAll(() => reader.stop());

const mostCpuMs = 2_000;

describe('a mebibyte', () => {
  it.each(Object.entries(heavyReadmes))('of %s', async (name, write) => {
    const bytes = Buffer.from(write(mebibyte));
    expect(bytes.byteLength).toBeGreaterThan(mebibyte * 0.9);
    let cpuMs = Number.POSITIVE_INFINITY;
    // What else the machine does makes some runs slower; what the document needs is the least of three.
    for (let run = 1; run <= 3 && cpuMs >= mostCpuMs; run += 1) {
      const spent = process.cpuUsage();
      const { items, skipped } = await reader.read(bytes);
      const { user, system } = process.cpuUsage(spent);
      cpuMs = Math.min(cpuMs, Math.round((user + system) / 1000));
      console.log(`${name}: ${cpuMs} ms, ${items.length} items, ${skipped.length} left out`);
    }
    expect(cpuMs).toBeLessThan(mostCpuMs);
  });
});
