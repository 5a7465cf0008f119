/** Whether the whole cohort can read a channel: everyone who reads the cohort's channel reads it too. */
import {
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js';
import { guildOf } from '../../discord/guild-channels.js';
import { isMember } from '../../discord/membership.js';

const reading = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** Roles compared in pairs at most: what one denies, another can allow. */
const pairedAtMost = 60;

interface Rules {
  permissions: ReadonlyMap<string, bigint>;
  overwrites: ReadonlyMap<string, { allow: bigint; deny: bigint }>;
}

export class CohortReach {
  constructor(private readonly client: Client) {}

  /** Permissions given to single members count for nothing here. A private thread is never the cohort's. */
  async isReadByCohort(guildId: string, channelId: string, cohortChannelId: string): Promise<boolean> {
    const guild = await guildOf(this.client, guildId);
    const channel = await channelOf(guild, channelId);
    if (!channel || channel.type === ChannelType.PrivateThread) return false;
    const source = channel.isThread() ? await channelOf(guild, channel.parentId) : channel;
    if (!source) return false;
    const cohort = await channelOf(guild, cohortChannelId);
    const home = cohort?.isThread() ? await channelOf(guild, cohort.parentId) : cohort;
    // Without a channel of its own, the cohort is everyone.
    return readersCanRead(guild.id, home ? rulesOf(guild, home) : undefined, rulesOf(guild, source));
  }

  async isMember(guildId: string, userId: string): Promise<boolean> {
    return isMember(this.client.rest, guildId, userId);
  }
}

async function channelOf(guild: Guild, id: string | null): Promise<GuildBasedChannel | undefined> {
  if (!id) return undefined;
  const cached = guild.channels.cache.get(id);
  return cached ?? (await guild.channels.fetch(id).catch(() => null)) ?? undefined;
}

function rulesOf(guild: Guild, channel: GuildBasedChannel): Rules {
  const overwrites =
    'permissionOverwrites' in channel
      ? [...channel.permissionOverwrites.cache.values()].filter(({ type }) => type === OverwriteType.Role)
      : [];
  return {
    permissions: new Map(guild.roles.cache.map(({ id, permissions }) => [id, permissions.bitfield])),
    overwrites: new Map(
      overwrites.map(({ id, allow, deny }) => [id, { allow: allow.bitfield, deny: deny.bitfield }]),
    ),
  };
}

/** For members with any one or two roles: whether each who reads `home` reads `source`. */
export function readersCanRead(everyoneId: string, home: Rules | undefined, source: Rules): boolean {
  const told = [...new Set([...(home?.overwrites.keys() ?? []), ...source.overwrites.keys()])];
  const roles = [...new Set([everyoneId, ...told, ...source.permissions.keys()])].slice(0, pairedAtMost);
  return roles.every((one) =>
    roles.every((other) => {
      const held = [one, other];
      return (home && !canRead(everyoneId, home, held)) || canRead(everyoneId, source, held);
    }),
  );
}

function canRead(
  everyoneId: string,
  { permissions, overwrites }: Rules,
  roleIds: readonly string[],
): boolean {
  const all = [everyoneId, ...roleIds];
  let granted = all.reduce((sum, id) => sum | (permissions.get(id) ?? 0n), 0n);
  if (granted & PermissionFlagsBits.Administrator) return true;
  const apply = (ids: readonly string[]) => {
    const found = ids.flatMap((id) => overwrites.get(id) ?? []);
    for (const { deny } of found) granted &= ~deny;
    for (const { allow } of found) granted |= allow;
  };
  apply([everyoneId]);
  apply(roleIds.filter((id) => id !== everyoneId));
  return (granted & reading) === reading;
}
