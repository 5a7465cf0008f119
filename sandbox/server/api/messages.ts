/** Messages of a channel: read, posted, edited, deleted, pinned. */

import { GatewayIntentBits } from 'discord-api-types/v10';
import { demand, permissionsIn, reachChannel, reachMessage, sendingIn } from '../actions/access.js';
import { createMessage, deleteMessage, editMessage, tellReaders } from '../actions/messages.js';
import { postedMessage } from '../actions/posting.js';
import { type Call, NO_CONTENT, ok, strings } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import { Permission } from '../permissions.js';
import { SNOWFLAKE, timeOf } from '../snowflake.js';
import { type ChannelRecord, ChannelTypes, type MessageRecord } from '../state/records.js';
import { tellMessage, tellTyping } from '../tell.js';
import { messageView, viewerOf } from '../views/messages.js';
import { discordTime } from '../views/people.js';
import type { Route } from './routes.js';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;
const MAX_PINS = 50;
const BULK_AGE = 14 * 24 * 60 * 60_000;
const MESSAGE = '/channels/{channel_id}/messages/{message_id}';

export const messageRoutes: Route[] = [
  { method: 'GET', template: '/channels/{channel_id}/messages', handler: list },
  { method: 'POST', template: '/channels/{channel_id}/messages', handler: post },
  {
    method: 'GET',
    template: MESSAGE,
    handler: (call) => {
      const channel = readable(call);
      return ok(view(call, reachMessage(call.sandbox, channel, call.param('message_id'))));
    },
  },
  { method: 'PATCH', template: MESSAGE, handler: edit },
  { method: 'DELETE', template: MESSAGE, handler: remove },
  { method: 'POST', template: '/channels/{channel_id}/messages/bulk-delete', handler: bulkDelete },
  { method: 'POST', template: `${MESSAGE}/crosspost`, handler: crosspost },
  { method: 'POST', template: '/channels/{channel_id}/typing', handler: typing },
  {
    method: 'GET',
    template: '/channels/{channel_id}/pins',
    handler: (call) => ok(pinned(call).map((one) => view(call, one))),
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}/messages/pins',
    handler: (call) =>
      ok({
        items: pinned(call).map((one) => ({
          pinned_at: discordTime(one.pinnedAt ?? ''),
          message: view(call, one),
        })),
        has_more: false,
      }),
  },
  ...[
    '/channels/{channel_id}/pins/{message_id}',
    '/channels/{channel_id}/messages/pins/{message_id}',
  ].flatMap((template): Route[] => [
    { method: 'PUT', template, handler: (call) => pin(call, true) },
    { method: 'DELETE', template, handler: (call) => pin(call, false) },
  ]),
];

function view(call: Call, message: MessageRecord) {
  return messageView(call.sandbox.state, message, viewerOf(call.application));
}

function readable(call: Call): ChannelRecord {
  return reachChannel(call.sandbox, call.application.id, call.param('channel_id'));
}

