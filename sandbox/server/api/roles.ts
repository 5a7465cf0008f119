/** Roles of a guild: made, changed, moved, deleted, and given to members; all by who stands above whom. */
import type { AuditLogEvent } from 'discord-api-types/v10';
import { requireGuild } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { deleteRole, memberChanged, roleChanged } from '../actions/guilds.js';
import { assignableRole, requireBelow, requireOwned } from '../actions/hierarchy.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { isObject, type JsonObject, objects, text } from '../json.js';
import { Permission } from '../permissions.js';
import type { GuildRecord, RoleRecord } from '../state/records.js';
import { roleView } from '../views/people.js';
import { buildRole, moveRole, roleNamed } from '../world/build.js';

const ROLES = '/guilds/{guild_id}/roles';
const ROLE = `${ROLES}/{role_id}`;
const MEMBER_ROLE = '/guilds/{guild_id}/members/{user_id}/roles/{role_id}';
const MAX_ROLES = 250;
const FIELDS = ['name', 'permissions', 'color', 'colors.primary_color', 'hoist', 'mentionable'];

export const roleRoutes: Route[] = [
  { method: 'GET', template: ROLES, handler: (call) => ok(reached(call).roles.map(roleView)) },
  { method: 'POST', template: ROLES, takes: FIELDS, audits: true, handler: create },
  { method: 'PATCH', template: ROLES, takes: ['id', 'position'], audits: true, handler: move },
  { method: 'GET', template: `${ROLES}/member-counts`, handler: memberCounts },
  { method: 'GET', template: ROLE, handler: (call) => ok(roleView(roleOf(call, reached(call)))) },
  { method: 'PATCH', template: ROLE, takes: FIELDS, audits: true, handler: modify },
  { method: 'DELETE', template: ROLE, audits: true, handler: remove },
  { method: 'PUT', template: MEMBER_ROLE, audits: true, handler: (call) => give(call, true) },
  { method: 'DELETE', template: MEMBER_ROLE, audits: true, handler: (call) => give(call, false) },
];

function reached(call: Call, ...needed: bigint[]): GuildRecord {
  return requireGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

function roleOf(call: Call, guild: GuildRecord): RoleRecord {
  const role = guild.roles.find((one) => one.id === call.param('role_id'));
  if (!role) throw refuse('unknownRole');
  return role;
}

function create(call: Call) {
  const { sandbox } = call;
  const guild = reached(call, Permission.ManageRoles);
  if (guild.roles.length >= MAX_ROLES) throw refuse('tooManyRoles');
  const body = call.body();
  const role: RoleRecord = {
    ...buildRole(sandbox, guild, { name: text(body.name) ?? 'new role' }),
    permissions: roleNamed(guild, guild.id).permissions,
  };
  apply(call, guild, role, body);
  guild.roles.push(role);
  moveRole(guild, role, 1);
  roleChanged(sandbox, guild, role, 'CREATE');
  note(call, guild, AuditAction.RoleCreate, role, undefined);
  return ok(roleView(role));
}

function modify(call: Call) {
  const guild = reached(call, Permission.ManageRoles);
  const role = roleOf(call, guild);
  requireBelow(guild, call.application.id, role);
  const before = roleView(role);
  apply(call, guild, role, call.body());
  roleChanged(call.sandbox, guild, role, 'UPDATE');
  note(call, guild, AuditAction.RoleUpdate, role, before);
  return ok(roleView(role));
}

function remove(call: Call) {
  const guild = reached(call, Permission.ManageRoles);
  const role = assignableRole(guild, call.param('role_id'));
  requireBelow(guild, call.application.id, role);
  deleteRole(call.sandbox, guild, role);
  note(call, guild, AuditAction.RoleDelete, role, roleView(role));
  return NO_CONTENT;
}

/** Moves roles; neither those above the bot's own nor to where it doesn't reach. Those that stay need no rank. */
function move(call: Call) {
  const { sandbox, application } = call;
  const guild = reached(call, Permission.ManageRoles);
  const wanted = new Map<RoleRecord, number>();
  for (const { id, position } of objects(call.list())) {
    const role = guild.roles.find((one) => one.id === id);
    if (!role) throw refuse('unknownRole');
    if (typeof position !== 'number' || position === role.position) continue;
    if (role.id === guild.id) throw refuse('invalidRole');
    requireBelow(guild, application.id, role);
    requireBelow(guild, application.id, { ...role, position });
    wanted.set(role, position);
  }
  const places = new Map(guild.roles.map((one) => [one, one.position]));
  for (const [role, position] of [...wanted].sort(([, first], [, second]) => first - second))
    moveRole(guild, role, position);
  for (const one of guild.roles)
    if (places.get(one) !== one.position) roleChanged(sandbox, guild, one, 'UPDATE');
  return ok(guild.roles.map(roleView));
}

function apply(call: Call, guild: GuildRecord, role: RoleRecord, body: JsonObject): void {
  if (body.permissions !== undefined && body.permissions !== null) {
    const { member } = requireGuild(call.sandbox, call.application.id, guild.id);
    requireOwned(guild, member, BigInt(String(body.permissions)) & ~BigInt(role.permissions));
    role.permissions = String(body.permissions);
  }
  if (typeof body.name === 'string') role.name = body.name;
  if (typeof body.color === 'number') role.color = body.color;
  const colors = isObject(body.colors) ? body.colors : {};
  if (typeof colors.primary_color === 'number') role.color = colors.primary_color;
  if (typeof body.hoist === 'boolean') role.hoist = body.hoist;
  if (typeof body.mentionable === 'boolean') role.mentionable = body.mentionable;
}

function give(call: Call, wanted: boolean) {
  const { sandbox, application } = call;
  const guild = reached(call, Permission.ManageRoles);
  const member = guild.members[call.param('user_id')];
  if (!member) throw refuse('unknownMember');
  const role = assignableRole(guild, call.param('role_id'));
  requireBelow(guild, application.id, role);
  if (member.roles.includes(role.id) === wanted) return NO_CONTENT;
  member.roles = member.roles.filter((one) => one !== role.id);
  if (wanted) member.roles.push(role.id);
  memberChanged(sandbox, guild, member);
  audit(sandbox, guild, {
    action: AuditAction.MemberRoleUpdate,
    userId: application.id,
    targetId: member.userId,
    reason: call.reason,
    changes: [{ key: wanted ? '$add' : '$remove', new_value: [{ id: role.id, name: role.name }] }],
  });
  return NO_CONTENT;
}

function memberCounts(call: Call) {
  const guild = reached(call);
  const members = Object.values(guild.members);
  const counts = guild.roles.map((role) => [
    role.id,
    role.id === guild.id ? members.length : members.filter((one) => one.roles.includes(role.id)).length,
  ]);
  return ok(Object.fromEntries(counts));
}

function note(
  call: Call,
  guild: GuildRecord,
  action: AuditLogEvent,
  role: RoleRecord,
  before: JsonObject | undefined,
): void {
  const after = action === AuditAction.RoleDelete ? undefined : roleView(role);
  audit(call.sandbox, guild, {
    action,
    userId: call.application.id,
    targetId: role.id,
    reason: call.reason,
    changes: changesBetween(before, after),
  });
}
