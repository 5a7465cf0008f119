/** The records a sandbox keeps: plain values, so that a snapshot is one `JSON.stringify`. */

import type { JsonObject } from '../json.js';

export interface ApplicationRecord {
  /** Application id, and the id of its bot user. */
  id: string;
  token: string;
  name: string;
  privilegedIntents: string[];
  /** Emoji that it alone may use, anywhere. */
  emojis: EmojiRecord[];
}

export interface UserRecord {
  id: string;
  username: string;
  displayName: string | null;
  bot: boolean;
  locale: string;
  /** Refuses direct messages from bots. */
  closedDms: boolean;
  /** Ids of the applications they installed for themselves. */
  installs: string[];
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
  autoModeration: JsonObject[];
  emojis: EmojiRecord[];
  bans: { [userId: string]: { reason: string | null } };
  /** Entries as the API gives them, newest last. */
  auditLog: JsonObject[];
  events: ScheduledEventRecord[];
  /** What `PATCH /guilds/{guild_id}` changed of the fields a guild has beside these, as the API gives them. */
  settings: JsonObject;
}

export interface EmojiRecord {
  id: string;
  name: string;
  animated: boolean;
  creatorId: string;
  /** Roles that alone may use it; empty for everyone. */
  roles: string[];
}

/** Status and place are numbered as Discord numbers them. */
export interface ScheduledEventRecord {
  id: string;
  creatorId: string;
  name: string;
  description: string | null;
  channelId: string | null;
  startTime: string;
  endTime: string | null;
  status: number;
  entityType: number;
  location: string | null;
  /** Who is interested. */
  userIds: string[];
}

export interface InviteRecord {
  code: string;
  guildId: string;
  channelId: string;
  inviterId: string;
  createdAt: string;
  /** 0 for no end. */
  maxAgeSeconds: number;
  /** 0 for any number. */
  maxUses: number;
  uses: number;
  temporary: boolean;
}

export interface ForumTag {
  id: string;
  name: string;
  moderated: boolean;
  emoji_id: string | null;
  emoji_name: string | null;
}

/** What a forum has besides what every channel has. */
export interface ForumRecord {
  tags: ForumTag[];
  requiresTag: boolean;
  defaultReaction: JsonObject | null;
  defaultSortOrder: number | null;
  defaultLayout: number;
}

export interface PollRecord {
  question: JsonObject;
  answers: { id: number; media: JsonObject }[];
  allowsSeveral: boolean;
  layout: number;
  expiresAt: string;
  /** The answers each voter chose. */
  votes: { [userId: string]: number[] };
  isFinal: boolean;
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
  /** Messages ever sent in it, deleted ones included. */
  totalSent: number;
  /** Ids of the tags of a forum's post. */
  appliedTags: string[];
  /** Pinned to the top of its forum. */
  isPinned: boolean;
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
  forum?: ForumRecord;
  defaultAutoArchiveDuration?: number;
  defaultThreadRateLimit?: number;
  /** Of a voice channel. */
  userLimit?: number;
  bitrate?: number;
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
  emoji: { id: string | null; name: string; animated?: boolean };
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
  /** The message it forwards, as it was then. */
  forwarded?: { channelId: string; messageId: string; guildId?: string; snapshot: JsonObject };
  poll?: PollRecord;
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

export interface UploadedFile {
  /** The `n` of `files[n]`. */
  index: string;
  name: string;
  type: string;
  data: Buffer;
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
  stage: 13,
  forum: 15,
} as const;

export const MessageFlag = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  hasSnapshot: 1 << 14,
  componentsV2: 1 << 15,
} as const;
