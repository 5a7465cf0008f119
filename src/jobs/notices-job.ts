/** Every minute, and at once after a moderator acted: members are told what became of their contributions. */
import type { Job } from './define.js';

export default {
  name: 'notices',
  schedule: '* * * * *',
  run: ({ notices }, stopping) => notices.deliverDue(stopping),
} satisfies Job;
