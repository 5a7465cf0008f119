/** Every ten seconds: the outbox looks for what is due; its lanes go on by themselves. */
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'outbox',
  schedule: '*/10 * * * * *',
  async run({ outbox }) {
    outbox.wake();
  },
} satisfies Job<{ outbox: Pick<Outbox, 'wake'> }>;
