/** `npm run dev`: runs `npm start`, and restarts it when a source changes. */
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Editors write a file in several steps (ms). */
const settledAfterMs = 200;

const root = fileURLToPath(new URL('../', import.meta.url));
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
/** @type {NodeJS.Timeout | undefined} */
let pending;
/** @type {NodeJS.Timeout | undefined} */
let pendingPage;
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

/** The old one finishes its work before the new one starts: both want the same port and database. */
function restart() {
  if (!running) return start();
  running.removeAllListeners('exit').once('exit', start).kill('SIGTERM');
}

/** The page is rebuilt while everything else keeps running; reload it to see the change. */
function buildPage() {
  spawn(process.execPath, ['scripts/build.mjs', '--page'], { cwd: root, stdio: 'inherit' });
}

/** @param {string} folder @param {string} name */
function changed(folder, name) {
  const path = `${folder}/${name.replaceAll('\\', '/')}`;
  if (path.startsWith('sandbox/dist')) return;
  if (path.startsWith('sandbox/web')) {
    clearTimeout(pendingPage);
    pendingPage = setTimeout(buildPage, settledAfterMs);
    return;
  }
  clearTimeout(pending);
  pending = setTimeout(restart, settledAfterMs);
}

for (const folder of ['src', 'migrations', 'sandbox', 'scripts', '.env'].filter((path) =>
  existsSync(`${root}${path}`),
)) {
  watch(`${root}${folder}`, { recursive: true }, (_event, name) => changed(folder, name ?? ''));
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    isLeaving = true;
    clearTimeout(pending);
    clearTimeout(pendingPage);
    if (!running) process.exit(0);
    running
      .removeAllListeners('exit')
      .once('exit', () => process.exit(0))
      .kill(signal);
  });
}
start();
