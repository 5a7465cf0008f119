/** What a job is to the scheduler: a name, when it ticks, and what a tick does. */
import type { Services } from '../services/services.js';

/**
 * A tick finds its work in the database, so that any number of processes may tick at once and none is needed to
 * remember anything.
 */
export interface Job {
  name: string;
  /** A cron expression. */
  schedule: string;
  /** Rejects when something went wrong that an operator should read of; a new tick begins afresh. */
  run(services: Services, stopping: AbortSignal): Promise<void>;
}
