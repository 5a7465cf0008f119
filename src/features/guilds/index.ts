/** The public part of the guilds feature. */
export {
  advice,
  type Checkup,
  type CheckupPart,
  type Finding,
  type FindingFacts,
  findingOrder,
  type NeededPermission,
  neededPermissions,
  oldestPostgres,
  optionalPermissions,
  type SetupRefusal,
  type UsedChannel,
  type Wellness,
  writingPermissions,
} from './checkup-model.js';
export { DatabaseStore } from './database-store.js';
export { GuildService } from './guild-service.js';
export type { GuildInspection, Inspector } from './inspector.js';
export { cityOf, isTimezone, offsetOf, timezoneNamed, timezonesLike } from './timezones.js';
