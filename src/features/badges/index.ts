/** The public part of the badges feature. */
export type { MemberBadges } from './badge-model.js';
export { newBadgesTables } from './badge-statement.js';
export { type NewBadgesRow, newBadgesOf, readMemberBadges } from './badge-store.js';
