/** Scheduled events of a guild, by the permissions and within the limits that Discord sets. */
import { requireGuild, requirePermissions } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { changeEvent, createEvent, deleteEvent, EventPlace, EventStatus } from '../actions/events.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { isObject, type JsonObject, text } from '../json.js';
import { guildPermissions, Permission } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import { ChannelTypes, type GuildRecord, type ScheduledEventRecord } from '../state/records.js';
import { eventView } from '../views/events.js';
import { memberView, userView } from '../views/people.js';

const EVENTS = '/guilds/{guild_id}/scheduled-events';
const EVENT = `${EVENTS}/{guild_scheduled_event_id}`;
const FIELDS = [
  'name',
  'description',
  'scheduled_start_time',
  'scheduled_end_time',
  'privacy_level',
  'entity_type',
  'channel_id',
  'entity_metadata.location',
];
const MAX_PAGE = 100;

export const eventRoutes: Route[] = [
  {
    method: 'GET',
    template: EVENTS,
    query: ['with_user_count'],
    handler: (call) => {
      const guild = reached(call);
      const open = guild.events.filter((one) => one.status <= EventStatus.Active);
      return ok(open.map((one) => eventView(call.sandbox.state, guild, one, withCount(call))));
    },
  },
  { method: 'POST', template: EVENTS, takes: FIELDS, audits: true, handler: create },
  {
    method: 'GET',
    template: EVENT,
    query: ['with_user_count'],
    handler: (call) => {
      const guild = reached(call);
      return ok(eventView(call.sandbox.state, guild, eventOf(call, guild), withCount(call)));
    },
  },
  { method: 'PATCH', template: EVENT, takes: [...FIELDS, 'status'], audits: true, handler: modify },
  { method: 'DELETE', template: EVENT, handler: remove },
  {
    method: 'GET',
    template: `${EVENT}/users`,
    query: ['limit', 'with_member', 'before', 'after'],
    handler: users,
  },
];

function reached(call: Call): GuildRecord {
  return requireGuild(call.sandbox, call.application.id, call.param('guild_id')).guild;
}

function eventOf(call: Call, guild: GuildRecord): ScheduledEventRecord {
  const event = guild.events.find((one) => one.id === call.param('guild_scheduled_event_id'));
  if (!event) throw refuse('unknownEvent');
  return event;
}

function withCount(call: Call): boolean {
  return call.query.get('with_user_count') === 'true';
}

/** Create Events for one's own, Manage Events for any; in a channel, one has to be able to see and join it. */
function requireEventPermission(
  call: Call,
  guild: GuildRecord,
  event: { creatorId?: string; channelId: string | null },
) {
  const { sandbox, application } = call;
  const { member } = requireGuild(sandbox, application.id, guild.id);
  const has = guildPermissions(guild, member);
  const isOwn = event.creatorId === undefined || event.creatorId === application.id;
  const needed = isOwn ? Permission.CreateEvents | Permission.ManageEvents : Permission.ManageEvents;
  if ((has & needed) === 0n) throw refuse('missingPermissions');
  const channel = event.channelId === null ? undefined : sandbox.state.channels.get(event.channelId);
  if (channel) requirePermissions(sandbox, application.id, channel, Permission.Connect);
}

function create(call: Call) {
  const { sandbox, application } = call;
  const guild = reached(call);
  const body = call.body();
  const { entityType, channelId, location } = placeIn(call, guild, body, Number(body.entity_type));
  requireEventPermission(call, guild, { channelId });
  const event: ScheduledEventRecord = {
    id: sandbox.ids.next(),
    creatorId: application.id,
    name: String(body.name),
    description: text(body.description) ?? null,
    channelId,
    startTime: timeIn(body.scheduled_start_time) ?? '',
    endTime: timeIn(body.scheduled_end_time) ?? null,
    status: EventStatus.Scheduled,
    entityType,
    location,
    userIds: [],
  };
  createEvent(sandbox, guild, event);
  note(call, guild, AuditAction.GuildScheduledEventCreate, event, undefined);
  return ok(eventView(sandbox.state, guild, event));
}

