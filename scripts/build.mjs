/** `npm run build`: compiles the bot and its migrations into `dist/`, and removes what has no source any more. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What `dist/` is compiled from: by which configuration, from which folder, into which. */
const migrations = {
  configuration: 'migrations/tsconfig.json',
  source: 'migrations',
  output: 'dist/migrations',
};
const bot = { configuration: 'tsconfig.build.json', source: 'src', output: 'dist' };

/**
 * Compiles the bot and its migrations, side by side. Files are written even where types are wrong.
 *
 * @returns {Promise<boolean>} whether there were no errors; they are printed as they come
 */
export async function build() {
  const results = await Promise.all([compile(migrations), compile(bot)]);
  return results.every(Boolean);
}

/** Compiles the migrations alone; as {@link build}. */
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
 * The compiler leaves the output of a file that was renamed or taken back; a migration among them would be run.
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit((await build()) ? 0 : 1);
