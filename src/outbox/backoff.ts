/** When a delivery that failed is tried again, and when it is too late to try. */

/** How long something is worth delivering after it was due (ms). */
export const deliverableForMs = 48 * 3_600_000;

/** A pause before trying again after the given number of attempts (ms): 1 minute, doubling up to an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(2 ** (attempts - 1), 60) * 60_000;
}

/** Whether something was due too long ago to be delivered. */
export function isTooLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > deliverableForMs;
}
