/** The watching thread of the watchdog: it can end the process although the main thread does nothing any more. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { beats, beatMs, missesAllowed, processId } = workerData as {
  beats: Int32Array;
  beatMs: number;
  missesAllowed: number;
  processId: number;
};
let last = -1;
let misses = 0;

setInterval(() => {
  const now = Atomics.load(beats, 0);
  misses = now === last ? misses + 1 : 0;
  last = now;
  if (misses < missesAllowed) return;
  const seconds = Math.round((misses * beatMs) / 1_000);
  writeSync(
    1,
    `${JSON.stringify({ level: 60, time: Date.now(), seconds, msg: 'the event loop hangs; ending the process' })}\n`,
  );
  process.kill(processId, 'SIGKILL');
}, beatMs);
