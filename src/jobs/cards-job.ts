/** Every minute: cards whose update was lost show what is kept again. */
import type { Job } from './define.js';

export default {
  name: 'cards',
  schedule: '* * * * *',
  run: ({ cards }, stopping) => cards.refreshOverdue(stopping),
} satisfies Job;
