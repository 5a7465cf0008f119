/** How often one member may do what others see and what stores nothing: in memory, for some minutes. */

const windowMs = 600_000;
const timesAtMost = 5;

/** Members remembered; the oldest go first. */
const membersAtMost = 5_000;

export class Pace {
  private readonly times = new Map<string, number[]>();

  /** Counts one more; gives when the next is free (ms since 1970) if this is one too many. */
  take(key: string, now: number): number | undefined {
    const recent = (this.times.get(key) ?? []).filter((time) => time > now - windowMs && time <= now);
    const [first] = recent;
    if (first !== undefined && recent.length >= timesAtMost) return first + windowMs;
    this.times.delete(key);
    this.times.set(key, [...recent, now]);
    const [oldest] = this.times.keys();
    if (this.times.size > membersAtMost && oldest !== undefined) this.times.delete(oldest);
    return undefined;
  }
}
