/** Members for whom something waits until they turn up: looked up at every interaction, and so kept for a moment. */

/** How long it may go unnoticed that another process has something for somebody (ms). */
const freshForMs = 30_000;

/** A change is noted before its transaction is over (ms): what is read until then may be from before it. */
const settlingMs = 2_000;

export class WaitingMembers {
  private keys: ReadonlySet<string> = new Set();
  private readAt = Number.NEGATIVE_INFINITY;
  private settledAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly read: () => Promise<readonly { guildId: string; userId: string }[]>) {}

  async includes(guildId: string, userId: string): Promise<boolean> {
    const now = performance.now();
    if (now - this.readAt > freshForMs) {
      // Noted at once: while the database is away, not every interaction asks it again.
      this.readAt = now < this.settledAt ? Number.NEGATIVE_INFINITY : now;
      this.keys = new Set((await this.read()).map((one) => `${one.guildId} ${one.userId}`));
    }
    return this.keys.has(`${guildId} ${userId}`);
  }

  /** Something changes, or did a moment ago: the next questions are asked of the database. */
  forget(): void {
    this.readAt = Number.NEGATIVE_INFINITY;
    this.settledAt = performance.now() + settlingMs;
  }
}
