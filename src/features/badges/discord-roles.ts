/** Roles at Discord: which of them the bot and a member may give, and giving and taking them. */
import {
  type APIGuildMember,
  type Client,
  type Guild,
  PermissionFlagsBits,
  PermissionsBitField,
  RESTJSONErrorCodes,
  type Role,
  Routes,
} from 'discord.js';
import { isKind, isRefusal } from '../../discord/errors.js';
import { type Logger, plainError } from '../../platform/logging.js';
import type { GuildRoles, MemberRoles, RoleChange, RoleChooser, RoleProblem } from './badge-role-model.js';

/** A role with any of these is for people who were chosen, not for everyone who did something. */
export const powers = new PermissionsBitField([
  'Administrator',
  'ManageGuild',
  'ManageRoles',
  'ManageChannels',
  'ManageMessages',
  'ManageWebhooks',
  'ManageThreads',
  'ManageNicknames',
  'ManageGuildExpressions',
  'ManageEvents',
  'KickMembers',
  'BanMembers',
  'ModerateMembers',
  'MuteMembers',
  'DeafenMembers',
  'MoveMembers',
  'MentionEveryone',
  'ViewAuditLog',
]);

export class DiscordGuildRoles implements GuildRoles {
  constructor(private readonly client: Client) {}

  async problem(guildId: string, roleId: string): Promise<RoleProblem | undefined> {
    if (roleId === guildId) return 'everyone';
    const guild = await this.guild(guildId);
    const role = guild.roles.cache.get(roleId);
    if (!role) return 'gone';
    if (role.managed) return 'managed';
    if (role.permissions.any(powers)) return 'powerful';
    const me = await ownMember(guild);
    if (!me.permissions.has(PermissionFlagsBits.ManageRoles)) return 'no-permission';
    return me.roles.highest.comparePositionTo(role) > 0 ? undefined : 'above-me';
  }

  /** By the roles themselves: what a channel allows says nothing of roles. */
  async mayGive(guildId: string, roleId: string, { id, roleIds }: RoleChooser) {
    const guild = await this.guild(guildId);
    if (guild.ownerId === id) return 'yes';
    const own = [guild.roles.everyone, ...roleIds.flatMap((one) => guild.roles.cache.get(one) ?? [])];
    if (!own.some(({ permissions }) => permissions.has(PermissionFlagsBits.ManageRoles)))
      return 'not-allowed';
    const role = guild.roles.cache.get(roleId);
    return own.some((one) => role && isAbove(one, role)) ? 'yes' : 'above-you';
  }

  async canGive(guildId: string): Promise<boolean> {
    const me = await ownMember(await this.guild(guildId));
    return me.permissions.has(PermissionFlagsBits.ManageRoles);
  }

  private async guild(guildId: string): Promise<Guild> {
    return this.client.guilds.cache.get(guildId) ?? this.client.guilds.fetch(guildId);
  }
}

export class DiscordMemberRoles implements MemberRoles {
  constructor(
    private readonly rest: Client['rest'],
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async has(guildId: string, userId: string, roleId: string) {
    try {
      const member = (await this.rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
      return member.roles.includes(roleId);
    } catch (error) {
      return this.kindOf(error, guildId, roleId);
    }
  }

  async give(guildId: string, userId: string, roleId: string): Promise<RoleChange> {
    try {
      await this.rest.put(Routes.guildMemberRole(guildId, userId, roleId));
      return 'done';
    } catch (error) {
      return this.kindOf(error, guildId, roleId);
    }
  }

  async take(guildId: string, userId: string, roleId: string): Promise<RoleChange> {
    try {
      await this.rest.delete(Routes.guildMemberRole(guildId, userId, roleId));
      return 'done';
    } catch (error) {
      return this.kindOf(error, guildId, roleId);
    }
  }

  private kindOf(error: unknown, guildId: string, roleId: string): Exclude<RoleChange, 'done'> {
    if (isKind(error, 'member-gone')) return 'member-gone';
    if (isRefusal(error, RESTJSONErrorCodes.UnknownRole)) return 'role-gone';
    this.log.warn({ error: plainError(error), guildId, roleId }, 'a role could not be given or taken');
    return 'failed';
  }
}

const isAbove = (one: Role, other: Role) => one.comparePositionTo(other) > 0;

async function ownMember(guild: Guild) {
  return guild.members.me ?? (await guild.members.fetchMe());
}
