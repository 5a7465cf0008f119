/** Scheduled events of a guild: created, changed, started and ended in time, and who is interested. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { invalidField, refuse } from '../http/errors.js';
import type { JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { GuildRecord, ScheduledEventRecord } from '../state/records.js';
import { eventView } from '../views/events.js';

export const EventStatus = { Scheduled: 1, Active: 2, Completed: 3, Canceled: 4 } as const;
export const EventPlace = { StageInstance: 1, Voice: 2, External: 3 } as const;

/** Events of a guild that are planned or under way. */
const MAX_OPEN = 100;
const FIVE_YEARS = 5 * 366 * 24 * 60 * 60_000;
/** What a status may become. */
const NEXT: { [status: number]: number[] } = {
  [EventStatus.Scheduled]: [EventStatus.Active, EventStatus.Canceled],
  [EventStatus.Active]: [EventStatus.Completed],
};

export function createEvent(sandbox: Sandbox, guild: GuildRecord, event: ScheduledEventRecord): void {
  if (guild.events.filter((one) => NEXT[one.status]).length >= MAX_OPEN) throw refuse('tooManyEvents');
  requireFuture(sandbox, event.startTime);
  guild.events.push(event);
  dispatch(sandbox, guild, 'GUILD_SCHEDULED_EVENT_CREATE', event);
}

/** Puts changed fields in place of an event's; a finished one can't be changed. */
export function changeEvent(
  sandbox: Sandbox,
  guild: GuildRecord,
  event: ScheduledEventRecord,
  change: Partial<ScheduledEventRecord>,
): void {
  const next = NEXT[event.status];
  if (!next) throw refuse('eventFinished');
  if (change.status !== undefined && change.status !== event.status && !next.includes(change.status))
    throw invalidField(
      'status',
      'GUILD_SCHEDULED_EVENT_INVALID_STATUS',
      'Invalid Guild Scheduled Event Status Transition',
    );
  if (change.startTime !== undefined && change.startTime !== event.startTime)
    requireFuture(sandbox, change.startTime);
  const { startTime, endTime } = { ...event, ...change };
  if (endTime && Date.parse(endTime) <= Date.parse(startTime))
    throw invalidField(
      'scheduled_end_time',
      'GUILD_SCHEDULED_EVENT_END_BEFORE_START',
      'Scheduled end time must be after the start time',
    );
  Object.assign(event, change);
  dispatch(sandbox, guild, 'GUILD_SCHEDULED_EVENT_UPDATE', event);
}

export function deleteEvent(sandbox: Sandbox, guild: GuildRecord, event: ScheduledEventRecord): void {
  guild.events = guild.events.filter((one) => one !== event);
  dispatch(sandbox, guild, 'GUILD_SCHEDULED_EVENT_DELETE', event);
}

/** A person is interested in an event, or no longer. */
export function setInterest(
  sandbox: Sandbox,
  guild: GuildRecord,
  event: ScheduledEventRecord,
  userId: string,
  isInterested: boolean,
): void {
  if (event.userIds.includes(userId) === isInterested) return;
  event.userIds = isInterested ? [...event.userIds, userId] : event.userIds.filter((one) => one !== userId);
  const data = { guild_scheduled_event_id: event.id, user_id: userId, guild_id: guild.id };
  sandbox.state.changed();
  sandbox.gateway.emit({
    name: isInterested ? 'GUILD_SCHEDULED_EVENT_USER_ADD' : 'GUILD_SCHEDULED_EVENT_USER_REMOVE',
    intent: GatewayIntentBits.GuildScheduledEvents,
    guildId: guild.id,
    data: () => data,
  });
}

/** Begins and ends the external events whose time has come, as Discord does by itself. */
export function advanceEvents(sandbox: Sandbox): void {
  const now = sandbox.clock.now();
  for (const guild of sandbox.state.guilds.values())
    for (const event of guild.events) {
      if (event.entityType !== EventPlace.External) continue;
      const isDue = event.status === EventStatus.Scheduled && Date.parse(event.startTime) <= now;
      if (isDue) changeEvent(sandbox, guild, event, { status: EventStatus.Active });
      const isOver = event.status === EventStatus.Active && Date.parse(event.endTime ?? '') <= now;
      if (isOver) changeEvent(sandbox, guild, event, { status: EventStatus.Completed });
    }
}

function requireFuture(sandbox: Sandbox, startTime: string): void {
  const start = Date.parse(startTime);
  if (start <= sandbox.clock.now())
    throw invalidField(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
  if (start > sandbox.clock.now() + FIVE_YEARS)
    throw invalidField(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_TOO_FAR',
      'Cannot schedule event over 5 years in the future.',
    );
}

function dispatch(sandbox: Sandbox, guild: GuildRecord, name: EventName, event: ScheduledEventRecord): void {
  const data: JsonObject = eventView(sandbox.state, guild, event);
  sandbox.state.changed();
  sandbox.gateway.emit({
    name,
    intent: GatewayIntentBits.GuildScheduledEvents,
    guildId: guild.id,
    data: () => data,
  });
}

type EventName = `GUILD_SCHEDULED_EVENT_${'CREATE' | 'UPDATE' | 'DELETE'}`;
