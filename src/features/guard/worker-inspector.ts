/** Inspects texts in threads of their own, so that no text and no rule can block the bot. */
import { workerFile } from '../../platform/worker.js';
import { WorkerPool, type WorkerPoolLimits } from '../../platform/worker-pool.js';
import type { InspectionAnswers, InspectionTask, Inspector } from './inspection.js';

/** A text takes some milliseconds, starting a thread longer: so idle threads are kept for an hour. */
const limits: Partial<WorkerPoolLimits> = {
  timeMs: 5_000,
  memoryMb: 160,
  workers: 2,
  idleMs: 3_600_000,
};

export class WorkerInspector implements Inspector {
  private readonly threads: WorkerPool<InspectionTask, unknown>;

  constructor(changed: Partial<WorkerPoolLimits> = {}) {
    this.threads = new WorkerPool(workerFile('./inspection-worker', import.meta.url), {
      ...limits,
      ...changed,
    });
  }

  async inspect<Task extends InspectionTask>(task: Task): Promise<InspectionAnswers[Task['kind']]> {
    const thread = await this.threads.open();
    try {
      return (await thread.ask(task)) as InspectionAnswers[Task['kind']];
    } finally {
      thread.close();
    }
  }

  /** Starts a thread before the first text comes. */
  async warmUp(): Promise<void> {
    (await this.threads.open()).close();
  }

  async stop(): Promise<void> {
    await this.threads.stop();
  }
}
