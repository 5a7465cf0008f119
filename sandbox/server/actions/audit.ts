/** The audit log of a guild: who changed what, with the reason that was sent along. */
import { AuditLogEvent, GatewayIntentBits } from 'discord-api-types/v10';
import type { JsonObject } from '../json.js';
import { guildPermissions, Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { GuildRecord } from '../state/records.js';

export const AuditAction = AuditLogEvent;

/** Entries that a guild keeps. */
const MAX_ENTRIES = 1_000;

export interface AuditEntry {
  action: AuditLogEvent;
  userId: string;
  targetId?: string | null;
  reason?: string | undefined;
  changes?: JsonObject[];
  options?: JsonObject;
}

/** Adds an entry, and tells the bots that may read the log. */
export function audit(sandbox: Sandbox, guild: GuildRecord, entry: AuditEntry): void {
  const written: JsonObject = {
    id: sandbox.ids.next(),
    user_id: entry.userId,
    target_id: entry.targetId ?? null,
    action_type: entry.action,
    ...(entry.changes && entry.changes.length > 0 && { changes: entry.changes }),
    ...(entry.options && { options: entry.options }),
    ...(entry.reason !== undefined && { reason: entry.reason }),
  };
  guild.auditLog.push(written);
  if (guild.auditLog.length > MAX_ENTRIES) guild.auditLog.shift();
  sandbox.state.changed();
  sandbox.gateway.emit({
    name: 'GUILD_AUDIT_LOG_ENTRY_CREATE',
    intent: GatewayIntentBits.GuildModeration,
    guildId: guild.id,
    only: (application) => {
      const member = guild.members[application.id];
      return member !== undefined && (guildPermissions(guild, member) & Permission.ViewAuditLog) !== 0n;
    },
    data: () => ({ ...written, guild_id: guild.id }),
  });
}

/** What differs between two views of one thing, as the log lists it. */
export function changesBetween(before: JsonObject | undefined, after: JsonObject | undefined): JsonObject[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].flatMap((key) => {
    const old = before?.[key];
    const now = after?.[key];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [
      {
        key,
        ...(old !== undefined && old !== null && { old_value: old }),
        ...(now !== undefined && now !== null && { new_value: now }),
      },
    ];
  });
}
