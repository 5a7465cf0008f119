/** A cohort's figures as they are now, on its own wall clock. */

import type { Guild } from '../../entities/guild.js';
import type { Clock } from '../../platform/clock.js';
import type { CohortStats } from './cohort-stats-model.js';
import type { StatsStore } from './stats-store.js';

export class StatsService {
  constructor(
    private readonly store: Pick<StatsStore, 'figures'>,
    private readonly clock: Clock,
  ) {}

  async figures({ id, timezone }: Pick<Guild, 'id' | 'timezone'>): Promise<CohortStats> {
    return this.store.figures(id, { at: this.clock(), timezone });
  }
}
