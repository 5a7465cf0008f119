/** Every ten seconds: the log channel shows what is in the queue, and what was published appears. */
import type { Job } from './define.js';

export default {
  name: 'queue',
  schedule: '*/10 * * * * *',
  run: ({ queuePoster }, stopping) => queuePoster.postDue({ stopping }),
} satisfies Job;
