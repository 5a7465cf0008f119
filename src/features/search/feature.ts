/** Search: finding entries, lists to page through, and what is offered while one types. */
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import searchIndexJob from '../../jobs/search-index-job.js';
import { ListingStore } from '../drafts/index.js';
import { SearchIndex } from './search-index-store.js';
import { SearchService } from './search-service.js';
import { SearchStore } from './search-store.js';
import { WordFinder } from './word-finder.js';
import { WordStore } from './word-store.js';

export default defineFeature({
  name: 'search',
  jobs: [searchIndexJob],
  hooks: { upkeep: ({ search }) => search.removeExpiredListings() },
  services({ clock, dataSource }: Core) {
    const searchIndex = new SearchIndex(dataSource);
    const finder = new WordFinder(new WordStore(dataSource), searchIndex);
    return {
      search: new SearchService(new SearchStore(dataSource), finder, new ListingStore(dataSource), clock),
      searchIndex,
    };
  },
});
