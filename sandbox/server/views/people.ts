/** Users, members and roles as Discord's API shows them. */
import type { JsonObject } from '../json.js';
import type {
  ApplicationRecord,
  GuildRecord,
  MemberRecord,
  RoleRecord,
  UserRecord,
} from '../state/records.js';
import type { State } from '../state/state.js';

const DELETED_USER = { username: 'Deleted User', displayName: null, bot: false };

export function userView(state: State, id: string): JsonObject {
  const user: Pick<UserRecord, 'username' | 'displayName' | 'bot'> = state.users.get(id) ?? DELETED_USER;
  return {
    id,
    username: user.username,
    discriminator: user.bot ? '0000' : '0',
    global_name: user.displayName,
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    clan: null,
    banner: null,
    accent_color: null,
    public_flags: 0,
    flags: 0,
    ...(user.bot && { bot: true }),
  };
}

/** The bot's own user, with what only it sees of itself. */
export function ownUserView(state: State, application: ApplicationRecord): JsonObject {
  return {
    ...userView(state, application.id),
    bot: true,
    mfa_enabled: true,
    verified: true,
    email: null,
    locale: 'en-US',
  };
}

export function memberView(state: State, member: MemberRecord, withUser = true): JsonObject {
  return {
    ...(withUser && { user: userView(state, member.userId) }),
    nick: member.nick,
    avatar: null,
    banner: null,
    avatar_decoration_data: null,
    collectibles: null,
    roles: member.roles,
    joined_at: discordTime(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: member.timeoutUntil ? discordTime(member.timeoutUntil) : null,
  };
}

export function roleView(role: RoleRecord): JsonObject {
  return {
    id: role.id,
    name: role.name,
    description: null,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions,
    managed: role.managed,
    mentionable: role.mentionable,
    flags: 0,
    ...(role.botId && { tags: { bot_id: role.botId } }),
  };
}

export function memberCount(guild: GuildRecord): number {
  return Object.keys(guild.members).length;
}

/** A time as Discord writes it: microseconds and an offset instead of `Z`. */
export function discordTime(iso: string): string {
  return iso.endsWith('Z') ? `${iso.slice(0, -1)}000+00:00` : iso;
}

/** An application as Discord shows it to its own bot. */
export function applicationView(state: State, application: ApplicationRecord): JsonObject {
  const intents = application.privilegedIntents;
  const limited =
    (intents.includes('presences') ? 1 << 13 : 0) |
    (intents.includes('members') ? 1 << 15 : 0) |
    (intents.includes('messageContent') ? 1 << 19 : 0);
  const owner = [...state.users.values()].find((user) => !user.bot);
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: userView(state, application.id),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: limited,
    hook: true,
    is_monetized: false,
    integration_types_config: { 0: {} },
    approximate_guild_count: [...state.guilds.values()].filter((guild) => guild.members[application.id])
      .length,
    approximate_user_install_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userView(state, owner?.id ?? application.id),
    team: null,
  };
}
