/** Owns the rules of a guild's scheduled events that depend on where they take place. */
import { type Path, type Problem, type Problems, required } from './problems.js';
import { isBlank } from './text.js';

/** A scheduled event as it stands after its schema was checked; a change of one may leave anything out. */
export interface ScheduledEvent {
  name?: string;
  entity_type?: number | null;
  channel_id?: string | null;
  scheduled_start_time?: string;
  scheduled_end_time?: string | null;
  entity_metadata?: { location?: string } | null;
}

const EXTERNAL = 3;
const endBeforeStart: Problem = {
  code: 'GUILD_SCHEDULED_EVENT_END_BEFORE_START',
  message: 'Scheduled end time must be after the start time',
};
const channelNotAllowed: Problem = {
  code: 'GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED',
  message: 'External events cannot have a channel',
};

/**
 * https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-field-requirements-by-entity-type:
 * an external event has an end and a place and no channel; the others have a channel.
 */
export function checkNewEvent(event: ScheduledEvent, problems: Problems): void {
  if (isBlank(event.name)) problems.add(['name'], required);
  if (event.entity_type === EXTERNAL) checkExternal(event, problems);
  else if (!event.channel_id) problems.add(['channel_id'], required);
  checkOrder(event, problems);
}

/** A change asks for an external event's fields only when it turns the event into one. */
export function checkEventChange(event: ScheduledEvent, problems: Problems): void {
  if (event.entity_type === EXTERNAL) checkExternal(event, problems);
  checkOrder(event, problems);
}

function checkExternal(event: ScheduledEvent, problems: Problems): void {
  const location: Path = ['entity_metadata', 'location'];
  if (!event.scheduled_end_time) problems.add(['scheduled_end_time'], required);
  if (isBlank(event.entity_metadata?.location)) problems.add(location, required);
  if (event.channel_id) problems.add(['channel_id'], channelNotAllowed);
}

function checkOrder(
  { scheduled_start_time: start, scheduled_end_time: end }: ScheduledEvent,
  problems: Problems,
): void {
  if (start && end && Date.parse(end) <= Date.parse(start))
    problems.add(['scheduled_end_time'], endBeforeStart);
}
