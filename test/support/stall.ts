/** How long the event loop is held at once, by the processor's clock: a machine busy with other things makes no difference. */
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

export interface Measured<Value> {
  value: Value;
  /** The longest turn of the event loop (ms of CPU time). */
  longestMs: number;
}

/** Linux keeps the time of each thread; the main one has the process's number. */
const schedule = `/proc/self/task/${process.pid}/schedstat`;
const hasSchedule = existsSync(schedule);

/** The CPU time of the main thread so far (ms); elsewhere than on Linux that of all threads. */
function cpuTimeMs(): number {
  if (hasSchedule) return Number(readFileSync(schedule, 'latin1').split(' ', 1)[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Does the work and watches every turn of the loop meanwhile. */
export async function cpuStall<Value>(work: () => Promise<Value> | Value): Promise<Measured<Value>> {
  let longestMs = 0;
  let isDone = false;
  let wall = performance.now();
  let cpu = cpuTimeMs();
  const turn = () => {
    // Elsewhere other threads count too: a stall takes both CPU time and time.
    longestMs = Math.max(longestMs, Math.min(cpuTimeMs() - cpu, performance.now() - wall));
    wall = performance.now();
    cpu = cpuTimeMs();
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  try {
    const value = await work();
    await new Promise((resolve) => setImmediate(resolve));
    return { value, longestMs };
  } finally {
    isDone = true;
  }
}
