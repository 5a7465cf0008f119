/** Channels and threads: read, changed, deleted, and their permission overwrites. */
import { permissionsIn, requireChannel, requirePermissions } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { channelChanged, deleteChannel, removeOverwrite, setOverwrite } from '../actions/channels.js';
import { checkedTags } from '../actions/forum.js';
import { withThreadSync } from '../actions/thread-sync.js';
import { setArchived } from '../actions/threads.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { type JsonObject, strings } from '../json.js';
import { Permission } from '../permissions.js';
import type { ChannelRecord } from '../state/records.js';
import { channelView } from '../views/places.js';
import { applyChannel, CHANNEL_FIELDS, overwriteIn } from './channel-fields.js';

const CHANNEL = '/channels/{channel_id}';
const OVERWRITE = `${CHANNEL}/permissions/{overwrite_id}`;
const THREAD_FIELDS = [
  'archived',
  'locked',
  'invitable',
  'auto_archive_duration',
  'applied_tags',
  'flags',
] as const;
const PINNED = 1 << 1;

export const channelRoutes: Route[] = [
  {
    method: 'GET',
    template: CHANNEL,
    handler: (call) =>
      ok(
        channelView(
          call.sandbox.state,
          requireChannel(call.sandbox, call.application.id, call.param('channel_id')),
        ),
      ),
  },
  {
    method: 'PATCH',
    template: CHANNEL,
    takes: [...CHANNEL_FIELDS, ...THREAD_FIELDS],
    audits: true,
    handler: modify,
  },
  { method: 'DELETE', template: CHANNEL, audits: true, handler: remove },
  {
    method: 'PUT',
    template: OVERWRITE,
    takes: ['type', 'allow', 'deny'],
    audits: true,
    handler: putOverwrite,
  },
  { method: 'DELETE', template: OVERWRITE, audits: true, handler: deleteOverwrite },
];

function modify(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(sandbox, application.id, call.param('channel_id'));
  const body = call.body();
  if (channel.recipients) throw refuse('notInDirectChannel');
  requireChangePermission(call, channel, body);
  const before = channelView(sandbox.state, channel);
  withThreadSync(sandbox, channel, () => {
    if (channel.thread) changeThread(call, channel, body);
    else {
      const guild = sandbox.state.guilds.get(channel.guildId ?? '');
      if (guild) applyChannel(sandbox, guild, channel, body);
    }
    channelChanged(sandbox, channel);
  });
  const after = channelView(sandbox.state, channel);
  const action = channel.thread ? AuditAction.ThreadUpdate : AuditAction.ChannelUpdate;
  note(call, channel, action, changesBetween(before, after));
  return ok(after);
}

/** A thread's own maker may rename and archive it; anything else takes the managing permission. */
function requireChangePermission(call: Call, channel: ChannelRecord, body: JsonObject): void {
  const has = permissionsIn(call.sandbox, call.application.id, channel);
  const managing = channel.thread ? Permission.ManageThreads : Permission.ManageChannels;
  if ((has & managing) !== 0n) return;
  const isOwn = channel.thread?.ownerId === call.application.id;
  const isReopening = channel.thread?.archived && !channel.thread.locked && body.archived === false;
  const isHarmless = Object.keys(body).every((name) =>
    ['name', 'archived', 'auto_archive_duration', 'applied_tags', 'invitable'].includes(name),
  );
  if (isOwn && isHarmless && !channel.thread?.locked) return;
  if (isReopening && Object.keys(body).length === 1 && (has & Permission.SendMessagesInThreads) !== 0n)
    return;
  throw refuse('missingPermissions');
}

function changeThread(call: Call, channel: ChannelRecord, body: JsonObject): void {
  const { sandbox } = call;
  const { thread } = channel;
  if (!thread) return;
  const staysArchived = thread.archived && body.archived !== false;
  if (staysArchived && Object.keys(body).some((name) => name !== 'archived' && name !== 'locked'))
    throw refuse('threadArchived');
  const parent = sandbox.state.channels.get(channel.parentId ?? '');
  if (Array.isArray(body.applied_tags) && parent?.forum)
    thread.appliedTags = checkedTags(parent.forum, strings(body.applied_tags), true);
  if (typeof body.archived === 'boolean') setArchived(sandbox, channel, body.archived);
  if (typeof body.locked === 'boolean') thread.locked = body.locked;
  if (typeof body.invitable === 'boolean') thread.invitable = body.invitable;
  if (typeof body.auto_archive_duration === 'number') thread.autoArchiveDuration = body.auto_archive_duration;
  if (typeof body.flags === 'number') thread.isPinned = (body.flags & PINNED) !== 0;
  if (typeof body.name === 'string') channel.name = body.name;
  if (typeof body.rate_limit_per_user === 'number') channel.rateLimitPerUser = body.rate_limit_per_user;
}

function remove(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(sandbox, application.id, call.param('channel_id'));
  const view = channelView(sandbox.state, channel);
  if (channel.recipients) return ok(view);
  const managing = channel.thread ? Permission.ManageThreads : Permission.ManageChannels;
  requirePermissions(sandbox, application.id, channel, managing);
  deleteChannel(sandbox, channel);
  const action = channel.thread ? AuditAction.ThreadDelete : AuditAction.ChannelDelete;
  note(call, channel, action, changesBetween(view, undefined));
  return ok(view);
}

function putOverwrite(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(sandbox, application.id, call.param('channel_id'), Permission.ManageRoles);
  const overwrite = overwriteIn({ ...call.body(), id: call.param('overwrite_id') });
  const guild = sandbox.state.guilds.get(channel.guildId ?? '');
  const exists =
    overwrite.type === 0
      ? guild?.roles.some((one) => one.id === overwrite.id)
      : guild?.members[overwrite.id] !== undefined;
  if (!exists) throw refuse('unknownOverwrite');
  const before = channel.overwrites.find((one) => one.id === overwrite.id);
  setOverwrite(sandbox, channel, overwrite);
  const action = before ? AuditAction.ChannelOverwriteUpdate : AuditAction.ChannelOverwriteCreate;
  note(
    call,
    channel,
    action,
    changesBetween(before && { ...before }, { ...overwrite }),
    optionsOf(overwrite),
  );
  return NO_CONTENT;
}

function deleteOverwrite(call: Call) {
  const { sandbox, application } = call;
  const channel = requireChannel(sandbox, application.id, call.param('channel_id'), Permission.ManageRoles);
  const overwrite = channel.overwrites.find((one) => one.id === call.param('overwrite_id'));
  if (!overwrite) throw refuse('unknownOverwrite');
  removeOverwrite(sandbox, channel, overwrite.id);
  const changes = changesBetween({ ...overwrite }, undefined);
  note(call, channel, AuditAction.ChannelOverwriteDelete, changes, optionsOf(overwrite));
  return NO_CONTENT;
}

function optionsOf({ id, type }: { id: string; type: number }): JsonObject {
  return { id, type: String(type) };
}

function note(
  call: Call,
  channel: ChannelRecord,
  action: (typeof AuditAction)[keyof typeof AuditAction],
  changes: JsonObject[],
  options?: JsonObject,
): void {
  const guild = call.sandbox.state.guilds.get(channel.guildId ?? '');
  if (!guild) return;
  audit(call.sandbox, guild, {
    action,
    userId: call.application.id,
    targetId: channel.id,
    reason: call.reason,
    changes,
    ...(options && { options }),
  });
}
