/** The commands offered to the viewer in a channel, read when they are first needed and again when they changed. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { APIApplicationCommand } from 'discord-api-types/v10';

export class Commands {
  private readonly channels = new Map<string, Signal<readonly APIApplicationCommand[]>>();

  constructor(private readonly read: (channelId: string) => Promise<readonly APIApplicationCommand[]>) {}

  /** Empty until they are read. */
  of(channelId: string): ReadonlySignal<readonly APIApplicationCommand[]> {
    const known = this.channels.get(channelId);
    if (known) return known;
    const fresh = signal<readonly APIApplicationCommand[]>([]);
    this.channels.set(channelId, fresh);
    void this.load(channelId, fresh);
    return fresh;
  }

  /** Reads those of `shown` again; the others when they are asked for. */
  readAgain(shown: readonly string[]): void {
    for (const [channelId, list] of this.channels) {
      if (shown.includes(channelId)) void this.load(channelId, list);
      else this.channels.delete(channelId);
    }
  }

  private async load(channelId: string, into: Signal<readonly APIApplicationCommand[]>): Promise<void> {
    try {
      into.value = await this.read(channelId);
    } catch {
      // The channel is gone, or the sandbox is: the stream reports both.
      this.channels.delete(channelId);
    }
  }
}
