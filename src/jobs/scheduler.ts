/** Runs the jobs: node-cron's ticks, never two of one job at once, and at once when the clock was moved. */
import { type ScheduledTask, schedule } from 'node-cron';
import { type Logger, plainError } from '../platform/logging.js';
import type { JobMetrics } from '../platform/metrics.js';
import { levelOf } from '../platform/outside-cause.js';
import { inBackground } from '../platform/request-budget.js';
import type { Job } from './define.js';
import { quietCron } from './quiet-cron.js';

/** The services of all features. */
// oxlint-disable-next-line typescript/no-explicit-any -- each job's feature has checked what it uses
type Checked = any;

/** Several actions in a row become one message (ms). */
const nudgeAfterMs = 1_000;

/** A clock that is moved in many small steps must not keep all jobs running (ms). */
const betweenMovesMs = 500;

export class Scheduler {
  private services: object | undefined;
  private readonly tasks: ScheduledTask[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly nudges = new Map<string, NodeJS.Timeout>();
  private readonly stopping = new AbortController();
  private afterMove: NodeJS.Timeout | undefined;
  private lastMoveAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly jobs: readonly Job<Checked>[],
    private readonly log: Logger,
    private readonly metrics?: JobMetrics,
  ) {
    quietCron(log);
  }

  /** Starts ticking; nothing runs before. */
  start(services: object): void {
    this.services = services;
    for (const job of this.jobs) {
      this.tasks.push(schedule(job.schedule, () => this.tick(job), { name: job.name, noOverlap: true }));
    }
  }

  /** Runs every job now, or half a second after the last time; one that is running is run once more after. */
  clockMoved(): void {
    if (this.afterMove || this.stopping.signal.aborted) return;
    const waitMs = Math.max(0, this.lastMoveAt + betweenMovesMs - performance.now());
    this.afterMove = setTimeout(() => {
      this.afterMove = undefined;
      this.lastMoveAt = performance.now();
      for (const job of this.jobs) void this.again(job);
    }, waitMs);
  }

  /** Runs the jobs with these names in a moment; calls until then are combined into one run. */
  nudge(...names: string[]): void {
    for (const job of this.jobs) {
      if (!names.includes(job.name) || this.nudges.has(job.name) || this.stopping.signal.aborted) continue;
      const run = () => {
        this.nudges.delete(job.name);
        void this.again(job);
      };
      this.nudges.set(job.name, setTimeout(run, nudgeAfterMs));
    }
  }

  /** No new ticks; resolves when the running ones have reached a safe point. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.afterMove);
    for (const timer of this.nudges.values()) clearTimeout(timer);
    await Promise.all(this.tasks.map(async (task) => task.destroy()));
    await Promise.all(this.running.values());
  }

  private async again(job: Job<Checked>): Promise<void> {
    await this.running.get(job.name);
    await this.tick(job);
  }

  private async tick(job: Job<Checked>): Promise<void> {
    const { services } = this;
    if (!services || this.stopping.signal.aborted || this.running.has(job.name)) return;
    const begun = performance.now();
    const observe = (result: 'done' | 'failed') =>
      this.metrics?.observe(job.name, result, (performance.now() - begun) / 1_000);
    const run = inBackground(() => job.run(services, this.stopping.signal)).then(
      () => observe('done'),
      (error: unknown) => {
        observe('failed');
        this.log[levelOf(error)](
          { job: job.name, error: plainError(error) },
          'a job failed; its next run tries again',
        );
      },
    );
    this.running.set(job.name, run);
    await run;
    this.running.delete(job.name);
  }
}
