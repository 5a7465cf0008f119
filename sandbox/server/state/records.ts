/** The records a sandbox keeps: plain values, so that a snapshot is one `JSON.stringify`. */

export type JsonObject = { [key: string]: unknown };

export interface ApplicationRecord {
  /** Application id, and the id of its bot user. */
  id: string;
  token: string;
  name: string;
  privilegedIntents: string[];
}

export interface UserRecord {
  id: string;
  username: string;
  displayName: string | null;
  bot: boolean;
  locale: string;
  /** Refuses direct messages from bots. */
  closedDms: boolean;
}

export interface RoleRecord {
  id: string;
  name: string;
  permissions: string;
  color: number;
  hoist: boolean;
  mentionable: boolean;
  managed: boolean;
  position: number;
  botId?: string;
}

export interface MemberRecord {
  userId: string;
  nick: string | null;
  roles: string[];
  joinedAt: string;
  timeoutUntil: string | null;
}

export interface CommandPermission {
  id: string;
  type: 1 | 2 | 3;
  permission: boolean;
}

export interface GuildRecord {
  id: string;
  name: string;
  description: string | null;
  ownerId: string;
  locale: string;
  roles: RoleRecord[];
  members: { [userId: string]: MemberRecord };
  /** Integration overrides by command id (or application id). */
  commandPermissions: { [id: string]: CommandPermission[] };
  /** Rules of the guild's AutoMod, as the API gives them. */
  autoModeration?: JsonObject[];
}

export interface Overwrite {
  id: string;
  /** 0 role, 1 member. */
  type: 0 | 1;
  allow: string;
  deny: string;
}

export interface ThreadRecord {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchiveDuration: number;
  archiveTimestamp: string;
  createTimestamp: string;
  members: { userId: string; joinedAt: string }[];
  messageCount: number;
}

export interface ChannelRecord {
  id: string;
  type: number;
  guildId?: string;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  nsfw: boolean;
  rateLimitPerUser: number;
  overwrites: Overwrite[];
  lastMessageId: string | null;
  thread?: ThreadRecord;
  /** A direct-message channel's person and bot. */
  recipients?: { personId: string; botId: string };
}

export interface AttachmentRecord {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
  title?: string;
  ephemeral?: boolean;
  width?: number;
  height?: number;
}

export interface ReactionRecord {
  emoji: { id: string | null; name: string };
  userIds: string[];
}

export interface MessageRecord {
  id: string;
  channelId: string;
  guildId?: string;
  authorId: string;
  /** A webhook's own name in place of a user's. */
  webhookName?: string;
  webhookId?: string;
  applicationId?: string;
  type: number;
  content: string;
  timestamp: string;
  editedTimestamp: string | null;
  mentionEveryone: boolean;
  mentionUserIds: string[];
  mentionRoleIds: string[];
  attachments: AttachmentRecord[];
  embeds: JsonObject[];
  components: JsonObject[];
  flags: number;
  tts: boolean;
  pinnedAt: string | null;
  nonce?: string | number;
  referenceId?: string;
  interaction?: JsonObject;
  reactions: ReactionRecord[];
  threadId?: string;
  /** Ephemeral: the only member who sees it. */
  visibleTo?: string;
  /** Ephemeral and dismissed by its member, or deleted by the bot. */
  dismissed?: boolean;
}

export interface CommandRecord {
  id: string;
  applicationId: string;
  guildId?: string;
  /** As Discord answers it, without localizations resolved. */
  data: JsonObject & { name: string; type: number; default_member_permissions: string | null };
}

export interface WebhookRecord {
  id: string;
  token: string;
  channelId: string;
  guildId: string;
  name: string;
  applicationId: string;
}

export interface StoredFile {
  name: string;
  type: string;
  data: Buffer;
}

export const ChannelTypes = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export const MessageFlag = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;
