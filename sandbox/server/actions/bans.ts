/** Bans: who may not come back, and what goes with them. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Sandbox } from '../sandbox.js';
import { timeOf } from '../snowflake.js';
import type { GuildRecord } from '../state/records.js';
import { userView } from '../views/people.js';
import { leaveGuild, removeMember } from './guilds.js';
import { deleteMessages } from './messages.js';

const MS = 1_000;

/** Bans a user, who leaves if they were a member; deletes what they wrote in the last seconds. */
export function ban(
  sandbox: Sandbox,
  guild: GuildRecord,
  userId: string,
  options: { reason?: string | undefined; deleteSeconds?: number } = {},
): void {
  guild.bans[userId] = { reason: options.reason ?? null };
  const application = sandbox.state.applications.get(userId);
  if (guild.members[userId]) {
    if (application) leaveGuild(sandbox, guild, application);
    else removeMember(sandbox, guild, userId);
  }
  dispatch(sandbox, guild, userId, 'GUILD_BAN_ADD');
  if (!options.deleteSeconds) return;
  const since = sandbox.clock.now() - options.deleteSeconds * MS;
  for (const channel of sandbox.state.channelsOf(guild.id)) {
    const range = { limit: Number.POSITIVE_INFINITY };
    const recent = sandbox.state.messagesOf(
      channel.id,
      range,
      (one) => one.authorId === userId && timeOf(one.id) >= since,
    );
    deleteMessages(sandbox, channel, recent);
  }
}

export function unban(sandbox: Sandbox, guild: GuildRecord, userId: string): void {
  delete guild.bans[userId];
  dispatch(sandbox, guild, userId, 'GUILD_BAN_REMOVE');
}

function dispatch(
  sandbox: Sandbox,
  guild: GuildRecord,
  userId: string,
  name: 'GUILD_BAN_ADD' | 'GUILD_BAN_REMOVE',
): void {
  sandbox.state.changed();
  sandbox.gateway.emit({
    name,
    intent: GatewayIntentBits.GuildModeration,
    guildId: guild.id,
    data: () => ({ guild_id: guild.id, user: userView(sandbox.state, userId) }),
  });
}
