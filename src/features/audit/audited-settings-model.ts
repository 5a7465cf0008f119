/** Which settings of a guild the audit log follows, and what of them a change changed. */
import type { AuditValues } from '../../entities/audit-action.js';
import type { Guild } from '../../entities/guild.js';

/** In the order they are told. */
export const auditedSettings = [
  'setUpAt',
  'channelId',
  'logChannelId',
  'moderatorRoleId',
  'language',
  'timezone',
  'digestWeekday',
  'digestTime',
  'digestChannelId',
  'digestNudges',
  'digestHidden',
  'digestRoleId',
  'review',
  'reviewBelow',
  'invitesAllowed',
  'hourlyLimit',
  'dailyLimit',
] as const satisfies readonly (keyof Guild)[];
export type AuditedSetting = (typeof auditedSettings)[number];

/** The audited settings that differ, as they were and as they are; undefined when none does. */
export function settingsChange(
  before: Guild,
  changes: Partial<Guild>,
): { before: AuditValues; after: AuditValues } | undefined {
  const changed = auditedSettings.filter(
    (name) => changes[name] !== undefined && !isSame(written(before[name]), written(changes[name])),
  );
  if (changed.length === 0) return undefined;
  const valuesOf = (guild: Partial<Guild>) =>
    Object.fromEntries(changed.map((name) => [name, written(guild[name])]));
  return { before: valuesOf(before), after: valuesOf(changes) };
}

/** As it is kept: instants in ISO 8601, times of day without seconds, lists in order. */
function written(value: Guild[AuditedSetting] | undefined): AuditValues[string] {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return [...value].sort();
  if (typeof value === 'string') return value.replace(/^(\d\d:\d\d):\d\d$/, '$1');
  return value ?? null;
}

function isSame(one: AuditValues[string], other: AuditValues[string]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
