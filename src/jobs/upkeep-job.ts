/** Every hour: deletes what has expired, and erases what was deleted long enough ago. */
import type { Job } from './define.js';

/** Runs the clean-up of each feature, one after the other. */
export function upkeepJob<Services extends object>(
  hooks: readonly { upkeep?: (services: Services) => Promise<unknown> }[],
): Job<Services> {
  return {
    name: 'upkeep',
    schedule: '17 * * * *',
    async run(services) {
      for (const { upkeep } of hooks) await upkeep?.(services);
    },
  };
}
