/** How a world is written down: guilds with their roles, channels and members, by names or ids. */

export interface World {
  guilds: WorldGuild[];
  /** People of no guild yet. */
  users?: WorldUser[];
}

export interface WorldUser {
  id?: string;
  /** The user name, unique in the world. */
  name: string;
  displayName?: string;
  bot?: boolean;
  /** Their client's language, such as `en-US`. */
  locale?: string;
  /** Refuses direct messages from bots. */
  closedDms?: boolean;
  /** Names or ids of the bots they installed for themselves. */
  installs?: string[];
}

export interface WorldMember extends WorldUser {
  nick?: string;
  /** Names or ids of roles. */
  roles?: string[];
  joinedAt?: string;
}

export interface WorldRole {
  id?: string;
  name: string;
  /** Names as in Discord's documentation (`MANAGE_MESSAGES` or `ManageMessages`). */
  permissions?: string[];
  color?: number;
  hoist?: boolean;
  mentionable?: boolean;
}

export interface WorldOverwrite {
  role?: string;
  member?: string;
  /** The bots' own members, by their user name; `*` is each of them. */
  bot?: string;
  allow?: string[];
  deny?: string[];
}

export interface WorldChannel {
  id?: string;
  name: string;
  type?: 'text' | 'announcement' | 'category' | 'forum' | 'voice' | 'stage';
  topic?: string;
  /** Name or id of the category it stands in. */
  parent?: string;
  nsfw?: boolean;
  /** Seconds between two messages of one person. */
  rateLimitPerUser?: number;
  /** Of a forum: the names of its tags. */
  tags?: string[];
  overwrites?: WorldOverwrite[];
}

export interface WorldGuild {
  id?: string;
  name: string;
  description?: string;
  /** Name or id of a member; the first one by default. */
  owner?: string;
  locale?: string;
  /** What everyone may do; an ordinary member's permissions by default. */
  everyone?: string[];
  /** What the bots' own role allows; what an invitation usually asks for by default. */
  botPermissions?: string[];
  /** Whether the bots have joined; true by default. */
  bots?: boolean;
  /**
   * Where the bots' own roles stand: below all others, as Discord puts them when a bot is invited, or above them.
   * A bot can't manage roles that are above its own, nor members who have one.
   */
  botRoles?: 'bottom' | 'top';
  /** Names of custom emoji. */
  emojis?: string[];
  roles?: WorldRole[];
  channels: WorldChannel[];
  members: WorldMember[];
}

/** One small, neutral guild, for a sandbox that is started without a world. */
export const DEFAULT_WORLD: World = {
  guilds: [
    {
      id: '1100000000000000001',
      name: 'Sandbox',
      owner: 'olive',
      roles: [
        {
          name: 'Moderator',
          permissions: ['MANAGE_MESSAGES', 'MANAGE_THREADS', 'MANAGE_GUILD', 'KICK_MEMBERS'],
          color: 0x3b82f6,
          mentionable: true,
        },
      ],
      channels: [
        { name: 'general', topic: 'Anything' },
        { name: 'random' },
        {
          name: 'staff',
          overwrites: [
            { role: '@everyone', deny: ['VIEW_CHANNEL'] },
            { role: 'Moderator', allow: ['VIEW_CHANNEL'] },
            { bot: '*', allow: ['VIEW_CHANNEL'] },
          ],
        },
      ],
      members: [
        { name: 'olive', displayName: 'Olive' },
        { name: 'mo', displayName: 'Mo', roles: ['Moderator'] },
        { name: 'ada', displayName: 'Ada' },
        { name: 'ben', displayName: 'Ben' },
        { name: 'cleo', displayName: 'Cleo', closedDms: true },
      ],
    },
  ],
};
