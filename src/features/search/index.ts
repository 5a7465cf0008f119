/** The public part of the search feature. */
export { type Searching, searchAnswer } from './search-answers.js';
export { SearchIndex } from './search-index-store.js';
export type { SearchCriteria } from './search-model.js';
export { type SearchService, type SuggestionFilter } from './search-service.js';
export { searchView } from './search-view.js';
