/** What a job is to the scheduler: a name, when it ticks, and what a tick does. */

/**
 * A tick finds its work in the database, so that any number of processes may tick at once and none is needed to
 * remember anything.
 */
export interface Job<Services extends object = object> {
  name: string;
  /** A cron expression. */
  schedule: string;
  /** Rejects with an error that an operator should see in the log; the next tick starts from scratch. */
  run: (services: Services, stopping: AbortSignal) => Promise<void>;
}
