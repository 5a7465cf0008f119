/** Matches rounds in a thread of its own: for 200 members that is a second of work, in which the bot would answer nobody. */
import { within } from '../../platform/waiting.js';
import { workerFile } from '../../platform/worker.js';
import { WorkerPool } from '../../platform/worker-pool.js';
import { matchRoughly } from './buddies-matching.js';
import type { Matching, MatchingTask } from './buddies-model.js';

/** What matches a round. */
export interface BuddyMatcher {
  /** Never rejects: what can't be matched in time as well as possible is matched roughly. */
  match(task: MatchingTask): Promise<Matching>;
}

/** A round is matched in a transaction, whose connection is cut after 20 s of silence. */
const limits = { timeMs: 10_000, startMs: 8_000, memoryMb: 160, workers: 2, idleMs: 60_000 } as const;

/** With waiting for a thread (ms). */
const inAllMs = 15_000;

export class WorkerBuddyMatcher implements BuddyMatcher {
  private readonly threads: WorkerPool<MatchingTask, Matching>;

  /** @param onFault hears why a round was matched roughly */
  constructor(
    private readonly onFault: (error: unknown) => void,
    changed: Partial<Record<keyof typeof limits, number>> = {},
  ) {
    this.threads = new WorkerPool(workerFile('./buddies-matching-worker', import.meta.url), {
      ...limits,
      ...changed,
    });
  }

  async match(task: MatchingTask): Promise<Matching> {
    try {
      return await within(inAllMs, this.inThread(task), () => {
        throw new Error(`no thread matched the round within ${inAllMs} ms`);
      });
    } catch (error) {
      this.onFault(error);
      return matchRoughly(task);
    }
  }

  async stop(): Promise<void> {
    await this.threads.stop();
  }

  private async inThread(task: MatchingTask): Promise<Matching> {
    const thread = await this.threads.open();
    try {
      return await thread.ask(task);
    } finally {
      thread.close();
    }
  }
}
