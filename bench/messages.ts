/** The messages between the benchmark and its driver. */
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
  /** A closed loop continues until there were so many. */
  atLeast?: number;
}

/** READMEs to import one after the other, each by a different member. */
export interface ImportLoad {
  imports: number;
}

/** Milliseconds of each import, in order. */
export interface ImportResult {
  /** From the command to the preview. */
  preview: number[];
  /** From the click on `Import all` to the answer, including the card in the channel. */
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
  /** The message of the first one that failed. */
  failure?: string;
  seconds: number;
  /** Milliseconds from when it was due to its answer, in ascending order. */
  latencies: number[];
  /** The driver's share of one core. */
  driverShare: number;
}

/** Sent by the driver when it can take loads. */
export interface DriverReady {
  apiUrl: string;
}
