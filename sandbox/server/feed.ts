/** The stream of changes that a page or a test can follow (server-sent events); each gets what its person may see. */
import type { ServerResponse } from 'node:http';

/** How often (ms) a silent stream is shown to be alive. */
const KEEP_ALIVE = 15_000;
/** Bytes that may wait for a follower who reads too slowly; beyond, it is cut off and can come back. */
const MAX_WAITING = 4 * 1_024 * 1_024;

/** What a follower of the journal alone gets as well. */
const BESIDE_JOURNAL = new Set(['gateway', 'trouble', 'commands', 'clock', 'reset']);

export interface FollowOptions {
  /** Only what this user may see; everything by default. */
  personId?: string;
  /** Whether journal entries come as well, or almost nothing else: what the developer tools show. */
  journal?: 'also' | 'only';
}

interface Follower extends FollowOptions {
  response: ServerResponse;
}

export class Feed {
  private readonly followers = new Set<Follower>();
  private readerCount = 0;
  private timer: NodeJS.Timeout | undefined;

  /** Finishes what is told, such as addresses in it. */
  finish: (json: string) => string = (json) => json;

  /** Whether anybody follows the journal. */
  get hasReaders(): boolean {
    return this.readerCount > 0;
  }

  get size(): number {
    return this.followers.size;
  }

  /** Streams to a response until it is closed. */
  follow(response: ServerResponse, options: FollowOptions = {}): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    response.write('retry: 1000\n: following\n\n');
    const follower = { ...options, response };
    this.followers.add(follower);
    if (options.journal) this.readerCount += 1;
    this.timer ??= setInterval(() => this.write(': \n\n'), KEEP_ALIVE).unref();
    response.on('close', () => this.leave(follower));
  }

  /** `facts` is called once for each person who follows; what it leaves undefined is not sent. */
  publish(type: string, facts: (personId: string | undefined) => unknown): void {
    if (this.followers.size === 0) return;
    const lines = new Map<string | undefined, string | undefined>();
    for (const follower of this.followers) {
      const { personId, journal } = follower;
      if (journal === 'only' && !BESIDE_JOURNAL.has(type)) continue;
      if (!lines.has(personId)) lines.set(personId, this.lineOf(type, facts(personId)));
      this.send(follower, lines.get(personId));
    }
  }

  /** Tells those who read the journal. */
  publishJournal(facts: () => unknown): void {
    if (this.readerCount === 0) return;
    const line = this.lineOf('journal', facts());
    for (const follower of this.followers) if (follower.journal) this.send(follower, line);
  }

  close(): void {
    for (const { response } of this.followers) response.end();
    this.followers.clear();
    this.readerCount = 0;
    clearInterval(this.timer);
  }

  private write(line: string): void {
    for (const follower of this.followers) this.send(follower, line);
  }

  private send(follower: Follower, line: string | undefined): void {
    if (line === undefined) return;
    follower.response.write(line);
    if (follower.response.writableLength > MAX_WAITING) follower.response.destroy();
  }

  private leave(follower: Follower): void {
    if (!this.followers.delete(follower)) return;
    if (follower.journal) this.readerCount -= 1;
    if (this.followers.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private lineOf(type: string, facts: unknown): string | undefined {
    return facts === undefined
      ? undefined
      : `event: ${type}\ndata: ${this.finish(JSON.stringify(facts))}\n\n`;
  }
}
