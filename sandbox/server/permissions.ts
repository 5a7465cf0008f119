/** What a member may do in a guild or channel, computed the way Discord documents it. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { ControlError } from './control-error.js';
import { type ChannelRecord, ChannelTypes, type GuildRecord, type MemberRecord } from './state/records.js';
import type { State } from './state/state.js';

export const Permission = PermissionFlagsBits;

export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

const BIT_BY_NAME = new Map<string, bigint>(
  Object.entries(PermissionFlagsBits).map(([name, bit]) => [plain(name), bit]),
);

/** What a member on time-out keeps. */
const TIMED_OUT = Permission.ViewChannel | Permission.ReadMessageHistory;

export const ORDINARY_PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendPolls',
  'Connect',
  'Speak',
  'UseApplicationCommands',
  'UseExternalApps',
  'ChangeNickname',
  'CreateInstantInvite',
];

export const INVITED_BOT_PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'CreatePublicThreads',
];

/** The bits of permissions given by name; throws on a name that is none. */
export function permissionBits(names: string[]): bigint {
  let bits = 0n;
  for (const name of names) {
    const bit = BIT_BY_NAME.get(plain(name));
    if (bit === undefined) throw new ControlError('noPermission', [name]);
    bits |= bit;
  }
  return bits;
}

/** The names of the permissions set in `bits`. */
export function permissionNames(bits: bigint): string[] {
  return Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (bits & bit) === bit)
    .map(([name]) => name);
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Permissions in the guild as a whole, time-outs left aside. */
export function guildPermissions(guild: GuildRecord, member: MemberRecord): bigint {
  if (guild.ownerId === member.userId) return ALL_PERMISSIONS;
  let bits = 0n;
  for (const role of guild.roles)
    if (role.id === guild.id || member.roles.includes(role.id)) bits |= BigInt(role.permissions);
  return (bits & Permission.Administrator) !== 0n ? ALL_PERMISSIONS : bits;
}

/** Permissions in a channel; threads take their parent's overwrites. `nowMs` decides on time-outs. */
export function channelPermissions(
  state: State,
  guild: GuildRecord,
  member: MemberRecord,
  channel: ChannelRecord,
  nowMs: number,
): bigint {
  let bits = guildPermissions(guild, member);
  if (bits === ALL_PERMISSIONS) return bits;
  const parent = channel.thread && channel.parentId ? state.channels.get(channel.parentId) : undefined;
  bits = withOverwrites(bits, guild, member, parent ?? channel);
  if (channel.type === ChannelTypes.privateThread && !maySeePrivateThread(bits, member, channel)) bits = 0n;
  if (member.timeoutUntil && Date.parse(member.timeoutUntil) > nowMs) bits &= TIMED_OUT;
  return (bits & Permission.ViewChannel) === 0n ? 0n : bits;
}

function maySeePrivateThread(bits: bigint, member: MemberRecord, thread: ChannelRecord): boolean {
  if ((bits & Permission.ManageThreads) !== 0n) return true;
  return thread.thread?.members.some((one) => one.userId === member.userId) ?? false;
}

function withOverwrites(
  bits: bigint,
  guild: GuildRecord,
  member: MemberRecord,
  channel: ChannelRecord,
): bigint {
  let allow = 0n;
  let deny = 0n;
  let result = bits;
  for (const overwrite of channel.overwrites) {
    if (overwrite.type !== 0) continue;
    if (overwrite.id === guild.id) {
      result = (result & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow);
    } else if (member.roles.includes(overwrite.id)) {
      allow |= BigInt(overwrite.allow);
      deny |= BigInt(overwrite.deny);
    }
  }
  result = (result & ~deny) | allow;
  const own = channel.overwrites.find((overwrite) => overwrite.type === 1 && overwrite.id === member.userId);
  return own ? (result & ~BigInt(own.deny)) | BigInt(own.allow) : result;
}
