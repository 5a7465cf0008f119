/** Finds people, channels and roles by the names people use for them, or by id. */
import { ControlError } from '../control-error.js';
import type { ChannelRecord, GuildRecord, RoleRecord, UserRecord } from '../state/records.js';
import type { State } from '../state/state.js';

/** A person by id, user name or displayed name, with or without `@`; those of the channel's guild first. */
export function findUser(state: State, near: ChannelRecord | undefined, name: string): UserRecord {
  const wanted = stripped(name, /^<@!?(\d+)>$|^@(.+)$/);
  const direct = state.users.get(wanted);
  if (direct) return direct;
  const guild = near?.guildId ? state.guilds.get(near.guildId) : undefined;
  const lower = wanted.toLowerCase();
  const matches = [...state.users.values()].filter((user) =>
    [user.username, user.displayName, guild?.members[user.id]?.nick].some(
      (one) => one?.toLowerCase() === lower,
    ),
  );
  const found = matches.find((user) => guild?.members[user.id]) ?? matches[0];
  if (!found) throw new ControlError('nobodyCalled', [name], 404);
  return found;
}

/** A channel by id or name, with or without `#`. */
export function findChannel(state: State, guildId: string | undefined, name: string): ChannelRecord {
  const wanted = stripped(name, /^<#(\d+)>$|^#(.+)$/);
  const direct = state.channels.get(wanted);
  if (direct) return direct;
  const found = guildId ? state.channelsOf(guildId).find((one) => one.name === wanted) : undefined;
  if (!found) throw new ControlError('noChannel', [name], 404);
  return found;
}

/** A role by id or name, with or without `@&` or `@`. */
export function findRole(state: State, guildId: string | undefined, name: string): RoleRecord {
  const wanted = stripped(name, /^<@&(\d+)>$|^@&?(.+)$/);
  const roles = guildId ? (state.guilds.get(guildId)?.roles ?? []) : [];
  const found = roles.find((one) => one.id === wanted || one.name === name || one.name === wanted);
  if (!found) throw new ControlError('noRole', [name], 404);
  return found;
}

/** A guild by id or name; the first one when none is named. */
export function findGuild(state: State, name: string | undefined): GuildRecord {
  const guilds = [...state.guilds.values()];
  const found =
    name === undefined || name === '*'
      ? guilds[0]
      : guilds.find((one) => one.id === name || one.name === name);
  if (!found)
    throw name === undefined
      ? new ControlError('noGuild', [], 404)
      : new ControlError('noGuildCalled', [name], 404);
  return found;
}

function stripped(name: string, pattern: RegExp): string {
  const match = pattern.exec(name.trim());
  return match?.[1] ?? match?.[2] ?? name.trim();
}
