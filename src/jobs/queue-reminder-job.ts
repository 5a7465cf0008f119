/** Every ten minutes: moderators are reminded of what has waited for a day. */
import type { Job } from './define.js';

export default {
  name: 'queue-reminder',
  schedule: '*/10 * * * *',
  run: ({ queuePoster }, stopping) => queuePoster.remindDue(stopping),
} satisfies Job;
