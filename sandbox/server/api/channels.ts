/** Channels: read, changed, deleted, and their permission overwrites. */
import { permissionsIn, reachChannel } from '../actions/access.js';
import { channelChanged, deleteChannel, removeOverwrite, setOverwrite } from '../actions/channels.js';
import { setArchived } from '../actions/threads.js';
import { type Call, NO_CONTENT, objects, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import { Permission } from '../permissions.js';
import type { ChannelRecord, JsonObject, Overwrite } from '../state/records.js';
import { channelView } from '../views/places.js';
import type { Route } from './routes.js';

const CHANNEL = '/channels/{channel_id}';

export const channelRoutes: Route[] = [
  {
    method: 'GET',
    template: CHANNEL,
    handler: (call) =>
      ok(
        channelView(
          call.sandbox.state,
          reachChannel(call.sandbox, call.application.id, call.param('channel_id')),
        ),
      ),
  },
  { method: 'PATCH', template: CHANNEL, handler: modify },
  { method: 'DELETE', template: CHANNEL, handler: remove },
  { method: 'PUT', template: `${CHANNEL}/permissions/{overwrite_id}`, handler: putOverwrite },
  {
    method: 'DELETE',
    template: `${CHANNEL}/permissions/{overwrite_id}`,
    handler: (call) => {
      const channel = reachChannel(
        call.sandbox,
        call.application.id,
        call.param('channel_id'),
        Permission.ManageRoles,
      );
      const id = call.param('overwrite_id');
      if (!channel.overwrites.some((one) => one.id === id)) throw refuse('unknownOverwrite');
      removeOverwrite(call.sandbox, channel, id);
      return NO_CONTENT;
    },
  },
  { method: 'GET', template: `${CHANNEL}/invites`, handler: () => ok([]) },
];

function modify(call: Call) {
  const { sandbox, application } = call;
  const channel = reachChannel(sandbox, application.id, call.param('channel_id'));
  const body = call.body();
  if (channel.recipients) throw refuse('notInDirectChannel');
  demandChange(call, channel, body);
  if (channel.thread) changeThread(call, channel, body);
  if (typeof body.name === 'string') channel.name = body.name;
  if (typeof body.rate_limit_per_user === 'number') channel.rateLimitPerUser = body.rate_limit_per_user;
  if (body.topic !== undefined) channel.topic = (body.topic as string | null) ?? null;
  if (body.parent_id !== undefined) channel.parentId = (body.parent_id as string | null) ?? null;
  if (typeof body.position === 'number') channel.position = body.position;
  if (typeof body.nsfw === 'boolean') channel.nsfw = body.nsfw;
  if (Array.isArray(body.permission_overwrites))
    channel.overwrites = objects(body.permission_overwrites).map(overwriteIn);
  channelChanged(sandbox, channel);
  return ok(channelView(sandbox.state, channel));
}

/** A thread's own maker may rename and archive it; anything else takes the managing permission. */
function demandChange(call: Call, channel: ChannelRecord, body: JsonObject): void {
  const has = permissionsIn(call.sandbox, call.application.id, channel);
  const managing = channel.thread ? Permission.ManageThreads : Permission.ManageChannels;
  if ((has & managing) !== 0n) return;
  const own = channel.thread?.ownerId === call.application.id;
  const reopening = channel.thread?.archived && !channel.thread.locked && body.archived === false;
  const harmless = Object.keys(body).every((name) =>
    ['name', 'archived', 'auto_archive_duration'].includes(name),
  );
  if (own && harmless && !channel.thread?.locked) return;
  if (reopening && Object.keys(body).length === 1 && (has & Permission.SendMessagesInThreads) !== 0n) return;
  throw refuse('missingPermissions');
}

function changeThread(call: Call, channel: ChannelRecord, body: JsonObject): void {
  const { thread } = channel;
  if (!thread) return;
  const staysArchived = thread.archived && body.archived !== false;
  if (staysArchived && Object.keys(body).some((name) => name !== 'archived' && name !== 'locked'))
    throw refuse('threadArchived');
  if (typeof body.archived === 'boolean') setArchived(call.sandbox, channel, body.archived);
  if (typeof body.locked === 'boolean') thread.locked = body.locked;
  if (typeof body.invitable === 'boolean') thread.invitable = body.invitable;
  if (typeof body.auto_archive_duration === 'number') thread.autoArchiveDuration = body.auto_archive_duration;
}

function remove(call: Call) {
  const { sandbox, application } = call;
  const channel = reachChannel(sandbox, application.id, call.param('channel_id'));
  const view = channelView(sandbox.state, channel);
  if (channel.recipients) return ok(view);
  const managing = channel.thread ? Permission.ManageThreads : Permission.ManageChannels;
  reachChannel(sandbox, application.id, channel.id, managing);
  deleteChannel(sandbox, channel);
  return ok(view);
}

function putOverwrite(call: Call) {
  const channel = reachChannel(
    call.sandbox,
    call.application.id,
    call.param('channel_id'),
    Permission.ManageRoles,
  );
  setOverwrite(call.sandbox, channel, overwriteIn({ ...call.body(), id: call.param('overwrite_id') }));
  return NO_CONTENT;
}

export function overwriteIn(body: JsonObject): Overwrite {
  return {
    id: String(body.id),
    type: body.type === 1 ? 1 : 0,
    allow: String(body.allow ?? '0'),
    deny: String(body.deny ?? '0'),
  };
}
