// @ts-check
/** `npm start`: builds what isn't built, then runs the bot if there is a token, and otherwise a whole sandbox. */
import { spawn } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The oldest Node.js that the bot and its packages support. */
const OLDEST = [20, 19];
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** How often to check whether npm is still there (ms). */
const PARENT_CHECK = 250;

const project = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

checkNode();
readEnvironmentFile();
const hasToken = Boolean(process.env['DISCORD_TOKEN']);
// In production the bot itself reports a missing token, so the message is the same everywhere.
const isSandbox = !hasToken && process.env['NODE_ENV'] !== 'production';
await buildWhereNeeded();
if (isSandbox && !isInstalled('tsx')) {
  fail(
    'Without DISCORD_TOKEN a sandbox is started, whose tools are not installed: run `npm ci`, or set DISCORD_TOKEN.',
  );
}
process.exitCode = isSandbox
  ? await run(['--import', 'tsx', 'scripts/sandbox-session.ts', ...process.argv.slice(2)])
  : await run(['dist/index.js']);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(
    `Nexus needs Node.js ${OLDEST.join('.')} or later, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
}

function readEnvironmentFile() {
  process.chdir(project);
  if (!isInstalled('dotenv')) fail('The packages are not installed: run `npm ci` first.');
  require('dotenv').config({ quiet: true });
}

/** Builds if a source is newer than the output; without TypeScript, what was built elsewhere is run. */
async function buildWhereNeeded() {
  const entrance = join(project, 'dist/index.js');
  const isBuilt = existsSync(entrance) && existsSync(join(project, 'dist/migrations'));
  if (!isInstalled('typescript')) {
    if (!isBuilt) fail('The bot is not built, and TypeScript is not installed: run `npm ci`.');
    return;
  }
  const { build, buildPageWhereNeeded, newestOf } = await import('./build.mjs');
  if (isSandbox && isInstalled('vite') && !(await buildPageWhereNeeded()))
    fail('The page could not be built: the errors are above.');
  const newest = newestOf(['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json']);
  if (isBuilt && statSync(entrance).mtimeMs > newest) return;
  if (await build()) return;
  // The compiler writes what it can: marked as old, so that the next start builds again.
  if (existsSync(entrance)) utimesSync(entrance, 0, 0);
  fail('The bot could not be built: the errors are above.');
}

/**
 * Runs one of the project's programs in this terminal. Signals reach it through its channel closing (see
 * `end-with-parent.mjs`), which works on every system, even if this process is killed.
 * @param {string[]} args
 */
function run(args) {
  const child = spawn(process.execPath, ['--import', './scripts/session/end-with-parent.mjs', ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const stop = () => {
    if (child.connected) child.disconnect();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  whenAbandoned(stop);
  return exitOf(child);
}

/**
 * On SIGTERM npm ends the shell it runs scripts in, without notifying us: only the parent process changes.
 * @param {() => void} then
 */
function whenAbandoned(then) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, PARENT_CHECK);
  timer.unref();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; for a signal the code that shells use
 */
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {string} name */
function isInstalled(name) {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
