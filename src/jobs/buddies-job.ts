/** Every minute: matches the rounds of study buddies that are due, and has the outbox tell the groups. */
import type { BuddyRoundService } from '../features/buddies/index.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'buddies',
  schedule: '* * * * *',
  async run({ buddyRounds, outbox }, stopping) {
    await buddyRounds.matchDue(stopping);
    outbox.wake();
  },
} satisfies Job<{ buddyRounds: Pick<BuddyRoundService, 'matchDue'>; outbox: Pick<Outbox, 'wake'> }>;
