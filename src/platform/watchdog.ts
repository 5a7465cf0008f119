/** Ends the process when its event loop hangs, so that a supervisor starts it again or a standby takes over. */
import { url as inspectorUrl } from 'node:inspector';
import { startWorker, workerFile } from './worker.js';

const beatMs = 1_000;

export interface Watchdog {
  stop(): Promise<void>;
}

/**
 * Watches from a thread of its own. A process that was stopped and goes on, or a machine that slept, has not hung: the
 * thread counts its own ticks, which stop as well.
 * @param hangMs a loop that does nothing for so long hangs; longer than any pause of the garbage collector
 */
export function startWatchdog(hangMs = 20_000): Watchdog {
  // At a breakpoint everything stands still on purpose.
  if (inspectorUrl()) return { stop: async () => undefined };
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const timer = setInterval(() => Atomics.add(beats, 0, 1), beatMs / 2);
  timer.unref();
  const worker = startWorker(workerFile('./watchdog-worker', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
    workerData: {
      beats,
      beatMs,
      missesAllowed: Math.max(1, Math.round(hangMs / beatMs)),
      processId: process.pid,
    },
  });
  worker.unref();
  return {
    async stop() {
      clearInterval(timer);
      await worker.terminate();
    },
  };
}
