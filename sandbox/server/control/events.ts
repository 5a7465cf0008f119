/** Scheduled events through the control API: people who are interested, and moderators who change or delete one. */
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { changeEvent, deleteEvent, EventStatus, setInterest } from '../actions/events.js';
import { ControlError } from '../control-error.js';
import { text } from '../json.js';
import { guildPermissions, Permission } from '../permissions.js';
import type { GuildRecord, ScheduledEventRecord } from '../state/records.js';
import { eventView } from '../views/events.js';
import { findUser } from '../world/find.js';
import { type ControlCall, type ControlRoute, guildOf } from './call.js';

const EVENT = '/control/guilds/:guild/events/:event';

const STATUSES: { readonly [name: string]: number } = {
  active: EventStatus.Active,
  completed: EventStatus.Completed,
  canceled: EventStatus.Canceled,
};

export const eventControlRoutes: ControlRoute[] = [
  { method: 'PUT', path: `${EVENT}/interest`, handler: setEventInterest },
  { method: 'PUT', path: EVENT, handler: change },
  { method: 'DELETE', path: EVENT, handler: remove },
];

function eventNamed(call: ControlCall, guild: GuildRecord): ScheduledEventRecord {
  const named = call.params.event;
  // Of two with one name it is the newer one.
  const event = guild.events.findLast((one) => one.id === named || one.name === named);
  if (!event) throw new ControlError('noEvent', [named ?? ''], 404);
  return event;
}

/** A person is interested in a scheduled event, by its name or id, or no longer. */
function setEventInterest(call: ControlCall) {
  const guild = guildOf(call);
  const event = eventNamed(call, guild);
  const user = findUser(call.sandbox.state, undefined, String(call.body.as));
  setInterest(call.sandbox, guild, event, user.id, call.body.isInterested !== false);
  return { userIds: event.userIds };
}

/** A member with Manage Events, or who made it, as Discord asks for. */
function managed(call: ControlCall) {
  const { sandbox } = call;
  const guild = guildOf(call);
  const event = eventNamed(call, guild);
  const person = findUser(sandbox.state, undefined, text(call.body.as) ?? call.query.get('as') ?? '');
  const member = guild.members[person.id];
  const has = member ? guildPermissions(guild, member) : 0n;
  const needed =
    event.creatorId === person.id
      ? Permission.CreateEvents | Permission.ManageEvents
      : Permission.ManageEvents;
  if ((has & needed) === 0n) throw new ControlError('mayNotManageEvents', [person.username], 403);
  return { guild, event, personId: person.id };
}

function change(call: ControlCall) {
  const { sandbox, body } = call;
  const { guild, event, personId } = managed(call);
  const before = eventView(sandbox.state, guild, event);
  const status = text(body.status);
  if (status !== undefined && STATUSES[status] === undefined)
    throw new ControlError('notAStatus', [Object.keys(STATUSES).join(', ')]);
  const [name, location] = [text(body.name), text(body.location)];
  const time = (value: unknown) => {
    const at = new Date(String(value));
    if (Number.isNaN(at.getTime())) throw new ControlError('notATime', []);
    return at.toISOString();
  };
  changeEvent(sandbox, guild, event, {
    ...(name !== undefined && { name }),
    ...(location !== undefined && { location }),
    ...(body.startTime !== undefined && { startTime: time(body.startTime) }),
    ...(body.endTime !== undefined && { endTime: time(body.endTime) }),
    ...(status !== undefined && { status: STATUSES[status] ?? event.status }),
  });
  const after = eventView(sandbox.state, guild, event);
  audit(sandbox, guild, {
    action: AuditAction.GuildScheduledEventUpdate,
    userId: personId,
    targetId: event.id,
    changes: changesBetween(before, after),
  });
  return after;
}

function remove(call: ControlCall) {
  const { sandbox } = call;
  const { guild, event, personId } = managed(call);
  const before = eventView(sandbox.state, guild, event);
  deleteEvent(sandbox, guild, event);
  audit(sandbox, guild, {
    action: AuditAction.GuildScheduledEventDelete,
    userId: personId,
    targetId: event.id,
    changes: changesBetween(before, undefined),
  });
  return {};
}
