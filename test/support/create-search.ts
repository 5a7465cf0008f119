/** The search of a database, put together. */
import type { DataSource } from 'typeorm';
import type { ListingStore } from '../../src/features/drafts/index.js';
import { SearchIndex } from '../../src/features/search/search-index-store.js';
import { SearchService } from '../../src/features/search/search-service.js';
import { SearchStore } from '../../src/features/search/search-store.js';
import { WordFinder } from '../../src/features/search/word-finder.js';
import { WordStore } from '../../src/features/search/word-store.js';
import type { Clock } from '../../src/platform/clock.js';

/** A test says what is found, not whether this machine indexed it in time. */
const catchUpMs = 10_000;

export function createSearch(
  dataSource: DataSource,
  listings: Pick<ListingStore, 'insert' | 'find' | 'removeExpired'>,
  clock: Clock,
): SearchService {
  const finder = new WordFinder(new WordStore(dataSource), new SearchIndex(dataSource), catchUpMs);
  return new SearchService(new SearchStore(dataSource), finder, listings, clock);
}
