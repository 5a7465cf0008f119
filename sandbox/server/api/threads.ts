/** Threads: started from messages or alone, their members, and the lists of them. */
import { demand, permissionsIn, reachChannel, reachGuild, reachMessage } from '../actions/access.js';
import { createMessage } from '../actions/messages.js';
import { joinThread, leaveThread, openThread, threadMembersView } from '../actions/threads.js';
import { type Call, isObject, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import { Permission } from '../permissions.js';
import { type ChannelRecord, ChannelTypes } from '../state/records.js';
import { messageView, viewerOf } from '../views/messages.js';
import { channelView, threadMemberView } from '../views/places.js';
import type { Route } from './routes.js';

const CHANNEL = '/channels/{channel_id}';

export const threadRoutes: Route[] = [
  { method: 'POST', template: `${CHANNEL}/messages/{message_id}/threads`, handler: fromMessage },
  { method: 'POST', template: `${CHANNEL}/threads`, handler: alone },
  {
    method: 'GET',
    template: `${CHANNEL}/thread-members`,
    handler: (call) => ok(threadMembersView(thread(call))),
  },
  {
    method: 'GET',
    template: `${CHANNEL}/thread-members/{user_id}`,
    handler: (call) => {
      const id = call.param('user_id');
      const view = threadMemberView(thread(call), id === '@me' ? call.application.id : id);
      if (!view) throw refuse('unknownMember');
      return ok(view);
    },
  },
  ...(['@me', '{user_id}'] as const).flatMap((who): Route[] => [
    { method: 'PUT', template: `${CHANNEL}/thread-members/${who}`, handler: join },
    { method: 'DELETE', template: `${CHANNEL}/thread-members/${who}`, handler: leave },
  ]),
  { method: 'GET', template: '/guilds/{guild_id}/threads/active', handler: active },
  { method: 'GET', template: `${CHANNEL}/threads/archived/public`, handler: (call) => archived(call, false) },
  { method: 'GET', template: `${CHANNEL}/threads/archived/private`, handler: (call) => archived(call, true) },
];

function view(call: Call, channel: ChannelRecord) {
  const member = threadMemberView(channel, call.application.id);
  return { ...channelView(call.sandbox.state, channel), ...(member && { member }) };
}

function fromMessage(call: Call) {
  const { sandbox, application } = call;
  const parent = reachChannel(sandbox, application.id, call.param('channel_id'));
  const message = reachMessage(sandbox, parent, call.param('message_id'));
  const body = call.body();
  if (parent.recipients || parent.thread) throw refuse('invalidChannelType');
  demand(sandbox, application.id, parent, Permission.CreatePublicThreads);
  if (message.threadId) throw refuse('threadExists');
  const made = openThread(sandbox, { parent, ownerId: application.id, message, ...settings(body) });
  return ok(view(call, made), 201);
}

function alone(call: Call) {
  const { sandbox, application } = call;
  const parent = reachChannel(sandbox, application.id, call.param('channel_id'));
  const body = call.body();
  if (parent.recipients || parent.thread) throw refuse('invalidChannelType');
  if (parent.type === ChannelTypes.forum) {
    demand(sandbox, application.id, parent, Permission.SendMessages);
    const made = openThread(sandbox, { parent, ownerId: application.id, ...settings(body) });
    const first = createMessage(sandbox, {
      channel: made,
      authorId: application.id,
      applicationId: application.id,
      body: isObject(body.message) ? body.message : {},
      files: call.files,
    });
    return ok(
      { ...view(call, made), message: messageView(sandbox.state, first, viewerOf(application)) },
      201,
    );
  }
  const type =
    body.type === ChannelTypes.publicThread ? ChannelTypes.publicThread : ChannelTypes.privateThread;
  const needed =
    type === ChannelTypes.publicThread ? Permission.CreatePublicThreads : Permission.CreatePrivateThreads;
  demand(sandbox, application.id, parent, needed);
  const made = openThread(sandbox, { parent, ownerId: application.id, type, ...settings(body) });
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
  const channel = reachChannel(call.sandbox, call.application.id, call.param('channel_id'));
  if (!channel.thread) throw refuse('invalidChannelType');
  return channel;
}

function join(call: Call) {
  const channel = thread(call);
  if (channel.thread?.archived) throw refuse('threadArchived');
  const userId = call.params.user_id ?? call.application.id;
  if (call.params.user_id !== undefined) {
    demand(call.sandbox, call.application.id, channel, Permission.SendMessagesInThreads);
    if (permissionsIn(call.sandbox, userId, { ...channel, type: ChannelTypes.publicThread }) === 0n)
      throw refuse('missingAccess');
  }
  joinThread(call.sandbox, channel, userId);
  return NO_CONTENT;
}

function leave(call: Call) {
  const channel = thread(call);
  if (channel.thread?.archived) throw refuse('threadArchived');
  const userId = call.params.user_id ?? call.application.id;
  if (userId !== call.application.id)
    demand(call.sandbox, call.application.id, channel, Permission.ManageThreads);
  if (!leaveThread(call.sandbox, channel, userId)) throw refuse('notThreadMember');
  return NO_CONTENT;
}

function active(call: Call) {
  const { sandbox, application } = call;
  const { guild } = reachGuild(sandbox, application.id, call.param('guild_id'));
  return ok(
    listed(
      call,
      sandbox.state.channelsOf(guild.id).filter((one) => one.thread && !one.thread.archived),
    ),
  );
}

function archived(call: Call, isPrivate: boolean) {
  const { sandbox, application } = call;
  const parent = reachChannel(
    sandbox,
    application.id,
    call.param('channel_id'),
    Permission.ReadMessageHistory,
  );
  if (isPrivate) demand(sandbox, application.id, parent, Permission.ManageThreads);
  const found = sandbox.state
    .channelsOf(parent.guildId ?? '')
    .filter((one) => one.parentId === parent.id && one.thread?.archived)
    .filter((one) => (one.type === ChannelTypes.privateThread) === isPrivate);
  return ok({ ...listed(call, found), has_more: false });
}

function listed(call: Call, threads: ChannelRecord[]) {
  const seen = threads.filter((one) => permissionsIn(call.sandbox, call.application.id, one) !== 0n);
  return {
    threads: seen.map((one) => channelView(call.sandbox.state, one)),
    members: seen.flatMap((one) => threadMemberView(one, call.application.id) ?? []),
  };
}
