/** Invites as Discord's API shows them. */
import type { JsonObject } from '../json.js';
import type { InviteRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { discordTime, memberCount, userView } from './people.js';

const MS = 1_000;

/** `withCounts` adds how many members there are, `withDetails` what only those who manage channels see. */
export function inviteView(
  state: State,
  invite: InviteRecord,
  { withCounts = false, withDetails = false, isEvent = false } = {},
): JsonObject {
  const guild = state.guilds.get(invite.guildId);
  const channel = state.channels.get(invite.channelId);
  const end = new Date(Date.parse(invite.createdAt) + invite.maxAgeSeconds * MS).toISOString();
  const details = {
    uses: invite.uses,
    max_uses: invite.maxUses,
    max_age: invite.maxAgeSeconds,
    temporary: invite.temporary,
    created_at: discordTime(invite.createdAt),
  };
  if (isEvent)
    return {
      code: invite.code,
      channel_id: invite.channelId,
      guild_id: invite.guildId,
      inviter: userView(state, invite.inviterId),
      expires_at: invite.maxAgeSeconds === 0 ? null : discordTime(end),
      ...details,
    };
  return {
    type: 0,
    code: invite.code,
    inviter: userView(state, invite.inviterId),
    expires_at: invite.maxAgeSeconds === 0 ? null : discordTime(end),
    guild_id: invite.guildId,
    guild: guild && {
      id: guild.id,
      name: guild.name,
      description: guild.description,
      icon: null,
      features: [],
    },
    channel: channel && { id: channel.id, name: channel.name, type: channel.type },
    ...(withCounts &&
      guild && {
        approximate_member_count: memberCount(guild),
        approximate_presence_count: memberCount(guild),
      }),
    ...(withDetails && details),
  };
}
