/** What Discord says of the bot: permissions, roles, registered commands, clock and connection. */
import {
  type APIApplicationCommandPermission,
  ApplicationCommandPermissionType,
  type Client,
  GatewayIntentBits,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  type RESTGetAPIGuildApplicationCommandsPermissionsResult,
  RESTJSONErrorCodes,
  RequestMethod,
  type Role,
  Routes,
} from 'discord.js';
import { isRefusal } from '../../discord/errors.js';
import { definitionsOf, type Registrable, registeredCommands, sameCommands } from '../../discord/register.js';
import { type Clock, systemClock } from '../../platform/clock.js';
import { commandIdsOf } from '../../platform/command-ids.js';
import {
  type GuildInspection,
  type Inspector,
  type NeededPermission,
  neededPermissions,
  optionalPermissions,
  writingPermissions,
} from '../guilds/index.js';

/** Guilds, with their channels and roles; everything else arrives within interactions. */
const neededIntents = ['Guilds'] as const;

/** The command that moderators must be able to see. */
const moderatorCommand = 'admin';

export class DiscordInspector implements Inspector {
  /** `clock` is this machine's own: it is what gets compared with Discord's. */
  constructor(
    private readonly client: Client,
    private readonly commands: readonly Registrable[],
    private readonly clock: Clock = systemClock,
  ) {}

  async missingIn(guildId: string, channelId: string): Promise<readonly NeededPermission[] | undefined> {
    const guild = await this.guild(guildId);
    const me = guild.members.me ?? (await guild.members.fetchMe());
    try {
      const channel = guild.channels.cache.get(channelId) ?? (await guild.channels.fetch(channelId));
      return channel ? missingIn(channel, me) : undefined;
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownChannel)) return undefined;
      if (isRefusal(error, RESTJSONErrorCodes.MissingAccess)) return writingPermissions;
      throw error;
    }
  }

  async existing(guildId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { channels, roles } = await this.guild(guildId);
    return new Set(ids.filter((id) => channels.cache.has(id) || roles.cache.has(id)));
  }

  async isForEveryone(guildId: string, channelId: string): Promise<boolean> {
    const { channels, roles } = await this.guild(guildId);
    const channel = channels.cache.get(channelId);
    return channel?.permissionsFor(roles.everyone).has(PermissionFlagsBits.ViewChannel) ?? true;
  }

  async mayPing(guildId: string, roleId: string): Promise<boolean> {
    const guild = await this.guild(guildId);
    const role = guild.roles.cache.get(roleId);
    if (!role || role.mentionable) return true;
    const me = guild.members.me ?? (await guild.members.fetchMe());
    return me.permissions.has(PermissionFlagsBits.MentionEveryone);
  }

  async inspectGuild(
    guildId: string,
    channelIds: readonly string[],
    { moderatorRoleId, cohortId }: { moderatorRoleId: string | null; cohortId: string | undefined },
  ): Promise<GuildInspection> {
    const guild = await this.guild(guildId);
    // Roles come before channels: permissions are calculated from the roles in the cache.
    const roles = await guild.roles.fetch();
    const [me, channels] = await Promise.all([
      guild.members.fetchMe({ force: true, cache: true }),
      guild.channels.fetch(),
    ]);
    const role = moderatorRoleId ? roles.get(moderatorRoleId) : undefined;
    const permissions = channels.get(cohortId ?? '')?.permissionsFor(me) ?? me.permissions;
    return {
      missing: new Map(
        channelIds.flatMap((id) => {
          const channel = channels.get(id);
          return channel ? [[id, missingIn(channel, me)] as const] : [];
        }),
      ),
      missingOptional: optionalPermissions.filter((name) => !permissions.has(PermissionFlagsBits[name])),
      moderatorRole: role && { seesAdmin: await this.seesAdmin(guild, role) },
      timedOutUntil: me.communicationDisabledUntil,
    };
  }

  missingIntents(): readonly string[] {
    return neededIntents.filter((name) => !this.client.options.intents.has(GatewayIntentBits[name]));
  }

  async commandsAreCurrent(): Promise<boolean> {
    const registered = await registeredCommands(this.client.rest, this.applicationId());
    return sameCommands(registered, definitionsOf(this.commands));
  }

  async clockAheadOfDiscord(): Promise<number> {
    const before = this.clock().getTime();
    const response = await this.client.rest.queueRequest({
      method: RequestMethod.Get,
      fullRoute: Routes.gateway(),
      auth: false,
    });
    const after = this.clock().getTime();
    const theirs = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(theirs)) throw new Error('Discord gave no Date');
    // The header is cut to whole seconds: half a second is the likeliest rest.
    return (before + after) / 2 - (theirs + 500);
  }

  gatewayPing(guildId: string): number | undefined {
    const ping = this.client.guilds.cache.get(guildId)?.shard.ping ?? this.client.ws.ping;
    return ping >= 0 ? ping : undefined;
  }

  private async guild(guildId: string): Promise<Guild> {
    return this.client.guilds.cache.get(guildId) ?? this.client.guilds.fetch(guildId);
  }

  /**
   * Whether members of the role are offered `/admin`: by Manage Messages, its default, or by what the guild's
   * Integrations page says of the command or of the whole bot.
   */
  private async seesAdmin(guild: Guild, role: Role): Promise<boolean> {
    if (role.permissions.has(PermissionFlagsBits.Administrator)) return true;
    const applicationId = this.applicationId();
    const overrides = (await this.client.rest.get(
      Routes.guildApplicationCommandsPermissions(applicationId, guild.id),
    )) as RESTGetAPIGuildApplicationCommandsPermissionsResult;
    const commandId = commandIdsOf(applicationId).get(moderatorCommand);
    const ofCommand = overrides.find(({ id }) => id === commandId)?.permissions;
    const ofBot = overrides.find(({ id }) => id === applicationId)?.permissions;
    return (
      said(ofCommand, role) ?? said(ofBot, role) ?? role.permissions.has(PermissionFlagsBits.ManageMessages)
    );
  }

  private applicationId(): string {
    return this.client.application?.id ?? this.client.user?.id ?? '';
  }
}

/** What an override says of the role, or else of everyone; undefined when it says nothing. */
function said(permissions: APIApplicationCommandPermission[] | undefined, role: Role): boolean | undefined {
  const ofRoles = permissions?.filter(({ type }) => type === ApplicationCommandPermissionType.Role);
  const entry = ofRoles?.find(({ id }) => id === role.id) ?? ofRoles?.find(({ id }) => id === role.guild.id);
  return entry?.permission;
}

function missingIn(channel: GuildBasedChannel, me: GuildMember): readonly NeededPermission[] {
  const permissions = channel.permissionsFor(me);
  return neededPermissions.filter((name) => !permissions.has(PermissionFlagsBits[name]));
}
