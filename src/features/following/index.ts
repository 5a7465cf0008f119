/** What other rooms may use of following. */
export type { Followed } from './follow-model.js';
export { FollowService } from './follow-service.js';
export { followedLabel, followedValue, followsView, newsSettingsView } from './follow-view.js';
