/** Threads: started from messages or alone, and their members. */

import { permissionsIn, requireChannel, requireMessage, requirePermissions } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { openPost } from '../actions/forum.js';
import { joinThread, leaveThread, openThread, threadMembersView } from '../actions/threads.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { isObject, type JsonObject, strings } from '../json.js';
import { Permission } from '../permissions.js';
import { under } from '../served/fields.js';
import { MESSAGE_PARTS } from '../served/message-fields.js';
import { compareIds } from '../snowflake.js';
import { type ChannelRecord, ChannelTypes } from '../state/records.js';
import { messageView, viewerOf } from '../views/messages.js';
import { memberView } from '../views/people.js';
import { channelView, threadMemberView } from '../views/places.js';

const CHANNEL = '/channels/{channel_id}';
const MAX_MEMBERS = 100;

export const threadRoutes: Route[] = [
  {
    method: 'POST',
    template: `${CHANNEL}/messages/{message_id}/threads`,
    takes: ['name', 'auto_archive_duration', 'rate_limit_per_user'],
    audits: true,
    handler: fromMessage,
  },
  {
    method: 'POST',
    template: `${CHANNEL}/threads`,
    takes: [
      'name',
      'type',
      'invitable',
      'auto_archive_duration',
      'rate_limit_per_user',
      'applied_tags',
      ...under('message', [...MESSAGE_PARTS, 'sticker_ids']),
    ],
    audits: true,
    handler: alone,
  },
  {
    method: 'GET',
    template: `${CHANNEL}/thread-members`,
    query: ['with_member', 'after', 'limit'],
    handler: listMembers,
  },
  {
    method: 'GET',
    template: `${CHANNEL}/thread-members/{user_id}`,
    query: ['with_member'],
    handler: (call) => {
      const id = call.param('user_id');
      const channel = thread(call);
      const view = threadMemberView(channel, id === '@me' ? call.application.id : id);
      if (!view) throw refuse('unknownMember');
      return ok({ ...view, ...memberPart(call, channel, String(view.user_id)) });
    },
  },
  ...(['@me', '{user_id}'] as const).flatMap((who): Route[] => [
    { method: 'PUT', template: `${CHANNEL}/thread-members/${who}`, handler: join },
    { method: 'DELETE', template: `${CHANNEL}/thread-members/${who}`, handler: leave },
  ]),
];

function view(call: Call, channel: ChannelRecord) {
  const member = threadMemberView(channel, call.application.id);
  return { ...channelView(call.sandbox.state, channel), ...(member && { member }) };
}

function fromMessage(call: Call) {
  const { sandbox, application } = call;
  const parent = requireChannel(sandbox, application.id, call.param('channel_id'));
  const message = requireMessage(sandbox, parent, call.param('message_id'));
  const body = call.body();
  if (parent.recipients || parent.thread) throw refuse('invalidChannelType');
  requirePermissions(sandbox, application.id, parent, Permission.CreatePublicThreads);
  if (message.threadId) throw refuse('threadExists');
  const made = openThread(sandbox, { parent, ownerId: application.id, message, ...settings(body) });
  note(call, made);
  return ok(view(call, made), 201);
}

function alone(call: Call) {
  const { sandbox, application } = call;
  const parent = requireChannel(sandbox, application.id, call.param('channel_id'));
  const body = call.body();
  if (parent.recipients || parent.thread) throw refuse('invalidChannelType');
  if (parent.forum) {
    requirePermissions(sandbox, application.id, parent, Permission.SendMessages);
    const message = isObject(body.message) ? body.message : {};
    if (strings(message.sticker_ids).length > 0) throw refuse('invalidSticker');
    const has = permissionsIn(sandbox, application.id, parent);
    const post = openPost(sandbox, {
      forum: parent,
      ownerId: application.id,
      ...settings(body),
      tags: strings(body.applied_tags),
      message,
      files: call.files,
      mayModerate: (has & Permission.ManageThreads) !== 0n,
      author: { applicationId: application.id },
    });
    note(call, post.thread);
    return ok(
      {
        ...view(call, post.thread),
        message: messageView(sandbox.state, post.message, viewerOf(application)),
      },
      201,
    );
  }
  if (parent.type === ChannelTypes.category || parent.type === ChannelTypes.voice)
    throw refuse('invalidChannelType');
  const isPublic = body.type === ChannelTypes.publicThread || body.type === ChannelTypes.announcementThread;
  const inAnnouncements = parent.type === ChannelTypes.announcement;
  if (inAnnouncements && !isPublic) throw refuse('invalidChannelType');
  const publicType = inAnnouncements ? ChannelTypes.announcementThread : ChannelTypes.publicThread;
  const type = isPublic ? publicType : ChannelTypes.privateThread;
  const needed = isPublic ? Permission.CreatePublicThreads : Permission.CreatePrivateThreads;
  requirePermissions(sandbox, application.id, parent, needed);
  const made = openThread(sandbox, { parent, ownerId: application.id, type, ...settings(body) });
  note(call, made);
  return ok(view(call, made), 201);
}

