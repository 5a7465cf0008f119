/** Messages of a channel: read, posted, edited, deleted, published. */
import { GatewayIntentBits, MessageFlags } from 'discord-api-types/v10';
import {
  permissionsIn,
  requireChannel,
  requireMessage,
  requirePermissions,
  sendingIn,
} from '../actions/access.js';
import { AuditAction, audit } from '../actions/audit.js';
import {
  deleteMessage,
  deleteMessages,
  dispatchToReaders,
  editMessage,
  messageChanged,
} from '../actions/messages.js';
import { postedMessage } from '../actions/posting.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { type JsonObject, strings } from '../json.js';
import { Permission } from '../permissions.js';
import { publishTyping } from '../publish.js';
import { CHANNEL_MESSAGE, EDITED_MESSAGE } from '../served/message-fields.js';
import { SNOWFLAKE, timeOf } from '../snowflake.js';
import { type ChannelRecord, ChannelTypes, MessageFlag, type MessageRecord } from '../state/records.js';
import { messageView, viewerOf } from '../views/messages.js';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;
const BULK_AGE = 14 * 24 * 60 * 60_000;
const MESSAGE = '/channels/{channel_id}/messages/{message_id}';

export const messageRoutes: Route[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}/messages',
    query: ['around', 'before', 'after', 'limit'],
    handler: list,
  },
  { method: 'POST', template: '/channels/{channel_id}/messages', takes: CHANNEL_MESSAGE, handler: post },
  {
    method: 'GET',
    template: MESSAGE,
    handler: (call) => {
      const channel = readable(call);
      return ok(view(call, requireMessage(call.sandbox, channel, call.param('message_id'))));
    },
  },
  { method: 'PATCH', template: MESSAGE, takes: EDITED_MESSAGE, handler: edit },
  { method: 'DELETE', template: MESSAGE, audits: true, handler: remove },
  {
    method: 'POST',
    template: '/channels/{channel_id}/messages/bulk-delete',
    takes: ['messages'],
    audits: true,
    handler: bulkDelete,
  },
  { method: 'POST', template: `${MESSAGE}/crosspost`, handler: crosspost },
  { method: 'POST', template: '/channels/{channel_id}/typing', handler: typing },
];

function view(call: Call, message: MessageRecord) {
  return messageView(call.sandbox.state, message, viewerOf(call.application));
}

function readable(call: Call): ChannelRecord {
  return requireChannel(call.sandbox, call.application.id, call.param('channel_id'));
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
  if (channel.type === ChannelTypes.category) throw refuse('notTextChannel');
  if (channel.forum) throw refuse('forumTakesPosts');
  const body = call.body();
  const message = postedMessage(sandbox, application, channel, body, call.files, () => {
    requirePermissions(sandbox, application.id, channel, sendingIn(channel));
    if (call.files.length > 0) requirePermissions(sandbox, application.id, channel, Permission.AttachFiles);
    if (Array.isArray(body.embeds) && body.embeds.length > 0)
      requirePermissions(sandbox, application.id, channel, Permission.EmbedLinks);
    if (body.poll) requirePermissions(sandbox, application.id, channel, Permission.SendPolls);
  });
  noteDroppedFlags(call, body);
  return ok(view(call, message));
}

/** Flags that a bot may send and the sandbox doesn't act on. */
function noteDroppedFlags(call: Call, body: JsonObject): void {
  if ((Number(body.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0) call.gaps.push('flag IS_VOICE_MESSAGE');
}

function edit(call: Call) {
  const { sandbox, application } = call;
  const channel = readable(call);
  const message = requireMessage(sandbox, channel, call.param('message_id'));
  const body = call.body(message.flags);
  if (message.authorId !== application.id) {
    const onlyFlags = Object.keys(body).every((field) => field === 'flags');
    if (!onlyFlags) throw refuse('notYours');
    requirePermissions(sandbox, application.id, channel, Permission.ManageMessages);
  }
  if (message.poll) throw refuse('cannotEditPoll');
  if (channel.thread?.archived) throw refuse('threadArchived');
  return ok(view(call, editMessage(sandbox, message, body, call.files)));
}

function remove(call: Call) {
  const { sandbox, application } = call;
  const channel = readable(call);
  const message = requireMessage(sandbox, channel, call.param('message_id'));
  if (message.authorId !== application.id) {
    if (channel.recipients) throw refuse('notInDirectChannel');
    requirePermissions(sandbox, application.id, channel, Permission.ManageMessages);
  }
  if (channel.thread?.archived) throw refuse('threadArchived');
  deleteMessage(sandbox, message);
  if (message.authorId !== application.id)
    note(call, channel, AuditAction.MessageDelete, message.authorId, { channel_id: channel.id, count: '1' });
  return NO_CONTENT;
}

function bulkDelete(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(
    sandbox,
    application.id,
    call.param('channel_id'),
    Permission.ManageMessages,
  );
  const ids = [...new Set(strings(call.body().messages))];
  if (ids.length < 2 || ids.length > MAX_PAGE) throw refuse('bulkDeleteCount');
  if (ids.some((id) => timeOf(id) < sandbox.clock.now() - BULK_AGE)) throw refuse('tooOldToDelete');
  const messages = ids.flatMap((id) => {
    const message = sandbox.state.messages.get(id);
    return message?.channelId === channel.id && !message.visibleTo ? [message] : [];
  });
  deleteMessages(sandbox, channel, messages);
  note(call, channel, AuditAction.MessageBulkDelete, channel.id, { count: String(messages.length) });
  return NO_CONTENT;
}

function crosspost(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(sandbox, application.id, call.param('channel_id'), Permission.SendMessages);
  if (channel.type !== ChannelTypes.announcement) throw refuse('invalidChannelType');
  const message = requireMessage(sandbox, channel, call.param('message_id'));
  if (message.authorId !== application.id)
    requirePermissions(sandbox, application.id, channel, Permission.ManageMessages);
  if ((message.flags & MessageFlag.crossposted) !== 0) throw refuse('alreadyCrossposted');
  message.flags |= MessageFlag.crossposted;
  messageChanged(sandbox, channel, message);
  return ok(view(call, message));
}

function note(
  call: Call,
  channel: ChannelRecord,
  action: (typeof AuditAction)[keyof typeof AuditAction],
  targetId: string,
  options: JsonObject,
): void {
  const guild = call.sandbox.state.guilds.get(channel.guildId ?? '');
  const userId = call.application.id;
  if (guild) audit(call.sandbox, guild, { action, userId, targetId, reason: call.reason, options });
}

function typing(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(sandbox, application.id, call.param('channel_id'), Permission.SendMessages);
  publishTyping(sandbox, channel, application.id);
  const data = {
    channel_id: channel.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
    user_id: application.id,
    timestamp: Math.floor(sandbox.clock.now() / 1_000),
  };
  dispatchToReaders(sandbox, 'TYPING_START', channel, () => data, {
    guild: GatewayIntentBits.GuildMessageTyping,
    direct: GatewayIntentBits.DirectMessageTyping,
  });
  return NO_CONTENT;
}
