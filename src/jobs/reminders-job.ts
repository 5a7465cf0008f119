/** Every ten minutes: reminders of challenges that stay open are owed, once each. */
import type { ReminderService } from '../features/collaboration/index.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'reminders',
  schedule: '*/10 * * * *',
  async run({ reminders, outbox }) {
    await reminders.enqueueDue();
    outbox.wake();
  },
} satisfies Job<{ reminders: Pick<ReminderService, 'enqueueDue'>; outbox: Pick<Outbox, 'wake'> }>;
