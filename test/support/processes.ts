/** What the system knows about processes. */
import { readFileSync } from 'node:fs';

/** Whether a process runs. One that ended but wasn't yet collected by its parent (a zombie) doesn't count. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return process.platform !== 'linux' || !/^State:\sZ/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
