/** What other rooms may use of buddies. */
export { statusAnswer } from './buddies-answer.js';
export { BuddyGroupService } from './buddies-group-service.js';
export { contactLines } from './buddies-group-view.js';
export { BuddyRoundService } from './buddies-round-service.js';
export { BuddiesService } from './buddies-service.js';
export { ranBuddiesView, roundsView } from './buddies-status-view.js';
export { type BuddyMatcher, WorkerBuddyMatcher } from './buddies-worker-matcher.js';
