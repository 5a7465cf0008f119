/** The messages of every channel the page has shown: read in pages, kept up to date by the stream. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FeedEvents } from '../../client/events.js';
import {
  EMPTY,
  type History,
  type Page,
  withChange,
  withMessage,
  withNewest,
  withOlder,
  withoutMessage,
} from './history.js';

/** How many messages are read at once. */
const PAGE = 50;

/** Reads a page of a channel's messages: the newest, or those before one. */
export type ReadPage = (channelId: string, range: { limit: number; before?: string }) => Promise<Page>;

type Change = (history: History) => History;

export class Messages {
  private readonly channels = new Map<string, Signal<History>>();
  private readonly reading = new Map<string, Promise<void>>();
  /** What changed in a channel while its newest page was on its way, which may be without it. */
  private readonly meanwhile = new Map<string, Change[]>();
  /** Channels where something was missed, to be read again before they are shown. */
  private readonly stale = new Set<string>();
  /** Counts the times that everything was forgotten: a page that was asked for before is not taken in. */
  private era = 0;

  constructor(
    private readonly read: ReadPage,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** What is known of a channel; `open` it to have it read. */
  of(channelId: string): ReadonlySignal<History> {
    return this.signalOf(channelId);
  }

  /** Reads a channel's newest messages unless they are there. */
  async open(channelId: string): Promise<void> {
    const history = this.signalOf(channelId);
    if (history.peek().isLoaded && !this.stale.has(channelId)) return;
    await this.once(channelId, async () => {
      if (history.peek().isLoaded && !this.stale.has(channelId)) return;
      const { era } = this;
      const meanwhile: Change[] = [];
      this.meanwhile.set(channelId, meanwhile);
      const page = await this.read(channelId, { limit: PAGE }).finally(() =>
        this.meanwhile.delete(channelId),
      );
      if (era !== this.era) return;
      this.stale.delete(channelId);
      history.value = meanwhile.reduce((now, change) => change(now), withNewest(history.peek(), page));
    });
  }

  /** Resolves when the messages before the first one are there. */
  async loadOlder(channelId: string): Promise<void> {
    const history = this.signalOf(channelId);
    await this.once(channelId, async () => {
      const { era } = this;
      const [first] = history.peek().messages;
      if (!first || !history.peek().hasOlder) return;
      const page = await this.read(channelId, { limit: PAGE, before: first.id });
      if (era === this.era) history.value = withOlder(history.peek(), page);
    });
  }

  /** Reads `shown` again, and the others when they are shown next, after a time without the stream. */
  async readAgain(shown: readonly string[]): Promise<void> {
    for (const channelId of this.channels.keys()) this.stale.add(channelId);
    await Promise.all(shown.map((channelId) => this.open(channelId)));
  }

  forget(): void {
    this.era += 1;
    this.stale.clear();
    this.reading.clear();
    for (const history of this.channels.values()) history.value = EMPTY;
  }

  take(name: 'message' | 'message-update' | 'reaction', { channelId, message }: FeedEvents['message']): void {
    const put = name === 'message' ? withMessage : withChange;
    this.change(channelId, (history) => put(history, message));
  }

  remove({ channelId, messageId }: Pick<FeedEvents['message-delete'], 'channelId' | 'messageId'>): void {
    this.change(channelId, (history) => withoutMessage(history, messageId));
  }

  private change(channelId: string, change: Change): void {
    const history = this.signalOf(channelId);
    this.meanwhile.get(channelId)?.push(change);
    // Before its newest page is read, a channel would look as if this were its only message.
    if (history.peek().isLoaded) history.value = change(history.peek());
  }

  private signalOf(channelId: string): Signal<History> {
    const known = this.channels.get(channelId);
    if (known) return known;
    const fresh = signal(EMPTY);
    this.channels.set(channelId, fresh);
    return fresh;
  }

  /** One request for a channel at a time: a second caller waits, then looks for what is still to do. */
  private async once(channelId: string, task: () => Promise<void>): Promise<void> {
    const before = this.reading.get(channelId);
    const mine = (async () => {
      await before;
      await task().catch(this.onFailure);
    })();
    this.reading.set(channelId, mine);
    await mine;
    if (this.reading.get(channelId) === mine) this.reading.delete(channelId);
  }
}