function modify(call: Call) {
  const { sandbox } = call;
  const guild = reached(call);
  const event = eventOf(call, guild);
  requireEventPermission(call, guild, event);
  const body = call.body();
  const before = eventView(sandbox.state, guild, event);
  const moves = ['entity_type', 'channel_id', 'entity_metadata'].some((field) => body[field] !== undefined);
  const kept = { channel_id: event.channelId, entity_metadata: { location: event.location } };
  changeEvent(sandbox, guild, event, {
    ...(typeof body.name === 'string' && { name: body.name }),
    ...(body.description !== undefined && { description: text(body.description) ?? null }),
    ...(body.scheduled_start_time !== undefined && { startTime: timeIn(body.scheduled_start_time) ?? '' }),
    ...(body.scheduled_end_time !== undefined && { endTime: timeIn(body.scheduled_end_time) ?? null }),
    ...(typeof body.status === 'number' && { status: body.status }),
    ...(moves && placeIn(call, guild, { ...kept, ...body }, Number(body.entity_type ?? event.entityType))),
  });
  note(call, guild, AuditAction.GuildScheduledEventUpdate, event, before);
  return ok(eventView(sandbox.state, guild, event));
}

function remove(call: Call) {
  const guild = reached(call);
  const event = eventOf(call, guild);
  requireEventPermission(call, guild, event);
  const before = eventView(call.sandbox.state, guild, event);
  deleteEvent(call.sandbox, guild, event);
  note(call, guild, AuditAction.GuildScheduledEventDelete, event, before);
  return NO_CONTENT;
}

/** Where an event takes place: in a channel of its kind, or elsewhere. */
function placeIn(call: Call, guild: GuildRecord, body: JsonObject, entityType: number) {
  if (entityType === EventPlace.External) {
    const metadata = isObject(body.entity_metadata) ? body.entity_metadata : {};
    return { entityType, channelId: null, location: text(metadata.location) ?? null };
  }
  const channel = call.sandbox.state.channels.get(String(body.channel_id));
  if (channel?.guildId !== guild.id) throw refuse('unknownChannel');
  const kind = entityType === EventPlace.StageInstance ? ChannelTypes.stage : ChannelTypes.voice;
  if (channel.type !== kind)
    throw invalidField('channel_id', 'GUILD_SCHEDULED_EVENT_INVALID_CHANNEL_TYPE', 'Invalid channel type');
  return { entityType, channelId: channel.id, location: null };
}

function timeIn(value: unknown): string | undefined {
  return typeof value === 'string' ? new Date(value).toISOString() : undefined;
}

function users(call: Call) {
  const { state } = call.sandbox;
  const guild = reached(call);
  const event = eventOf(call, guild);
  const limit = Math.min(Number(call.query.get('limit') ?? MAX_PAGE), MAX_PAGE);
  const after = call.query.get('after');
  const before = call.query.get('before');
  const found = event.userIds
    .filter((id) => after === null || compareIds(id, after) > 0)
    .filter((id) => before === null || compareIds(id, before) < 0)
    .sort(compareIds);
  const page = before === null ? found.slice(0, limit) : found.slice(-limit);
  const withMember = call.query.get('with_member') === 'true';
  return ok(
    page.map((id) => {
      const member = guild.members[id];
      return {
        guild_scheduled_event_id: event.id,
        user: userView(state, id),
        ...(withMember && member && { member: memberView(state, member) }),
      };
    }),
  );
}

function note(
  call: Call,
  guild: GuildRecord,
  action: (typeof AuditAction)[keyof typeof AuditAction],
  event: ScheduledEventRecord,
  before: JsonObject | undefined,
): void {
  const isGone = action === AuditAction.GuildScheduledEventDelete;
  audit(call.sandbox, guild, {
    action,
    userId: call.application.id,
    targetId: event.id,
    reason: call.reason,
    changes: changesBetween(before, isGone ? undefined : eventView(call.sandbox.state, guild, event)),
  });
}