function list(call: Call) {
  const channel = readable(call);
  const { sandbox } = call;
  const limit = Number(call.query.get('limit') ?? DEFAULT_PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    throw invalidField('limit', 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  const history = permissionsIn(sandbox, call.application.id, channel) & Permission.ReadMessageHistory;
  if (history === 0n) return ok([]);
  const range = (name: string) => snowflakeIn(call, name);
  const open = (message: MessageRecord) => message.visibleTo === undefined;
  const find = (where: { before?: string; after?: string; limit: number }) =>
    sandbox.state.messagesOf(channel.id, where, open);
  const around = range('around');
  let found: MessageRecord[];
  if (around) {
    const half = Math.floor(limit / 2);
    const middle = sandbox.state.messages.get(around);
    found = [
      ...find({ before: around, limit: half }),
      ...(middle && middle.channelId === channel.id && open(middle) ? [middle] : []),
      ...find({ after: around, limit: half }),
    ].slice(-limit);
  } else {
    const after = range('after');
    const before = range('before');
    found = find({ limit, ...(after ? { after } : before ? { before } : {}) });
  }
  return ok(found.reverse().map((message) => view(call, message)));
}

function snowflakeIn(call: Call, name: string): string | undefined {
  const value = call.query.get(name);
  if (value === null) return undefined;
  if (!SNOWFLAKE.test(value) && !/^\d+$/.test(value))
    throw invalidField(name, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  return value;
}

function post(call: Call) {
  const { sandbox, application } = call;
  const channel = readable(call);
  if (channel.type === ChannelTypes.category || channel.type === ChannelTypes.forum)
    throw refuse('notTextChannel');
  const body = call.body();
  const message = postedMessage(sandbox, application, channel, body, call.files, () => {
    demand(sandbox, application.id, channel, sendingIn(channel));
    if (call.files.length > 0) demand(sandbox, application.id, channel, Permission.AttachFiles);
    if (Array.isArray(body.embeds) && body.embeds.length > 0)
      demand(sandbox, application.id, channel, Permission.EmbedLinks);
  });
  return ok(view(call, message));
}

function edit(call: Call) {
  const { sandbox, application } = call;
  const channel = readable(call);
  const message = reachMessage(sandbox, channel, call.param('message_id'));
  const body = call.body(message.flags);
  if (message.authorId !== application.id) {
    const onlyFlags = Object.keys(body).every((field) => field === 'flags');
    if (!onlyFlags) throw refuse('notYours');
    demand(sandbox, application.id, channel, Permission.ManageMessages);
  }
  if (channel.thread?.archived) throw refuse('threadArchived');
  return ok(view(call, editMessage(sandbox, message, body, call.files)));
}

function remove(call: Call) {
  const { sandbox, application } = call;
  const channel = readable(call);
  const message = reachMessage(sandbox, channel, call.param('message_id'));
  if (message.authorId !== application.id) {
    if (channel.recipients) throw refuse('notInDirectChannel');
    demand(sandbox, application.id, channel, Permission.ManageMessages);
  }
  if (channel.thread?.archived) throw refuse('threadArchived');
  deleteMessage(sandbox, message);
  return NO_CONTENT;
}

function bulkDelete(call: Call) {
  const { sandbox, application } = call;
  const channel = reachChannel(sandbox, application.id, call.param('channel_id'), Permission.ManageMessages);
  const ids = [...new Set(strings(call.body().messages))];
  if (ids.length < 2 || ids.length > MAX_PAGE) throw refuse('bulkDeleteCount');
  if (ids.some((id) => timeOf(id) < sandbox.clock.now() - BULK_AGE)) throw refuse('tooOldToDelete');
  for (const id of ids) {
    const message = sandbox.state.messages.get(id);
    if (message?.channelId === channel.id && !message.visibleTo) deleteMessage(sandbox, message);
  }
  return NO_CONTENT;
}

function crosspost(call: Call) {
  const { sandbox, application } = call;
  const channel = reachChannel(sandbox, application.id, call.param('channel_id'), Permission.SendMessages);
  if (channel.type !== ChannelTypes.announcement) throw refuse('invalidChannelType');
  const message = reachMessage(sandbox, channel, call.param('message_id'));
  message.flags |= 1;
  sandbox.state.changed();
  tellMessage(sandbox, 'message-update', channel, message);
  return ok(view(call, message));
}

function typing(call: Call) {
  const { sandbox, application } = call;
  const channel = reachChannel(sandbox, application.id, call.param('channel_id'), Permission.SendMessages);
  tellTyping(sandbox, channel, application.id);
  const data = {
    channel_id: channel.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
    user_id: application.id,
    timestamp: Math.floor(sandbox.clock.now() / 1_000),
  };
  tellReaders(sandbox, 'TYPING_START', channel, () => data, {
    guild: GatewayIntentBits.GuildMessageTyping,
    direct: GatewayIntentBits.DirectMessageTyping,
  });
  return NO_CONTENT;
}

function pinned(call: Call): MessageRecord[] {
  const channel = readable(call);
  return call.sandbox.state
    .messagesOf(channel.id, { limit: Number.POSITIVE_INFINITY }, (message) => message.pinnedAt !== null)
    .sort((first, second) => (second.pinnedAt ?? '').localeCompare(first.pinnedAt ?? ''));
}

function pin(call: Call, wanted: boolean) {
  const { sandbox, application } = call;
  const channel = readable(call);
  const has = permissionsIn(sandbox, application.id, channel);
  const may = Permission.ManageMessages | ('PinMessages' in Permission ? Permission.PinMessages : 0n);
  if (!channel.recipients && (has & may) === 0n) throw refuse('missingPermissions');
  const message = reachMessage(sandbox, channel, call.param('message_id'));
  if (wanted === (message.pinnedAt !== null)) return NO_CONTENT;
  if (wanted && pinned(call).length >= MAX_PINS) throw refuse('tooManyPins');
  message.pinnedAt = wanted ? new Date(sandbox.clock.now()).toISOString() : null;
  sandbox.state.changed();
  tellMessage(sandbox, 'message-update', channel, message);
  const data = {
    channel_id: channel.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
    last_pin_timestamp: message.pinnedAt && discordTime(message.pinnedAt),
  };
  sandbox.gateway.emit({
    name: 'CHANNEL_PINS_UPDATE',
    intent: channel.guildId ? GatewayIntentBits.Guilds : GatewayIntentBits.DirectMessages,
    guildId: channel.guildId,
    ...(channel.recipients && { only: (one) => one.id === channel.recipients?.botId }),
    data: () => data,
  });
  if (wanted)
    createMessage(sandbox, { channel, authorId: application.id, body: {}, type: 6, referenceId: message.id });
  return NO_CONTENT;
}
