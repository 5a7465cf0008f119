/** The public part of the drafts feature. */
export { DraftService } from './draft-service.js';
export { ListingStore } from './listing-store.js';
