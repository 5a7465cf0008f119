/** Who stands above whom: roles and members that somebody may manage, by the order of roles. */
import { refuse } from '../http/errors.js';
import { guildPermissions } from '../permissions.js';
import type { GuildRecord, MemberRecord, RoleRecord } from '../state/records.js';

/** The position of a member's highest role; the owner stands above every role. */
export function rankOf(guild: GuildRecord, userId: string): number {
  if (guild.ownerId === userId) return Number.POSITIVE_INFINITY;
  const member = guild.members[userId];
  const positions = guild.roles.filter((one) => member?.roles.includes(one.id)).map((one) => one.position);
  return Math.max(0, ...positions);
}

/** Throws 50013 unless the role is below the actor's highest one; `@everyone` is below all. */
export function requireBelow(guild: GuildRecord, actorId: string, role: RoleRecord): void {
  if (role.id !== guild.id && role.position >= rankOf(guild, actorId)) throw refuse('missingPermissions');
}

/** Throws 50013 for members who stand as high as the actor, or higher. */
export function requireOutranked(guild: GuildRecord, actorId: string, targetId: string): void {
  if (targetId === guild.ownerId && actorId !== targetId) throw refuse('missingPermissions');
  if (guild.ownerId === actorId) return;
  if (guild.members[targetId] && rankOf(guild, targetId) >= rankOf(guild, actorId))
    throw refuse('missingPermissions');
}

/** Throws 50013 for permissions that the actor doesn't have, and so can't give. */
export function requireOwned(guild: GuildRecord, actor: MemberRecord, bits: bigint): void {
  if ((bits & ~guildPermissions(guild, actor)) !== 0n) throw refuse('missingPermissions');
}

/** A role of the guild that can be given and taken: 10011 for none, 50028 for `@everyone` and bots' own. */
export function assignableRole(guild: GuildRecord, roleId: string): RoleRecord {
  const role = guild.roles.find((one) => one.id === roleId);
  if (!role) throw refuse('unknownRole');
  if (role.id === guild.id || role.managed) throw refuse('invalidRole');
  return role;
}
