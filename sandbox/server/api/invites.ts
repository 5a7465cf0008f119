/** Invites: made for channels, listed, read and revoked. */
import { permissionsIn, requireChannel } from '../actions/access.js';
import { AuditAction, audit } from '../actions/audit.js';
import { createInvite, findInvite, invitesOf, revokeInvite } from '../actions/invites.js';
import { type Call, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { guildPermissions, Permission } from '../permissions.js';
import type { InviteRecord } from '../state/records.js';
import { inviteView } from '../views/invites.js';

const DAY_SECONDS = 24 * 60 * 60;

export const inviteRoutes: Route[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}/invites',
    handler: (call) => {
      const channel = requireChannel(
        call.sandbox,
        call.application.id,
        call.param('channel_id'),
        Permission.ManageChannels,
      );
      const found = invitesOf(call.sandbox, (one) => one.channelId === channel.id);
      return ok(found.map((one) => inviteView(call.sandbox.state, one, { withDetails: true })));
    },
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/invites',
    takes: ['max_age', 'max_uses', 'temporary', 'unique'],
    audits: true,
    lacks: 'members who came by a temporary invite stay',
    handler: create,
  },
  {
    method: 'GET',
    template: '/invites/{code}',
    query: ['with_counts', 'with_expiration'],
    handler: (call) => {
      const withCounts = call.query.get('with_counts') === 'true';
      return ok(inviteView(call.sandbox.state, found(call), { withCounts }));
    },
  },
  { method: 'DELETE', template: '/invites/{code}', audits: true, handler: revoke },
];

function found(call: Call): InviteRecord {
  const invite = findInvite(call.sandbox, call.param('code'));
  if (!invite) throw refuse('unknownInvite');
  return invite;
}

function create(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(
    sandbox,
    application.id,
    call.param('channel_id'),
    Permission.CreateInstantInvite,
  );
  const guild = sandbox.state.guilds.get(channel.guildId ?? '');
  if (!guild) throw refuse('notInDirectChannel');
  const body = call.body();
  const wanted = {
    guildId: guild.id,
    channelId: channel.id,
    inviterId: application.id,
    maxAgeSeconds: Number(body.max_age ?? DAY_SECONDS),
    maxUses: Number(body.max_uses ?? 0),
    temporary: body.temporary === true,
  };
  // One that is the same is given again, unless one of its own is asked for.
  const same = invitesOf(
    sandbox,
    (one) =>
      one.uses === 0 && Object.entries(wanted).every(([field, value]) => one[field as 'code'] === value),
  );
  const invite = (body.unique !== true && same[0]) || createInvite(sandbox, wanted);
  audit(sandbox, guild, {
    action: AuditAction.InviteCreate,
    userId: application.id,
    targetId: null,
    reason: call.reason,
    changes: [{ key: 'code', new_value: invite.code }],
  });
  return ok(inviteView(sandbox.state, invite, { withDetails: true }));
}

function revoke(call: Call) {
  const { sandbox, application } = call;
  const invite = found(call);
  const guild = sandbox.state.guilds.get(invite.guildId);
  const channel = sandbox.state.channels.get(invite.channelId);
  const member = guild?.members[application.id];
  const inGuild = guild && member ? guildPermissions(guild, member) & Permission.ManageGuild : 0n;
  const inChannel = channel
    ? permissionsIn(sandbox, application.id, channel) & Permission.ManageChannels
    : 0n;
  if (inGuild === 0n && inChannel === 0n) throw refuse('missingPermissions');
  const view = inviteView(sandbox.state, invite);
  revokeInvite(sandbox, invite);
  if (guild)
    audit(sandbox, guild, {
      action: AuditAction.InviteDelete,
      userId: application.id,
      targetId: null,
      reason: call.reason,
      changes: [{ key: 'code', old_value: invite.code }],
    });
  return ok(view);
}
