/** Guilds: read and changed, their channels, previews and lists of everything in them. */
import { requireGuild } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { channelChanged, createChannel } from '../actions/channels.js';
import { guildChanged } from '../actions/guilds.js';
import { invitesOf } from '../actions/invites.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { objects, text } from '../json.js';
import { Permission } from '../permissions.js';
import { type ChannelRecord, ChannelTypes, type GuildRecord } from '../state/records.js';
import { inviteView } from '../views/invites.js';
import { channelView, guildView } from '../views/places.js';
import { webhookView } from '../views/webhooks.js';
import type { WorldChannel } from '../world/world.js';
import { applyChannel, CHANNEL_FIELDS } from './channel-fields.js';

const GUILD = '/guilds/{guild_id}';
const MAX_CHANNELS = 500;

/** Fields of a guild that are stored as they are sent, and shown wherever the guild is. */
const SETTINGS = [
  'verification_level',
  'default_message_notifications',
  'explicit_content_filter',
  'afk_channel_id',
  'afk_timeout',
  'system_channel_id',
  'system_channel_flags',
  'rules_channel_id',
  'public_updates_channel_id',
  'safety_alerts_channel_id',
  'premium_progress_bar_enabled',
];

export const guildRoutes: Route[] = [
  {
    method: 'GET',
    template: GUILD,
    query: ['with_counts'],
    handler: (call) =>
      ok(guildView(call.sandbox.state, reached(call), call.query.get('with_counts') === 'true')),
  },
  {
    method: 'PATCH',
    template: GUILD,
    takes: ['name', 'description', 'preferred_locale', ...SETTINGS],
    audits: true,
    handler: modify,
  },
  {
    method: 'GET',
    template: `${GUILD}/preview`,
    handler: (call) => ok(guildView(call.sandbox.state, reached(call), true)),
  },
  {
    method: 'GET',
    template: `${GUILD}/channels`,
    handler: (call) => {
      const channels = call.sandbox.state.channelsOf(reached(call).id);
      return ok(channels.filter((one) => !one.thread).map((one) => channelView(call.sandbox.state, one)));
    },
  },
  {
    method: 'POST',
    template: `${GUILD}/channels`,
    takes: [...CHANNEL_FIELDS, 'type'],
    audits: true,
    handler: makeChannel,
  },
  {
    method: 'PATCH',
    template: `${GUILD}/channels`,
    takes: ['id', 'position', 'parent_id', 'lock_permissions'],
    audits: true,
    handler: moveChannels,
  },
  {
    method: 'GET',
    template: `${GUILD}/stickers`,
    lacks: 'guilds have no stickers',
    handler: (call) => ok(reached(call) && []),
  },
  {
    method: 'GET',
    template: `${GUILD}/webhooks`,
    handler: (call) => {
      const guild = reached(call, Permission.ManageWebhooks);
      const found = [...call.sandbox.state.webhooks.values()].filter((one) => one.guildId === guild.id);
      return ok(found.map((one) => webhookView(call.sandbox.state, one)));
    },
  },
  {
    method: 'GET',
    template: `${GUILD}/invites`,
    handler: (call) => {
      const guild = reached(call, Permission.ManageGuild);
      const found = invitesOf(call.sandbox, (one) => one.guildId === guild.id);
      return ok(found.map((one) => inviteView(call.sandbox.state, one, { withDetails: true })));
    },
  },
];

function reached(call: Call, ...needed: bigint[]): GuildRecord {
  return requireGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

function modify(call: Call) {
  const { sandbox, application } = call;
  const guild = reached(call, Permission.ManageGuild);
  const body = call.body();
  const before = guildView(sandbox.state, guild);
  for (const field of ['afk_channel_id', 'system_channel_id', 'rules_channel_id']) {
    const id = body[field];
    if (typeof id === 'string' && sandbox.state.channels.get(id)?.guildId !== guild.id)
      throw refuse('unknownChannel');
  }
  if (typeof body.name === 'string') guild.name = body.name;
  if (body.description !== undefined) guild.description = text(body.description) ?? null;
  if (typeof body.preferred_locale === 'string') guild.locale = body.preferred_locale;
  for (const field of SETTINGS) if (body[field] !== undefined) guild.settings[field] = body[field];
  guildChanged(sandbox, guild);
  const after = guildView(sandbox.state, guild);
  audit(sandbox, guild, {
    action: AuditAction.GuildUpdate,
    userId: application.id,
    targetId: guild.id,
    reason: call.reason,
    changes: changesBetween(before, after),
  });
  return ok(after);
}

const KINDS: { [type: number]: WorldChannel['type'] } = {
  [ChannelTypes.text]: 'text',
  [ChannelTypes.voice]: 'voice',
  [ChannelTypes.category]: 'category',
  [ChannelTypes.announcement]: 'announcement',
  [ChannelTypes.stage]: 'stage',
  [ChannelTypes.forum]: 'forum',
};

function makeChannel(call: Call) {
  const { sandbox, application } = call;
  const guild = reached(call, Permission.ManageChannels);
  const body = call.body();
  const type = KINDS[Number(body.type ?? 0)];
  if (!type) throw refuse('invalidChannelType');
  const siblings = sandbox.state.channelsOf(guild.id).filter((one) => !one.thread);
  if (siblings.length >= MAX_CHANNELS) throw refuse('tooManyChannels');
  const channel: ChannelRecord = createChannel(sandbox, guild, { name: String(body.name), type }, (made) =>
    applyChannel(sandbox, guild, made, body),
  );
  const view = channelView(sandbox.state, channel);
  audit(sandbox, guild, {
    action: AuditAction.ChannelCreate,
    userId: application.id,
    targetId: channel.id,
    reason: call.reason,
    changes: changesBetween(undefined, view),
  });
  return ok(view, 201);
}

/** Moves channels; one that is put into a category may take over what that allows. */
function moveChannels(call: Call) {
  const { sandbox } = call;
  const guild = reached(call, Permission.ManageChannels);
  for (const move of objects(call.list())) {
    const channel = sandbox.state.channels.get(String(move.id));
    if (channel?.guildId !== guild.id) throw refuse('unknownChannel');
    if (typeof move.position === 'number') channel.position = move.position;
    if (move.parent_id !== undefined) channel.parentId = text(move.parent_id) ?? null;
    const parent = channel.parentId ? sandbox.state.channels.get(channel.parentId) : undefined;
    if (move.lock_permissions === true && parent) channel.overwrites = structuredClone(parent.overwrites);
    channelChanged(sandbox, channel);
  }
  return NO_CONTENT;
}
