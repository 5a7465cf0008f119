/** Every ten seconds: updates the cards of the moderators' queue, and reminds of items that wait too long. */
import type { QueueCards } from '../features/moderation/index.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'queue',
  schedule: '*/10 * * * * *',
  async run({ queueCards, outbox }, stopping) {
    await queueCards.keepCurrent({ stopping });
    await queueCards.enqueueReminders();
    outbox.wake();
  },
} satisfies Job<{
  queueCards: Pick<QueueCards, 'keepCurrent' | 'enqueueReminders'>;
  outbox: Pick<Outbox, 'wake'>;
}>;
