/** Temporary folders of a test run, and cleaning up after killed runs. */
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { stopLeftoverServer } from '../../src/platform/embedded-postgres/leftovers.js';
import { isAlive } from './processes.js';

const PREFIX = 'nexus-test-';

/** Call at the top level of a test file: a folder for it, removed with its content. Returns its real path. */
export function useTemporaryDirectory(): string {
  const directory = makeTemporaryDirectory();
  // An interrupted test file's process gets one of these; it ends itself so that its exit hooks run first.
  const end = (): void => process.exit();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  afterAll(() => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, end);
    directory.remove();
  });
  return directory.path;
}

/** A folder that only its creator can enter; removed at the latest when the process ends. Its name contains the process id. */
export function makeTemporaryDirectory(): { path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`)));
  const removeNow = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeNow);
  const remove = (): void => {
    process.off('exit', removeNow);
    removeNow();
  };
  return { path, remove };
}

/** Removes the folders of test runs that were killed, and stops the servers they left in them. */
export async function removeAbandonedDirectories(): Promise<void> {
  const maker = new RegExp(`^${PREFIX}(\\d+)-`);
  for (const name of readdirSync(tmpdir())) {
    const id = Number(maker.exec(name)?.[1] ?? process.pid);
    // What fails here belongs to another user, or another run is removing it right now.
    if (!isAlive(id)) await removeAbandoned(join(tmpdir(), name)).catch(() => undefined);
  }
}

async function removeAbandoned(path: string): Promise<void> {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const clusters = files.filter((file) => /^([^/]+\/)?postgres\/PG_VERSION$/.test(file)).map(dirname);
  for (const cluster of clusters) await stopLeftoverServer(join(path, cluster), '');
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
