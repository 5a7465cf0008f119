/**
 * `npm run build`: compiles the bot and its migrations into `dist/`, and removes what no longer has a source; builds
 * the sandbox's page if it is there. With `--page` only the page, and only if one of its sources is newer.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What `dist/` is compiled from: with which configuration, from which folder, into which. */
const migrations = {
  configuration: 'migrations/tsconfig.json',
  source: 'migrations',
  output: 'dist/migrations',
};
const bot = { configuration: 'tsconfig.build.json', source: 'src', output: 'dist' };

/**
 * Compiles the bot and its migrations in parallel. Files are written even if there are type errors.
 *
 * @returns {Promise<boolean>} whether there were no errors; they are printed immediately
 */
export async function build() {
  const results = await Promise.all([compile(migrations), compile(bot)]);
  return results.every(Boolean);
}

/** Compiles only the migrations; like {@link build}. */
export const buildMigrations = () => compile(migrations);

/**
 * @param {typeof bot} part
 * @returns {Promise<boolean>}
 */
async function compile(part) {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const child = spawn(process.execPath, [compiler, '-p', part.configuration], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  removeStale(part);
  return code === 0;
}

/**
 * The compiler leaves the output of a renamed or deleted file; a migration among them would be run.
 *
 * @param {typeof bot} part
 */
function removeStale({ source, output }) {
  const directory = join(root, output);
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(directory, path);
    const isOther = output === bot.output && name.startsWith('migrations');
    if (isOther || !entry.isFile() || !/\.js(\.map)?$/.test(name)) continue;
    if (!existsSync(join(root, source, name.replace(/\.js(\.map)?$/, '.ts')))) rmSync(path, { force: true });
  }
}

/** What the page is built from; a newer package may change it, too. */
const pageSources = ['sandbox/web', 'sandbox/client', 'sandbox/client.ts', 'package-lock.json'];

/** Builds the page if it isn't built or one of its sources is newer; like {@link build}. */
export async function buildPageWhereNeeded() {
  const page = statSync(join(root, 'sandbox/dist/index.html'), { throwIfNoEntry: false });
  if (page && page.mtimeMs > newestOf(pageSources)) return true;
  const { buildPage } = await import('./build-page.mjs');
  return buildPage();
}

/**
 * When a file, or anything in a folder, last changed; a folder changes when something in it is removed.
 *
 * @param {string[]} paths files and folders of the project
 * @returns {number} milliseconds since 1970; 0 if it doesn't exist
 */
export function newestOf(paths) {
  return Math.max(...paths.map((path) => newestWithin(join(root, path))));
}

/** @param {string} path @returns {number} */
function newestWithin(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestWithin(join(path, name))));
}

async function buildAll() {
  if (process.argv.includes('--page')) return buildPageWhereNeeded();
  const isBuilt = await build();
  // The container is built without the sandbox.
  if (!existsSync(join(root, 'sandbox/web'))) return isBuilt;
  const { buildPage } = await import('./build-page.mjs');
  return (await buildPage()) && isBuilt;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit((await buildAll()) ? 0 : 1);
