/** Members of a guild: one, listed, searched, changed, removed. */
import { requireGuild } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { leaveGuild, memberChanged, removeMember } from '../actions/guilds.js';
import { assignableRole, requireBelow, requireOutranked } from '../actions/hierarchy.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { strings, text } from '../json.js';
import { ALL_PERMISSIONS, guildPermissions, Permission } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import type { GuildRecord, MemberRecord } from '../state/records.js';
import { memberView } from '../views/people.js';

const MAX_PAGE = 1_000;
const MAX_TIMEOUT = 28 * 24 * 60 * 60_000;
const MEMBER = '/guilds/{guild_id}/members/{user_id}';

export const memberRoutes: Route[] = [
  {
    method: 'GET',
    template: MEMBER,
    handler: (call) => {
      const guild = reached(call);
      const member = guild.members[call.param('user_id')];
      if (!member)
        throw refuse(call.sandbox.state.users.has(call.param('user_id')) ? 'unknownMember' : 'unknownUser');
      return ok(memberView(call.sandbox.state, member));
    },
  },
  { method: 'GET', template: '/guilds/{guild_id}/members', query: ['limit', 'after'], handler: list },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/members/search',
    query: ['limit', 'query'],
    handler: search,
  },
  {
    method: 'PATCH',
    template: MEMBER,
    takes: ['nick', 'roles', 'communication_disabled_until'],
    audits: true,
    handler: modify,
  },
  {
    method: 'PATCH',
    template: '/guilds/{guild_id}/members/@me',
    takes: ['nick'],
    audits: true,
    handler: modifyOwn,
  },
  { method: 'DELETE', template: MEMBER, audits: true, handler: kick },
];

function reached(call: Call, ...needed: bigint[]): GuildRecord {
  return requireGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

/** Listing everyone takes the privileged members intent. */
function list(call: Call) {
  const guild = reached(call);
  if (!call.application.privilegedIntents.includes('members')) throw refuse('missingAccess');
  const after = call.query.get('after') ?? '0';
  const found = Object.values(guild.members)
    .filter((member) => compareIds(member.userId, after) > 0)
    .sort((first, second) => compareIds(first.userId, second.userId));
  return ok(found.slice(0, limitIn(call)).map((member) => memberView(call.sandbox.state, member)));
}

function search(call: Call) {
  const guild = reached(call);
  const { state } = call.sandbox;
  const query = (call.query.get('query') ?? '').toLowerCase();
  const found = Object.values(guild.members).filter((member) => {
    const names = [member.nick, state.users.get(member.userId)?.username];
    return names.some((name) => name?.toLowerCase().startsWith(query));
  });
  return ok(found.slice(0, limitIn(call)).map((member) => memberView(state, member)));
}

function limitIn(call: Call): number {
  const limit = Number(call.query.get('limit') ?? 1);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    throw invalidField('limit', 'NUMBER_TYPE_MAX', `int value should be between 1 and ${MAX_PAGE}.`);
  return limit;
}

function kick(call: Call) {
  const { sandbox, application } = call;
  const guild = reached(call, Permission.KickMembers);
  const member = guild.members[call.param('user_id')];
  if (!member) throw refuse('unknownMember');
  requireOutranked(guild, application.id, member.userId);
  const bot = sandbox.state.applications.get(member.userId);
  if (bot) leaveGuild(sandbox, guild, bot);
  else removeMember(sandbox, guild, member.userId);
  audit(sandbox, guild, {
    action: AuditAction.MemberKick,
    userId: application.id,
    targetId: member.userId,
    reason: call.reason,
  });
  return NO_CONTENT;
}

function modify(call: Call) {
  const { guild, member: own } = requireGuild(call.sandbox, call.application.id, call.param('guild_id'));
  const member = guild.members[call.param('user_id')];
  if (!member) throw refuse('unknownMember');
  const body = call.body();
  const before = memberView(call.sandbox.state, member, false);
  const has = guildPermissions(guild, own);
  const need = (permission: bigint) => {
    if ((has & permission) === 0n) throw refuse('missingPermissions');
    if (member.userId !== own.userId) requireOutranked(guild, own.userId, member.userId);
  };
  if (body.nick !== undefined) need(Permission.ManageNicknames);
  if (body.communication_disabled_until !== undefined) need(Permission.ModerateMembers);
  const roles = body.roles === undefined ? undefined : rolesIn(call, guild, member, has, strings(body.roles));
  const until = timeoutIn(call, guild, member, body.communication_disabled_until);
  if (body.nick !== undefined) member.nick = nickIn(body.nick);
  if (roles) member.roles = roles;
  if (until !== undefined) member.timeoutUntil = until;
  memberChanged(call.sandbox, guild, member);
  const after = memberView(call.sandbox.state, member, false);
  audit(call.sandbox, guild, {
    action: roles ? AuditAction.MemberRoleUpdate : AuditAction.MemberUpdate,
    userId: own.userId,
    targetId: member.userId,
    reason: call.reason,
    changes: changesBetween(before, after),
  });
  return ok(memberView(call.sandbox.state, member));
}

/** Roles as they may be given: those that change have to stand below the bot's own. */
function rolesIn(
  call: Call,
  guild: GuildRecord,
  member: MemberRecord,
  has: bigint,
  wanted: string[],
): string[] {
  if ((has & Permission.ManageRoles) === 0n) throw refuse('missingPermissions');
  const changing = [
    ...wanted.filter((id) => !member.roles.includes(id)),
    ...member.roles.filter((id) => !wanted.includes(id)),
  ];
  for (const id of changing) requireBelow(guild, call.application.id, assignableRole(guild, id));
  return [...new Set(wanted)];
}

function timeoutIn(
  call: Call,
  guild: GuildRecord,
  member: MemberRecord,
  value: unknown,
): string | null | undefined {
  if (value === undefined || value === null) return value;
  if (guildPermissions(guild, member) === ALL_PERMISSIONS) throw refuse('missingPermissions');
  const until = Date.parse(text(value) ?? '');
  if (Number.isNaN(until))
    throw invalidField(
      'communication_disabled_until',
      'DATE_TIME_TYPE_PARSE',
      'Could not parse. Should be ISO8601.',
    );
  if (until > call.sandbox.clock.now() + MAX_TIMEOUT)
    throw invalidField(
      'communication_disabled_until',
      'MEMBER_TIMEOUT_EXCEEDS_MAX',
      'Time out must be less than 28 days.',
    );
  return new Date(until).toISOString();
}

function modifyOwn(call: Call) {
  const { sandbox, application } = call;
  const { guild, member } = requireGuild(
    sandbox,
    application.id,
    call.param('guild_id'),
    Permission.ChangeNickname,
  );
  const body = call.body();
  const before = memberView(sandbox.state, member, false);
  if (body.nick !== undefined) member.nick = nickIn(body.nick);
  memberChanged(sandbox, guild, member);
  audit(sandbox, guild, {
    action: AuditAction.MemberUpdate,
    userId: application.id,
    targetId: member.userId,
    reason: call.reason,
    changes: changesBetween(before, memberView(sandbox.state, member, false)),
  });
  return ok(memberView(sandbox.state, member));
}

function nickIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
