/** Every minute: ends the digest periods that are over, and has the outbox post what is owed by it. */
import type { DigestService } from '../features/digest/index.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'digest',
  schedule: '* * * * *',
  async run({ digests, outbox }, stopping) {
    await digests.closeDuePeriods(stopping);
    outbox.wake();
  },
} satisfies Job<{ digests: Pick<DigestService, 'closeDuePeriods'>; outbox: Pick<Outbox, 'wake'> }>;
