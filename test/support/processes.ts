/** What the system says of processes. */
import { readFileSync } from 'node:fs';

/** Whether a process runs; one that has ended but was not yet collected by its parent (a zombie) does not. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return process.platform !== 'linux' || !/^State:\sZ/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
