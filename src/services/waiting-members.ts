/** Members for whom something waits until they turn up: looked up at every interaction, and so kept for a moment. */

/** How long it may go unnoticed that another process has something for somebody (ms). */
const freshFor = 30_000;

export class WaitingMembers {
  private keys: ReadonlySet<string> = new Set();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly read: () => Promise<readonly { guildId: string; userId: string }[]>) {}

  async includes(guildId: string, userId: string): Promise<boolean> {
    if (performance.now() - this.readAt > freshFor) {
      // Noted at once: while the database is away, not every interaction asks it again.
      this.readAt = performance.now();
      this.keys = new Set((await this.read()).map((one) => `${one.guildId} ${one.userId}`));
    }
    return this.keys.has(`${guildId} ${userId}`);
  }

  /** Something changed: the next question is asked of the database. */
  forget(): void {
    this.readAt = Number.NEGATIVE_INFINITY;
  }
}
