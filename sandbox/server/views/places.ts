/** Guilds, channels and threads as Discord's API shows them. */
import { type ChannelRecord, ChannelTypes, type GuildRecord, type JsonObject } from '../state/records.js';
import type { State } from '../state/state.js';
import { discordTime, memberCount, memberView, roleView, userView } from './people.js';

export function channelView(state: State, channel: ChannelRecord): JsonObject {
  if (channel.recipients)
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: channel.lastMessageId,
      recipients: [userView(state, channel.recipients.personId)],
    };
  if (channel.thread) return threadView(channel);
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    permission_overwrites: channel.overwrites,
    flags: 0,
    ...(channel.type !== ChannelTypes.category && {
      topic: channel.topic,
      nsfw: channel.nsfw,
      last_message_id: channel.lastMessageId,
      rate_limit_per_user: channel.rateLimitPerUser,
    }),
    ...(channel.type === ChannelTypes.forum && { available_tags: [], default_forum_layout: 0 }),
    ...(channel.type === ChannelTypes.voice && { bitrate: 64_000, user_limit: 0, rtc_region: null }),
  };
}

function threadView(channel: ChannelRecord): JsonObject {
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
    flags: 0,
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
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
export function guildView(guild: GuildRecord, withCounts = false): JsonObject {
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
    emojis: [],
    stickers: [],
    ...(withCounts && {
      approximate_member_count: memberCount(guild),
      approximate_presence_count: memberCount(guild),
    }),
  };
}

/** A guild as the gateway sends it when a bot connects or joins; people only with the members intent. */
export function guildCreateView(
  state: State,
  guild: GuildRecord,
  botId: string,
  allMembers: boolean,
): JsonObject {
  const bot = guild.members[botId];
  const members = allMembers ? Object.values(guild.members) : bot ? [bot] : [];
  const channels = state.channelsOf(guild.id);
  const threads = channels.filter((channel) => channel.thread && !channel.thread.archived);
  return {
    ...guildView(guild),
    joined_at: discordTime(bot?.joinedAt ?? new Date(0).toISOString()),
    large: false,
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
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
