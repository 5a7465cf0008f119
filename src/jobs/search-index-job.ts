/** Every few seconds: indexes new text, so that no search has to wait for it. */
import type { SearchIndex } from '../features/search/index.js';
import type { Job } from './define.js';

export default {
  name: 'search-index',
  schedule: '*/3 * * * * *',
  async run({ searchIndex }, stopping) {
    await searchIndex.catchUpAll(stopping);
    await searchIndex.renewOutdated();
  },
} satisfies Job<{ searchIndex: Pick<SearchIndex, 'catchUpAll' | 'renewOutdated'> }>;
