/** People through the control API: users, and members of guilds. */
import { addMember, memberChanged, removeMember } from '../actions/guilds.js';
import { findInvite } from '../actions/invites.js';
import { ControlError } from '../control-error.js';
import { strings, text } from '../json.js';
import { publishMember } from '../publish.js';
import type { GuildRecord, MemberRecord } from '../state/records.js';
import { buildUser, memberNamed, roleNamed } from '../world/build.js';
import { findUser } from '../world/find.js';
import type { WorldMember, WorldUser } from '../world/world.js';
import { type ControlCall, type ControlRoute, findBot, guildOf, guildView } from './call.js';

const GUILD = '/control/guilds/:guild';

export const peopleRoutes: ControlRoute[] = [
  {
    method: 'POST',
    path: '/control/users',
    handler: ({ sandbox, body }) => {
      const user = buildUser(sandbox, body as unknown as WorldUser);
      sandbox.state.changed();
      return user;
    },
  },
  {
    method: 'PUT',
    path: '/control/users/:user',
    handler: ({ sandbox, params, body }) => {
      const user = findUser(sandbox.state, undefined, params.user ?? '');
      if (typeof body.closedDms === 'boolean') user.closedDms = body.closedDms;
      if (typeof body.locale === 'string') user.locale = body.locale;
      if (typeof body.displayName === 'string') user.displayName = body.displayName;
      if (Array.isArray(body.installs))
        user.installs = strings(body.installs).map((name) => findBot(sandbox, name).id);
      sandbox.state.changed();
      for (const guild of sandbox.state.guilds.values())
        if (guild.members[user.id]) publishMember(sandbox, guild, user.id);
      return user;
    },
  },
  {
    method: 'POST',
    path: `${GUILD}/members`,
    handler: (call) => addMember(call.sandbox, guildOf(call), call.body as unknown as WorldMember),
  },
  { method: 'PUT', path: `${GUILD}/members/:member`, handler: changeMember },
  { method: 'POST', path: '/control/invites/:code', handler: joinByInvite },
  {
    method: 'DELETE',
    path: `${GUILD}/members/:member`,
    handler: (call) => {
      const guild = guildOf(call);
      removeMember(call.sandbox, guild, memberOf(call, guild).userId);
      return {};
    },
  },
];

function memberOf(call: ControlCall, guild: GuildRecord): MemberRecord {
  return memberNamed(call.sandbox.state, guild, call.params.member ?? '');
}

function changeMember(call: ControlCall) {
  const guild = guildOf(call);
  const member = memberOf(call, guild);
  const { nick, roles, timeoutUntil } = call.body;
  if (nick !== undefined) member.nick = text(nick) ?? null;
  if (Array.isArray(roles)) member.roles = strings(roles).map((role) => roleNamed(guild, role).id);
  if (timeoutUntil !== undefined) member.timeoutUntil = text(timeoutUntil) ?? null;
  memberChanged(call.sandbox, guild, member);
  return member;
}

/** A person joins by an invite, as long as it holds. */
function joinByInvite({ sandbox, params, body }: ControlCall) {
  const invite = findInvite(sandbox, params.code ?? '');
  const guild = sandbox.state.guilds.get(invite?.guildId ?? '');
  if (!invite || !guild) throw new ControlError('inviteInvalid', [], 404);
  const user = buildUser(sandbox, { name: String(body.as) });
  if (guild.bans[user.id]) throw new ControlError('bannedThere', [user.username], 403);
  if (!guild.members[user.id]) {
    addMember(sandbox, guild, { name: user.username });
    invite.uses += 1;
  }
  return guildView(sandbox, guild);
}
