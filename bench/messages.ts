/** What the benchmark and its driver say to each other. */
import type { Deliveries } from './digest/deliveries.js';
import type { Part } from './payloads.js';

export type BotName = 'pong' | 'raw' | 'nexus';

export const tokenOf = (bot: BotName) => `bench-token-of-${bot}-0000000000`;

/** One load: on one bot, with one kind of interaction. */
export interface Load {
  bot: BotName;
  part: Part | 'mixed';
  /** Interactions under way at once (closed loop), or started each second (open loop). */
  pace: { atOnce: number } | { eachSecond: number };
  seconds: number;
  /** A closed loop goes on for a while until there were so many. */
  atLeast?: number;
}

/** READMEs to import one after the other, each by a member of its own. */
export interface ImportLoad {
  imports: number;
}

/** Milliseconds of each import, in their order. */
export interface ImportResult {
  /** From the command to the preview. */
  preview: number[];
  /** From the click on `Import all` to the answer, the card in the channel included. */
  keep: number[];
}

/** The digests of all guilds, and interactions meanwhile. */
export interface DigestLoad {
  dueAt: string;
  eachSecond: number;
  seconds: number;
}

export interface DigestResult {
  deliveries: Deliveries;
  load: LoadResult;
}

export interface LoadResult {
  answered: number;
  failed: number;
  /** What the first one that failed said. */
  failure?: string;
  seconds: number;
  /** Milliseconds from when it was due to its answer, in ascending order. */
  latencies: number[];
  /** The driver's share of one core. */
  driverShare: number;
}

/** From the driver when it can take loads. */
export interface DriverReady {
  apiUrl: string;
}
