/** Every minute: ends the digest periods that are over and posts what is due. */
import type { Job } from './define.js';

export default {
  name: 'digest',
  schedule: '* * * * *',
  run: ({ digests }, stopping) => digests.postDue(stopping),
} satisfies Job;
