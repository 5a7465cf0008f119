/** Guilds, channels and threads as Discord's API shows them. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { JsonObject } from '../json.js';
import { type ChannelRecord, ChannelTypes, type GuildRecord, type MemberRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { emojiView } from './emojis.js';
import { eventView } from './events.js';
import { discordTime, memberCount, memberView, roleView, userView } from './people.js';

/** Flags of a pinned post and of a forum whose posts need a tag. */
const PINNED = 1 << 1;
const REQUIRE_TAG = 1 << 4;

export function channelView(state: State, channel: ChannelRecord): JsonObject {
  if (channel.recipients)
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: channel.lastMessageId,
      recipients: [userView(state, channel.recipients.personId)],
    };
  if (channel.thread) return threadView(state, channel);
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    permission_overwrites: channel.overwrites,
    flags: channel.forum?.requiresTag ? REQUIRE_TAG : 0,
    ...(channel.type !== ChannelTypes.category && {
      topic: channel.topic,
      nsfw: channel.nsfw,
      last_message_id: channel.lastMessageId,
      rate_limit_per_user: channel.rateLimitPerUser,
    }),
    ...(channel.defaultAutoArchiveDuration !== undefined && {
      default_auto_archive_duration: channel.defaultAutoArchiveDuration,
    }),
    ...(channel.defaultThreadRateLimit !== undefined && {
      default_thread_rate_limit_per_user: channel.defaultThreadRateLimit,
    }),
    ...(channel.forum && {
      available_tags: channel.forum.tags,
      default_reaction_emoji: channel.forum.defaultReaction,
      default_sort_order: channel.forum.defaultSortOrder,
      default_forum_layout: channel.forum.defaultLayout,
    }),
    ...((channel.type === ChannelTypes.voice || channel.type === ChannelTypes.stage) && {
      bitrate: channel.bitrate ?? 64_000,
      user_limit: channel.userLimit ?? 0,
      rtc_region: null,
    }),
  };
}

function threadView(state: State, channel: ChannelRecord): JsonObject {
  const thread = channel.thread as NonNullable<ChannelRecord['thread']>;
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: channel.rateLimitPerUser,
    flags: thread.isPinned ? PINNED : 0,
    message_count: thread.messageCount,
    total_message_sent: thread.totalSent,
    ...(state.channels.get(channel.parentId ?? '')?.forum && { applied_tags: thread.appliedTags }),
    member_count: thread.members.length,
    member_ids_preview: thread.members.slice(0, 10).map((member) => member.userId),
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: discordTime(thread.archiveTimestamp),
      auto_archive_duration: thread.autoArchiveDuration,
      locked: thread.locked,
      create_timestamp: discordTime(thread.createTimestamp),
      ...(channel.type === ChannelTypes.privateThread && { invitable: thread.invitable }),
    },
  };
}

export function threadMemberView(channel: ChannelRecord, userId: string): JsonObject | undefined {
  const member = channel.thread?.members.find((one) => one.userId === userId);
  return (
    member && { id: channel.id, user_id: userId, join_timestamp: discordTime(member.joinedAt), flags: 1 }
  );
}

/** A guild as REST shows it. */
export function guildView(state: State, guild: GuildRecord, withCounts = false): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    icon_hash: null,
    description: guild.description,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: [],
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    hub_type: null,
    latest_onboarding_question_id: null,
    incidents_data: null,
    roles: guild.roles.map(roleView),
    emojis: guild.emojis.map((one) => emojiView(state, one)),
    stickers: [],
    ...guild.settings,
    ...(withCounts && {
      approximate_member_count: memberCount(guild),
      approximate_presence_count: memberCount(guild),
    }),
  };
}

/**
 * The members that come with a guild: the bot alone without the intent for presences, which Discord documents as
 * needed; with both intents everyone, and of a large guild as many as its threshold.
 */
function membersFor(
  guild: GuildRecord,
  bot: MemberRecord | undefined,
  { intents, largeThreshold }: { intents: number; largeThreshold: number },
  isLarge: boolean,
): MemberRecord[] {
  const needed = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;
  const own = bot ? [bot] : [];
  if ((intents & needed) !== needed) return own;
  const others = Object.values(guild.members).filter((one) => one !== bot);
  return [...own, ...(isLarge ? others.slice(0, largeThreshold - own.length) : others)];
}

/** A guild as the gateway sends it when a bot connects or joins; people only with the members intent. */
export function guildCreateView(
  state: State,
  guild: GuildRecord,
  botId: string,
  session: { intents: number; largeThreshold: number },
): JsonObject {
  const bot = guild.members[botId];
  const isLarge = memberCount(guild) > session.largeThreshold;
  const members = membersFor(guild, bot, session, isLarge);
  const channels = state.channelsOf(guild.id);
  const threads = channels.filter(
    (channel) =>
      channel.thread &&
      !channel.thread.archived &&
      (channel.type !== ChannelTypes.privateThread || threadMemberView(channel, botId)),
  );
  return {
    ...guildView(state, guild),
    joined_at: discordTime(bot?.joinedAt ?? new Date(0).toISOString()),
    large: isLarge,
    unavailable: false,
    member_count: memberCount(guild),
    voice_states: [],
    members: members.map((member) => memberView(state, member)),
    channels: channels.filter((channel) => !channel.thread).map((channel) => channelView(state, channel)),
    threads: threads.map((thread) => {
      const member = threadMemberView(thread, botId);
      return { ...channelView(state, thread), ...(member && { member }) };
    }),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: guild.events
      .filter((one) => one.status <= 2)
      .map((one) => eventView(state, guild, one)),
    soundboard_sounds: [],
  };
}
