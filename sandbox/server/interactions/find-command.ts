/** Which commands a person has in a channel, as Discord's client would offer them. */
import { type Localizations, localized } from '../../client/localized.js';
import { permissionsIn } from '../actions/access.js';
import { ControlError } from '../control-error.js';
import { isObject, type JsonObject } from '../json.js';
import { guildPermissions, Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type {
  ChannelRecord,
  CommandRecord,
  GuildRecord,
  MemberRecord,
  UserRecord,
} from '../state/records.js';
import { installsFor, installsIn } from './installs.js';

export const CommandType = { slash: 1, user: 2, message: 3 } as const;
const GUILD = 0;
const BOT_DM = 1;

/** The commands a person may run here; a guild's own stand before those for everyone. */
export function commandsFor(sandbox: Sandbox, person: UserRecord, channel: ChannelRecord): CommandRecord[] {
  const { state } = sandbox;
  if (channel.recipients) {
    const { botId } = channel.recipients;
    return state.commandsOf(botId, undefined).filter(worksInDirectMessages);
  }
  const guild = channel.guildId ? state.guilds.get(channel.guildId) : undefined;
  const member = guild?.members[person.id];
  if (!guild || !member) return [];
  const has = permissionsIn(sandbox, person.id, channel);
  if ((has & Permission.UseApplicationCommands) === 0n) return [];
  const found: CommandRecord[] = [];
  for (const application of state.applications.values()) {
    const installs = installsIn(sandbox, application.id, person, channel);
    if (installs.length === 0) continue;
    const own = guild.members[application.id] ? state.commandsOf(application.id, guild.id) : [];
    const everywhere = state
      .commandsOf(application.id, undefined)
      .filter((one) => installsFor(one, installs).length > 0 && worksInGuilds(one))
      .filter(
        (one) => !own.some((other) => other.data.name === one.data.name && other.data.type === one.data.type),
      );
    found.push(...own, ...everywhere);
  }
  return found.filter(
    (command) => mayUse(guild, member, channel, command) && (!command.data.nsfw || channel.nsfw),
  );
}

export function findCommand(
  sandbox: Sandbox,
  person: UserRecord,
  channel: ChannelRecord,
  name: string,
  type: number,
): CommandRecord {
  const command = commandsFor(sandbox, person, channel).find(
    (one) => isCalled(one.data, name, person.locale) && one.data.type === type,
  );
  if (!command) throw new ControlError('noCommandFor', [person.username, name], 404);
  return command;
}

/** Whether a command, subcommand, option or choice has a name, its own or the one in the person's language. */
export function isCalled(named: JsonObject, name: string, locale: string): boolean {
  return named.name === name || localName(named, locale) === name;
}

/** The name that the person's client shows. */
export function localName(named: JsonObject, locale: string): string {
  const names = isObject(named.name_localizations) ? named.name_localizations : {};
  return localized(names as Localizations, locale) ?? String(named.name);
}

function worksInGuilds({ data }: CommandRecord): boolean {
  return !Array.isArray(data.contexts) || data.contexts.includes(GUILD);
}

function worksInDirectMessages(command: CommandRecord): boolean {
  const { contexts, dm_permission: allowed } = command.data;
  return Array.isArray(contexts) ? contexts.includes(BOT_DM) : allowed !== false;
}

/** Overrides of the guild's Integrations page come first, then the command's default permissions. */
function mayUse(
  guild: GuildRecord,
  member: MemberRecord,
  channel: ChannelRecord,
  command: CommandRecord,
): boolean {
  const has = guildPermissions(guild, member);
  if ((has & Permission.Administrator) !== 0n) return true;
  const overrides =
    guild.commandPermissions[command.id] ?? guild.commandPermissions[command.applicationId] ?? [];
  const forChannel = overrides.find((one) => one.type === 3 && one.id === channel.id);
  if (forChannel?.permission === false) return false;
  const forUser = overrides.find((one) => one.type === 2 && one.id === member.userId);
  if (forUser) return forUser.permission;
  const forRoles = overrides.filter((one) => one.type === 1 && member.roles.includes(one.id));
  if (forRoles.length > 0) return forRoles.some((one) => one.permission);
  const forAll = overrides.find((one) => one.type === 1 && one.id === guild.id);
  if (forAll) return forAll.permission;
  const needed = command.data.default_member_permissions;
  if (needed === null) return true;
  return needed !== '0' && (has & BigInt(needed)) === BigInt(needed);
}
