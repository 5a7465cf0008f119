/** What the panel knows: the journal as it grows, the trouble there is, and the bots that are connected. */
import { signal } from '@preact/signals';
import type { BotSession, BotView, FeedEvents, TroubleView } from '../../client/events.js';
import type { JournalEntry } from '../../client/types.js';
import type { SandboxClient } from '../../client.js';
import { keepShownStream } from '../state/shown-stream.js';

/** Entries kept here, as many as the sandbox keeps. */
const KEPT = 1_000;
/** How long (ms) entries are gathered before they are shown together. */
const GATHER = 60;

export class PanelRecord {
  readonly entries = signal<readonly JournalEntry[]>([]);
  /** How many came since it was paused. */
  readonly waiting = signal(0);
  readonly isPaused = signal(false);
  readonly isConnected = signal(true);
  readonly trouble = signal<TroubleView | undefined>(undefined);
  readonly sessions = signal<readonly BotSession[]>([]);
  readonly bots = signal<readonly BotView[]>([]);
  readonly offsetMs = signal(0);
  private gathered: JournalEntry[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;
  /** The same when the stream was lost. */
  private lastWhenLost = 0;
  /** Entries up to this number were taken away. */
  private cleared = 0;

  constructor(readonly client: SandboxClient) {}

  /** Follows the sandbox; answers how to stop. */
  follow(): () => void {
    const stop = keepShownStream('/control/events?journal=only', {
      onOpen: () => {
        this.isConnected.value = true;
        void this.catchUp().catch(() => undefined);
        void this.readBots();
      },
      onLost: (isHidden) => {
        this.lastWhenLost = this.last;
        this.isConnected.value = isHidden;
      },
      attach: (source) => this.listen(source),
    });
    return () => {
      stop();
      clearTimeout(this.timer);
    };
  }

  private listen(source: EventSource): void {
    const on = <Name extends keyof FeedEvents>(name: Name, then: (data: FeedEvents[Name]) => void) =>
      source.addEventListener(name, (event) => then(JSON.parse(String(event.data))));
    on('journal', (entry) => this.take(entry));
    on('trouble', (trouble) => {
      this.trouble.value = trouble;
    });
    on('clock', ({ offsetMs }) => {
      this.offsetMs.value = offsetMs;
    });
    on('gateway', () => void this.readBots());
    on('commands', () => void this.readBots());
    on('reset', () => this.clear());
  }

  /** Takes what is shown away here; the sandbox keeps it for others. */
  clear(): void {
    this.cleared = this.last;
    this.gathered = [];
    this.entries.value = [];
    this.waiting.value = 0;
  }

  pause(isPaused: boolean): void {
    this.isPaused.value = isPaused;
    if (!isPaused) this.show();
  }

  /** Does something to the sandbox, and shows what trouble there is then. */
  async disturb(how: (client: SandboxClient) => Promise<unknown>): Promise<void> {
    try {
      await how(this.client);
    } finally {
      this.trouble.value = await this.client.troubles();
    }
  }

  private async catchUp(): Promise<void> {
    const [entries, trouble, clock] = await Promise.all([
      this.client.journal({ limit: KEPT }),
      this.client.troubles(),
      this.client.clock(),
    ]);
    this.trouble.value = trouble;
    this.offsetMs.value = clock.offsetMs;
    const newest = entries.at(-1)?.number ?? 0;
    // Another sandbox counts from the start.
    const isAnother = newest < this.lastWhenLost;
    this.lastWhenLost = 0;
    const known = isAnother ? [] : [...this.entries.peek(), ...this.gathered];
    if (isAnother) this.cleared = 0;
    const all = new Map([...known, ...entries].map((entry) => [entry.number, entry]));
    this.gathered = [...all.values()]
      .filter((entry) => entry.number > this.cleared)
      .sort((first, second) => first.number - second.number);
    this.last = this.gathered.at(-1)?.number ?? this.cleared;
    this.entries.value = [];
    this.show();
  }

  private async readBots(): Promise<void> {
    const [sessions, bots] = await Promise.all([this.client.sessions(), this.client.bots()]).catch(() => [
      [],
      [],
    ]);
    this.sessions.value = sessions;
    this.bots.value = bots;
  }

  private take(entry: JournalEntry): void {
    if (entry.number <= this.last) return;
    this.last = entry.number;
    this.gathered.push(entry);
    if (!this.isPaused.peek()) this.timer ??= setTimeout(() => this.show(), GATHER);
    else {
      this.gathered = this.gathered.slice(-KEPT);
      this.waiting.value += 1;
    }
  }

  private show(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.value = 0;
    if (this.gathered.length === 0) return;
    this.entries.value = [...this.entries.peek(), ...this.gathered].slice(-KEPT);
    this.gathered = [];
  }
}
