/** Every ten minutes: challenges that stay open are reminded of, once each. */
import type { Job } from './define.js';

export default {
  name: 'reminders',
  schedule: '*/10 * * * *',
  run: ({ reminders }, stopping) => reminders.remindDue(stopping),
} satisfies Job;
