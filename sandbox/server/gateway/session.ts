/** One gateway session: its sequence, what can be replayed, and the connection it has at the moment. */
import type { EventName } from '../served/events.js';
import type { ApplicationRecord } from '../state/records.js';

/** How many events a session keeps for a resume. */
const REPLAY = 2_000;

/** Where a session's events go while it is connected. */
export interface Outlet {
  send(payload: string): void;
}

/** What a bot asks for when it identifies. */
export interface SessionOptions {
  intents: number;
  shard: readonly [number, number];
  /** Members from which on a guild is large, and sent with only a part of them. */
  largeThreshold: number;
}

export class Session {
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly largeThreshold: number;
  sequence = 0;
  outlet: Outlet | undefined;
  /** Real time at which the connection was lost. */
  lostAt: number | undefined;
  private readonly sent: (string | undefined)[] = [];

  constructor(
    readonly id: string,
    readonly application: ApplicationRecord,
    options: SessionOptions,
  ) {
    this.intents = options.intents;
    this.shard = options.shard;
    this.largeThreshold = options.largeThreshold;
  }

  /** Sends an event, or keeps it for the resume. `data` is JSON already. */
  dispatch(event: EventName, data: string): void {
    this.sequence += 1;
    const payload = `{"t":"${event}","s":${this.sequence},"op":0,"d":${data}}`;
    this.sent[this.sequence % REPLAY] = payload;
    this.outlet?.send(payload);
  }

  /** The payloads after a sequence number, or undefined when some are gone. */
  since(sequence: number): string[] | undefined {
    if (sequence > this.sequence || this.sequence - sequence >= REPLAY) return undefined;
    const payloads: string[] = [];
    for (let number = sequence + 1; number <= this.sequence; number += 1)
      payloads.push(this.sent[number % REPLAY] ?? '');
    return payloads;
  }
}
