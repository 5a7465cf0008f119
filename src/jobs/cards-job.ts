/** Every minute: updates cards whose earlier update was lost. */
import type { CardService } from '../features/entries/index.js';
import type { Job } from './define.js';

export default {
  name: 'cards',
  schedule: '* * * * *',
  run: ({ cards }, stopping) => cards.refreshOverdue(stopping),
} satisfies Job<{ cards: Pick<CardService, 'refreshOverdue'> }>;
