/** Who is writing in which channel right now. */
import { signal } from '@preact/signals';

/** How long (ms) somebody counts as writing after the last sign of it, as on Discord. */
const LASTING = 10_000;

export class Typing {
  /** User ids by channel. */
  readonly now = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  begin(channelId: string, userId: string): void {
    const key = `${channelId} ${userId}`;
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.end(channelId, userId), LASTING),
    );
    this.change(channelId, (ids) => (ids.includes(userId) ? ids : [...ids, userId]));
  }

  end(channelId: string, userId: string): void {
    if (!this.timers.delete(`${channelId} ${userId}`)) return;
    this.change(channelId, (ids) => ids.filter((id) => id !== userId));
  }

  forget(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.now.value = new Map();
  }

  private change(channelId: string, how: (ids: readonly string[]) => readonly string[]): void {
    const now = this.now.peek();
    this.now.value = new Map(now).set(channelId, how(now.get(channelId) ?? []));
  }
}
