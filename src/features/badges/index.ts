/** The public part of the badges feature. */
export type { MemberBadges } from './badge-model.js';
export type { TyingResult } from './badge-role-model.js';
export { BadgeRoleService } from './badge-role-service.js';
export { BadgeRoleWork } from './badge-role-work.js';
export { badgeRolesPanel } from './badge-roles-panel.js';
export { newBadgesTables } from './badge-statement.js';
export { type NewBadgesRow, newBadgesOf, readMemberBadges } from './badge-store.js';
