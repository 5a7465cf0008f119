/** For whom a bot is installed where somebody uses it: the guild, the person, or both. */
import { permissionsIn } from '../actions/access.js';
import type { JsonObject } from '../json.js';
import { Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, CommandRecord, UserRecord } from '../state/records.js';

export const Install = { guild: 0, user: 1 } as const;

/** The installs by which a person reaches an application in a channel. */
export function installsIn(
  sandbox: Sandbox,
  applicationId: string,
  person: UserRecord,
  channel: ChannelRecord,
): number[] {
  const guild = sandbox.state.guilds.get(channel.guildId ?? '');
  const isInGuild = guild ? guild.members[applicationId] !== undefined : true;
  return [
    ...(isInGuild ? [Install.guild] : []),
    ...(person.installs.includes(applicationId) ? [Install.user] : []),
  ];
}

/** Those of the installs that a command is for; one for a single guild is for its install there. */
export function installsFor(command: CommandRecord, installs: number[]): number[] {
  const types = command.data.integration_types;
  const wanted: unknown[] = Array.isArray(types) ? types : [Install.guild];
  return installs.filter((one) => (command.guildId ? one === Install.guild : wanted.includes(one)));
}

/** `authorizing_integration_owners`: the guild (0 in a direct channel) and the person, as far as they apply. */
export function ownersOf(installs: number[], person: UserRecord, channel: ChannelRecord): JsonObject {
  return {
    ...(installs.includes(Install.guild) && { [Install.guild]: channel.guildId ?? '0' }),
    ...(installs.includes(Install.user) && { [Install.user]: person.id }),
  };
}

/** Whether only the person may see the answer: their own app, where they may not use external ones in public. */
export function isKeptPrivate(
  sandbox: Sandbox,
  installs: number[],
  person: UserRecord,
  channel: ChannelRecord,
): boolean {
  if (installs.includes(Install.guild) || !channel.guildId) return false;
  return (permissionsIn(sandbox, person.id, channel) & Permission.UseExternalApps) === 0n;
}
