/** Discord's ids: 42 bits of milliseconds since 2015, then 22 that keep them apart. */

const DISCORD_EPOCH = 1_420_070_400_000;
const LOW_BITS = 22n;

export const SNOWFLAKE = /^\d{17,19}$/;

/** A source of ids that only ever grow, even when the clock is set back. */
export class Snowflakes {
  private last = 0n;

  constructor(private readonly now: () => number) {}

  next(): string {
    const first = BigInt(Math.max(0, Math.floor(this.now()) - DISCORD_EPOCH)) << LOW_BITS;
    this.last = first > this.last ? first : this.last + 1n;
    return this.last.toString();
  }

  /** Forgets the ids of a world that is gone: the clock may have been set back since. */
  restart(): void {
    this.last = 0n;
  }

  /** Ids made from now on come after this one. */
  after(id: string): void {
    const value = BigInt(id);
    if (value > this.last) this.last = value;
  }
}

/** Milliseconds since 1970 at which an id was made. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> LOW_BITS) + DISCORD_EPOCH;
}

/** Negative when the first id is older than the second. */
export function compareIds(first: string, second: string): number {
  if (first.length !== second.length) return first.length - second.length;
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Which of `count` shards a guild belongs to. */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> LOW_BITS) % BigInt(count));
}
