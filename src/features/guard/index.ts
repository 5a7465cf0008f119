/** The public part of the guard feature. */

export { AutoModeration } from './auto-moderation.js';
export { cleanReason } from './clean-reason.js';
export { type Contributor, Guard, type Reservation, type Writer } from './guard.js';
export type { Inspector } from './inspection.js';
export { type MemberHash } from './member-hash.js';
export { type MuteCheck, type MuteGate, MuteService } from './mute-service.js';
export { activeMutes } from './mute-statement.js';
export { type MutedMember } from './mute-store.js';
export { WorkerInspector } from './worker-inspector.js';
