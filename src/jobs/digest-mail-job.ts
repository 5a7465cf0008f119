/** Every minute: sends digests to those who subscribed, slowly, once the channels have theirs. */
import type { Job } from './define.js';

export default {
  name: 'digest-mail',
  schedule: '* * * * *',
  async run({ digests, digestMail }, stopping) {
    // What goes wrong with the channels is the other job's to tell.
    await digests.postDue(stopping).catch(() => undefined);
    await digestMail.deliverDue(stopping);
  },
} satisfies Job;
