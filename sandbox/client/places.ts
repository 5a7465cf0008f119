/** What a person sees of the world, as `GET /control/places` answers it: guilds, people, channels, direct channels. */

/** A role as a member list shows it. */
export interface PlaceRole {
  id: string;
  name: string;
  /** 0xRRGGBB; 0 for none. */
  color: number;
  /** Whether its members stand apart in the member list. */
  hoist: boolean;
  position: number;
  mentionable: boolean;
  managed: boolean;
}

export interface PlaceMember {
  userId: string;
  /** As shown in this guild: nickname, else display name, else user name. */
  name: string;
  username: string;
  displayName: string | null;
  nick: string | null;
  bot: boolean;
  /** Ids, `@everyone` left out. */
  roles: string[];
  /** ISO; in the future while they are on time-out. */
  timeoutUntil: string | null;
  joinedAt: string;
}

/** What the person may do in a channel. */
export interface PlaceRights {
  send: boolean;
  manageMessages: boolean;
  addReactions: boolean;
  attachFiles: boolean;
  useCommands: boolean;
  createThreads: boolean;
}

export interface PlaceChannel {
  id: string;
  guildId?: string;
  /** Empty for a direct channel. */
  name: string;
  /** Discord's channel type. */
  type: number;
  topic: string | null;
  parentId: string | null;
  position: number;
  lastMessageId: string | null;
  can: PlaceRights;
  thread?: {
    ownerId: string;
    archived: boolean;
    locked: boolean;
    messageCount: number;
    memberIds: string[];
    /** ISO. */
    createdAt: string;
  };
  /** The tags of a forum. */
  tags?: { id: string; name: string }[];
  /** The bot at the other end of a direct channel. */
  botId?: string;
}

export interface PlaceGuild {
  id: string;
  name: string;
  ownerId: string;
  /** Highest first, `@everyone` (whose id is the guild's) last. */
  roles: PlaceRole[];
  members: PlaceMember[];
  /** Channels, categories and active threads that the person may see. */
  channels: PlaceChannel[];
  /** Its custom emoji; their pictures are at `/emojis/<id>.png`. */
  emojis: { id: string; name: string }[];
  /** Names of what the person may do in the guild as a whole. */
  permissions: string[];
}

export interface PlaceBot {
  id: string;
  name: string;
  connected: boolean;
  /** The person's direct channel with it; absent until somebody opens it (`channel: 'dm'`). */
  channel?: PlaceChannel;
}

export interface PlacesView {
  person: { id: string; username: string; displayName: string | null; locale: string };
  guilds: PlaceGuild[];
  /** Every bot that shares a guild with the person, or a direct channel. */
  bots: PlaceBot[];
}
