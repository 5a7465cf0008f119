/** Waiting: for a while, and for work that may take too long. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after so many milliseconds, or as soon as `stopping` says so. */
export async function pause(milliseconds: number, stopping?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stopping }).catch(() => undefined);
}

/** What `work` gives, or what `late` gives or throws when it takes longer than `limitMs`; the work itself goes on. */
export async function within<T, Late>(
  limitMs: number,
  work: Promise<T>,
  late: () => Late,
): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Late>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
