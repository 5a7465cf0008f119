/** Every minute: cards of sessions are brought up to date, and their events in Discord are followed. */
import type { SessionUpkeep } from '../features/sessions/index.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'sessions',
  schedule: '* * * * *',
  async run({ outbox, sessionUpkeep }, stopping) {
    outbox.wake();
    await sessionUpkeep.run(stopping);
  },
} satisfies Job<{ sessionUpkeep: Pick<SessionUpkeep, 'run'>; outbox: Pick<Outbox, 'wake'> }>;
