/** The fields of a guild's channel that a request may set: checked, and put in place. */
import { invalidField, refuse } from '../http/errors.js';
import { isObject, type JsonObject, objects, text } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import {
  type ChannelRecord,
  ChannelTypes,
  type ForumTag,
  type GuildRecord,
  type Overwrite,
} from '../state/records.js';

export const CHANNEL_FIELDS = [
  'name',
  'topic',
  'parent_id',
  'position',
  'nsfw',
  'rate_limit_per_user',
  'permission_overwrites',
  'bitrate',
  'user_limit',
  'default_auto_archive_duration',
  'default_thread_rate_limit_per_user',
  'default_reaction_emoji',
  'default_sort_order',
  'default_forum_layout',
  'available_tags',
] as const;

const MAX_TAGS = 20;
const REQUIRE_TAG = 1 << 4;

export function applyChannel(
  sandbox: Sandbox,
  guild: GuildRecord,
  channel: ChannelRecord,
  body: JsonObject,
): void {
  if (typeof body.name === 'string') channel.name = body.name;
  if (body.topic !== undefined) channel.topic = text(body.topic) ?? null;
  if (body.parent_id !== undefined) channel.parentId = parentIn(sandbox, guild, body.parent_id);
  if (typeof body.position === 'number') channel.position = body.position;
  if (typeof body.nsfw === 'boolean') channel.nsfw = body.nsfw;
  if (body.rate_limit_per_user !== undefined)
    channel.rateLimitPerUser = Number(body.rate_limit_per_user ?? 0);
  if (Array.isArray(body.permission_overwrites))
    channel.overwrites = objects(body.permission_overwrites).map(overwriteIn);
  if (typeof body.bitrate === 'number') channel.bitrate = body.bitrate;
  if (typeof body.user_limit === 'number') channel.userLimit = body.user_limit;
  if (typeof body.default_auto_archive_duration === 'number')
    channel.defaultAutoArchiveDuration = body.default_auto_archive_duration;
  if (typeof body.default_thread_rate_limit_per_user === 'number')
    channel.defaultThreadRateLimit = body.default_thread_rate_limit_per_user;
  if (channel.forum) applyForum(sandbox, channel.forum, body);
}

function applyForum(sandbox: Sandbox, forum: NonNullable<ChannelRecord['forum']>, body: JsonObject): void {
  if (Array.isArray(body.available_tags)) forum.tags = tagsIn(sandbox, body.available_tags);
  if (body.default_reaction_emoji !== undefined)
    forum.defaultReaction = isObject(body.default_reaction_emoji) ? body.default_reaction_emoji : null;
  if (body.default_sort_order !== undefined)
    forum.defaultSortOrder = typeof body.default_sort_order === 'number' ? body.default_sort_order : null;
  if (typeof body.default_forum_layout === 'number') forum.defaultLayout = body.default_forum_layout;
  if (typeof body.flags === 'number') forum.requiresTag = (body.flags & REQUIRE_TAG) !== 0;
}

function tagsIn(sandbox: Sandbox, value: unknown): ForumTag[] {
  const tags = objects(value).map((tag) => ({
    id: text(tag.id) ?? sandbox.ids.next(),
    name: String(tag.name),
    moderated: tag.moderated === true,
    emoji_id: text(tag.emoji_id) ?? null,
    emoji_name: text(tag.emoji_name) ?? null,
  }));
  if (tags.length > MAX_TAGS)
    throw invalidField('available_tags', 'BASE_TYPE_MAX_LENGTH', 'Must be 20 or fewer in length.');
  return tags;
}

/** The id of a category of the guild, or none. */
function parentIn(sandbox: Sandbox, guild: GuildRecord, value: unknown): string | null {
  const id = text(value);
  if (id === undefined) return null;
  const parent = sandbox.state.channels.get(id);
  if (parent?.guildId !== guild.id)
    throw invalidField('parent_id', 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  if (parent.type !== ChannelTypes.category)
    throw invalidField('parent_id', 'CHANNEL_PARENT_INVALID_TYPE', 'Not a category');
  return id;
}

export function overwriteIn(body: JsonObject): Overwrite {
  if (body.id === undefined) throw refuse('unknownOverwrite');
  return {
    id: String(body.id),
    type: body.type === 1 ? 1 : 0,
    allow: String(body.allow ?? '0'),
    deny: String(body.deny ?? '0'),
  };
}