function settings(body: { [name: string]: unknown }) {
  return {
    name: String(body.name),
    ...(typeof body.auto_archive_duration === 'number' && {
      autoArchiveDuration: body.auto_archive_duration,
    }),
    ...(typeof body.invitable === 'boolean' && { invitable: body.invitable }),
    ...(typeof body.rate_limit_per_user === 'number' && { rateLimitPerUser: body.rate_limit_per_user }),
  };
}

function thread(call: Call): ChannelRecord {
  const channel = requireChannel(call.sandbox, call.application.id, call.param('channel_id'));
  if (!channel.thread) throw refuse('invalidChannelType');
  return channel;
}

/** Where members may not invite others, it takes Manage Threads or to have opened the thread. */
function requireInviting(call: Call, channel: ChannelRecord): void {
  const { application, sandbox } = call;
  if (channel.thread?.invitable || channel.thread?.ownerId === application.id) return;
  requirePermissions(sandbox, application.id, channel, Permission.ManageThreads);
}

function listMembers(call: Call) {
  const channel = thread(call);
  const after = call.query.get('after') ?? '0';
  const limit = Number(call.query.get('limit') ?? MAX_MEMBERS);
  const found = threadMembersView(channel).filter((one) => compareIds(String(one.user_id), after) > 0);
  return ok(
    found.slice(0, limit).map((one) => ({ ...one, ...memberPart(call, channel, String(one.user_id)) })),
  );
}

function memberPart(call: Call, channel: ChannelRecord, userId: string): JsonObject {
  const member = call.sandbox.state.guilds.get(channel.guildId ?? '')?.members[userId];
  if (!member || call.query.get('with_member') !== 'true') return {};
  return { member: memberView(call.sandbox.state, member) };
}

function note(call: Call, channel: ChannelRecord): void {
  const guild = call.sandbox.state.guilds.get(channel.guildId ?? '');
  if (!guild) return;
  audit(call.sandbox, guild, {
    action: AuditAction.ThreadCreate,
    userId: call.application.id,
    targetId: channel.id,
    reason: call.reason,
    changes: changesBetween(undefined, channelView(call.sandbox.state, channel)),
  });
}

function join(call: Call) {
  const channel = thread(call);
  if (channel.thread?.archived) throw refuse('threadArchived');
  const userId = call.params.user_id ?? call.application.id;
  if (call.params.user_id !== undefined) {
    requirePermissions(call.sandbox, call.application.id, channel, Permission.SendMessagesInThreads);
    if (!call.sandbox.state.users.has(userId)) throw refuse('unknownUser');
    if (permissionsIn(call.sandbox, userId, { ...channel, type: ChannelTypes.publicThread }) === 0n)
      throw refuse('missingAccess');
    if (channel.type === ChannelTypes.privateThread) requireInviting(call, channel);
  }
  joinThread(call.sandbox, channel, userId);
  return NO_CONTENT;
}

function leave(call: Call) {
  const channel = thread(call);
  if (channel.thread?.archived) throw refuse('threadArchived');
  const userId = call.params.user_id ?? call.application.id;
  // The bot that opened a private thread may remove members from it.
  const isOwnPrivate =
    channel.type === ChannelTypes.privateThread && channel.thread?.ownerId === call.application.id;
  if (userId !== call.application.id && !isOwnPrivate)
    requirePermissions(call.sandbox, call.application.id, channel, Permission.ManageThreads);
  if (!leaveThread(call.sandbox, channel, userId)) throw refuse('notThreadMember');
  return NO_CONTENT;
}
