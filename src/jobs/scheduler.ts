/** Runs the jobs: node-cron's ticks, never two of one job at once, and at once when the clock was moved. */
import { type ScheduledTask, schedule } from 'node-cron';
import { type Logger, plainError } from '../platform/logging.js';
import { inBackground } from '../platform/request-budget.js';
import type { Services } from '../services/services.js';
import type { Job } from './define.js';

/** Several actions in a row become one message (ms). */
const nudgeAfter = 1_000;

export class Scheduler {
  private readonly tasks: ScheduledTask[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly nudges = new Map<string, NodeJS.Timeout>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly jobs: readonly Job[],
    private readonly services: Services,
    private readonly log: Logger,
  ) {}

  start(): void {
    for (const job of this.jobs) {
      this.tasks.push(schedule(job.schedule, () => this.tick(job), { name: job.name, noOverlap: true }));
    }
  }

  /** Runs every job now; one that is running already is run once more after. */
  async runAll(): Promise<void> {
    await Promise.all(
      this.jobs.map(async (job) => {
        await this.running.get(job.name);
        await this.tick(job);
      }),
    );
  }

  /** Runs the jobs of these names in a moment: whatever else comes until then is done with it. */
  nudge(...names: string[]): void {
    for (const job of this.jobs) {
      if (!names.includes(job.name) || this.nudges.has(job.name) || this.stopping.signal.aborted) continue;
      const run = async () => {
        this.nudges.delete(job.name);
        await this.running.get(job.name);
        await this.tick(job);
      };
      this.nudges.set(
        job.name,
        setTimeout(() => void run(), nudgeAfter),
      );
    }
  }

  /** No new ticks; resolves when the running ones have come to a point where they may stop. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.nudges.values()) clearTimeout(timer);
    await Promise.all(this.tasks.map(async (task) => task.destroy()));
    await Promise.all(this.running.values());
  }

  private async tick(job: Job): Promise<void> {
    if (this.stopping.signal.aborted || this.running.has(job.name)) return;
    const run = inBackground(() => job.run(this.services, this.stopping.signal)).catch((error: unknown) =>
      this.log.error({ job: job.name, error: plainError(error) }, 'a job failed'),
    );
    this.running.set(job.name, run);
    await run;
    this.running.delete(job.name);
  }
}
