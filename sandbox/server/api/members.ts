/** Members of a guild: one, listed, searched, changed, removed. */
import { reachGuild } from '../actions/access.js';
import { leaveGuild, memberChanged, removeMember } from '../actions/guilds.js';
import { type Call, NO_CONTENT, ok, strings } from '../http/call.js';
import { refuse } from '../http/errors.js';
import { guildPermissions, Permission } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import type { GuildRecord, MemberRecord } from '../state/records.js';
import { memberView } from '../views/people.js';
import type { Route } from './routes.js';

const MAX_PAGE = 1_000;
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
  { method: 'GET', template: '/guilds/{guild_id}/members', handler: list },
  { method: 'GET', template: '/guilds/{guild_id}/members/search', handler: search },
  { method: 'PATCH', template: MEMBER, handler: modify },
  { method: 'PATCH', template: '/guilds/{guild_id}/members/@me', handler: modifyOwn },
  {
    method: 'DELETE',
    template: MEMBER,
    handler: (call) => {
      const guild = reached(call, Permission.KickMembers);
      const member = guild.members[call.param('user_id')];
      if (!member) throw refuse('unknownMember');
      if (member.userId === guild.ownerId) throw refuse('missingPermissions');
      const bot = call.sandbox.state.applications.get(member.userId);
      if (bot) leaveGuild(call.sandbox, guild, bot);
      else removeMember(call.sandbox, guild, member.userId);
      return NO_CONTENT;
    },
  },
];

function reached(call: Call, ...needed: bigint[]): GuildRecord {
  return reachGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

/** Listing everyone takes the privileged members intent. */
function list(call: Call) {
  const guild = reached(call);
  if (!call.application.privilegedIntents.includes('members')) throw refuse('missingAccess');
  const limit = Math.min(Number(call.query.get('limit') ?? 1), MAX_PAGE);
  const after = call.query.get('after') ?? '0';
  const found = Object.values(guild.members)
    .filter((member) => compareIds(member.userId, after) > 0)
    .sort((first, second) => compareIds(first.userId, second.userId));
  return ok(found.slice(0, limit).map((member) => memberView(call.sandbox.state, member)));
}

function search(call: Call) {
  const guild = reached(call);
  const { state } = call.sandbox;
  const query = (call.query.get('query') ?? '').toLowerCase();
  const limit = Math.min(Number(call.query.get('limit') ?? 1), MAX_PAGE);
  const found = Object.values(guild.members).filter((member) => {
    const names = [member.nick, state.users.get(member.userId)?.username];
    return names.some((name) => name?.toLowerCase().startsWith(query));
  });
  return ok(found.slice(0, limit).map((member) => memberView(state, member)));
}

function modify(call: Call) {
  const { guild, member: own } = reachGuild(call.sandbox, call.application.id, call.param('guild_id'));
  const member = guild.members[call.param('user_id')];
  if (!member) throw refuse('unknownMember');
  const body = call.body();
  const has = guildPermissions(guild, own);
  const need = (permission: bigint) => {
    if ((has & permission) === 0n) throw refuse('missingPermissions');
  };
  if (body.nick !== undefined) need(Permission.ManageNicknames);
  if (body.roles !== undefined) need(Permission.ManageRoles);
  if (body.communication_disabled_until !== undefined) need(Permission.ModerateMembers);
  if (body.nick !== undefined) member.nick = nickIn(body.nick);
  if (body.roles !== undefined) member.roles = strings(body.roles);
  if (body.communication_disabled_until !== undefined)
    member.timeoutUntil = (body.communication_disabled_until as string | null) ?? null;
  return changed(call, guild, member);
}

function modifyOwn(call: Call) {
  const { guild, member } = reachGuild(
    call.sandbox,
    call.application.id,
    call.param('guild_id'),
    Permission.ChangeNickname,
  );
  const body = call.body();
  if (body.nick !== undefined) member.nick = nickIn(body.nick);
  return changed(call, guild, member);
}

function nickIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function changed(call: Call, guild: GuildRecord, member: MemberRecord) {
  memberChanged(call.sandbox, guild, member);
  return ok(memberView(call.sandbox.state, member));
}
