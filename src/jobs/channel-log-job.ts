/** Every minute, and at once after a moderator acted: the log channels are told what was done. */
import type { Job } from './define.js';

export default {
  name: 'channel-log',
  schedule: '* * * * *',
  run: ({ channelLog }, stopping) => channelLog.postDue(stopping),
} satisfies Job;
