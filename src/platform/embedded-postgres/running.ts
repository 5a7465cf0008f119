/** The embedded server of another process that runs at this moment, for tools that need not stop it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPassword, SUPERUSER } from './data-directory.js';

/** The connection URL of the server that serves this data directory now, with its password; undefined: none does. */
export async function runningServerUrl(dataDirectory: string, database: string): Promise<string | undefined> {
  const cluster = join(dataDirectory, 'postgres');
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [processId, , , port, socketDirectory, host] = lines.map((line) => line.trim());
  if (!port || lines[7]?.trim() !== 'ready' || !isAlive(Number(processId))) return undefined;
  const password = await readPassword(cluster);
  const login = `${SUPERUSER}:${password}`;
  return socketDirectory
    ? `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(cluster)}`
    : `postgres://${login}@${host || '127.0.0.1'}:${port}/${database}`;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
