/** Every minute: posted messages stop naming members who were erased. */
import type { MessageUpdates } from '../features/rights/index.js';
import type { Job } from './define.js';

export default {
  name: 'message updates',
  schedule: '* * * * *',
  run: ({ messageUpdates }, stopping) => messageUpdates.work(stopping),
} satisfies Job<{ messageUpdates: Pick<MessageUpdates, 'work'> }>;
