/** Lets one process at a time own a data directory, by a lock that the kernel frees when that process dies. */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgresError, hasCode } from './error.js';

/** BSD's flag to take an exclusive lock while opening a file; Node passes it on but does not name it. */
const O_EXLOCK = 0x20;

export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of an existing data directory.
 *
 * No lock file with a process id in it: that outlives `kill -9` and can be claimed by two at once. Linux has
 * sockets without a file and Windows has pipes, whose names belong to one listener; macOS locks while opening.
 *
 * @throws {EmbeddedPostgresError} when another process has it.
 */
export async function takeOwnerLock(dataDirectory: string): Promise<OwnerLock> {
  const { dev, ino } = await stat(dataDirectory, { bigint: true });
  const name = `nexus-postgres-${dev}-${ino}`;
  try {
    if (process.platform === 'linux') return await listen(`\0${name}`);
    if (process.platform === 'win32') return await listen(`\\\\.\\pipe\\${name}`);
    return await openLocked(join(dataDirectory, 'lock'));
  } catch (cause) {
    if (!hasCode(cause, 'EADDRINUSE', 'EAGAIN')) throw cause;
    throw new EmbeddedPostgresError(
      `Another Nexus is already running with the data in ${dataDirectory}: ` +
        'stop that one first, or set NEXUS_DATA_DIR to another directory.',
      { cause },
    );
  }
}

async function listen(path: string): Promise<OwnerLock> {
  const server = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path, exclusive: true }, resolve);
  });
  server.unref();
  return { release: () => new Promise((resolve) => void server.close(() => resolve())) };
}

async function openLocked(path: string): Promise<OwnerLock> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
  const file = await open(path, flags, 0o600);
  return { release: () => file.close() };
}
