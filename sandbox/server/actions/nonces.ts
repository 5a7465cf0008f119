/** Enforced nonces: which message an author already made with one, for some minutes. */

export class Nonces {
  private readonly known = new Map<string, { messageId: string; at: number }>();

  /** `now` is the sandbox's clock (ms): moving it forward ends what it passes. */
  constructor(
    private readonly lifetime: () => number,
    private readonly now: () => number,
  ) {}

  messageFor(authorId: string, nonce: unknown): string | undefined {
    const found = this.known.get(`${authorId} ${String(nonce)}`);
    return found && this.now() - found.at <= this.lifetime() ? found.messageId : undefined;
  }

  remember(authorId: string, nonce: unknown, messageId: string): void {
    const now = this.now();
    for (const [key, { at }] of this.known) {
      if (now - at <= this.lifetime()) break;
      this.known.delete(key);
    }
    this.known.set(`${authorId} ${String(nonce)}`, { messageId, at: now });
  }

  clear(): void {
    this.known.clear();
  }
}
