/** Invites: made, used up, revoked, and members who come by one. */
import { randomBytes } from 'node:crypto';
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { InviteRecord } from '../state/records.js';
import { inviteView } from '../views/invites.js';

const MS = 1_000;

export function createInvite(
  sandbox: Sandbox,
  wanted: Omit<InviteRecord, 'code' | 'createdAt' | 'uses'>,
): InviteRecord {
  const invite: InviteRecord = {
    ...wanted,
    code: randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'x'),
    createdAt: new Date(sandbox.clock.now()).toISOString(),
    uses: 0,
  };
  sandbox.state.invites.set(invite.code, invite);
  dispatch(sandbox, 'INVITE_CREATE', invite, inviteView(sandbox.state, invite, { isEvent: true }));
  return invite;
}

export function revokeInvite(sandbox: Sandbox, invite: InviteRecord): void {
  sandbox.state.invites.delete(invite.code);
  const { code, channelId, guildId } = invite;
  dispatch(sandbox, 'INVITE_DELETE', invite, { code, channel_id: channelId, guild_id: guildId });
}

/** An invite that still holds; one whose time or uses have run out is gone. */
export function findInvite(sandbox: Sandbox, code: string): InviteRecord | undefined {
  const invite = sandbox.state.invites.get(code);
  if (!invite) return undefined;
  const ends = Date.parse(invite.createdAt) + invite.maxAgeSeconds * MS;
  const isOver = invite.maxAgeSeconds > 0 && ends <= sandbox.clock.now();
  const isUsedUp = invite.maxUses > 0 && invite.uses >= invite.maxUses;
  if (!isOver && !isUsedUp) return invite;
  sandbox.state.invites.delete(code);
  return undefined;
}

export function invitesOf(sandbox: Sandbox, wanted: (invite: InviteRecord) => boolean): InviteRecord[] {
  return [...sandbox.state.invites.values()].filter((one) => wanted(one) && findInvite(sandbox, one.code));
}

function dispatch(
  sandbox: Sandbox,
  name: 'INVITE_CREATE' | 'INVITE_DELETE',
  invite: InviteRecord,
  data: JsonObject,
): void {
  sandbox.state.changed();
  sandbox.gateway.emit({
    name,
    intent: GatewayIntentBits.GuildInvites,
    guildId: invite.guildId,
    data: () => data,
  });
}
