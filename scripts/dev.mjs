/** `npm run dev`: runs `npm start`, and starts it anew whenever a source has changed. */
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Editors write a file in several steps (ms). */
const settledAfter = 200;

const root = fileURLToPath(new URL('../', import.meta.url));
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
/** @type {NodeJS.Timeout | undefined} */
let pending;
let isLeaving = false;

function start() {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  running = child;
  child.once('exit', () => {
    running = undefined;
    if (!isLeaving) console.log('Stopped. It is started again when a source changes.');
  });
}

/** The old one finishes what it began before the new one starts: they would want the same port and database. */
function restart() {
  if (!running) return start();
  running.removeAllListeners('exit').once('exit', start).kill('SIGTERM');
}

for (const folder of ['src', 'migrations', 'sandbox', 'scripts', '.env'].filter((path) =>
  existsSync(`${root}${path}`),
)) {
  watch(`${root}${folder}`, { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, settledAfter);
  });
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    isLeaving = true;
    clearTimeout(pending);
    if (!running) process.exit(0);
    running
      .removeAllListeners('exit')
      .once('exit', () => process.exit(0))
      .kill(signal);
  });
}
start();
