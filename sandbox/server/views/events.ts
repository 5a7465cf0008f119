/** Scheduled events as Discord's API shows them. */
import type { JsonObject } from '../json.js';
import type { GuildRecord, ScheduledEventRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { discordTime, userView } from './people.js';

/** An event of a guild alone is seen by its members: Discord's only privacy level. */
const GUILD_ONLY = 2;

export function eventView(
  state: State,
  guild: GuildRecord,
  event: ScheduledEventRecord,
  withCount = false,
): JsonObject {
  return {
    id: event.id,
    guild_id: guild.id,
    channel_id: event.channelId,
    creator_id: event.creatorId,
    creator: userView(state, event.creatorId),
    name: event.name,
    description: event.description,
    image: null,
    scheduled_start_time: discordTime(event.startTime),
    scheduled_end_time: event.endTime === null ? null : discordTime(event.endTime),
    privacy_level: GUILD_ONLY,
    status: event.status,
    entity_type: event.entityType,
    entity_id: null,
    entity_metadata: event.location === null ? null : { location: event.location },
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    ...(withCount && { user_count: event.userIds.length }),
  };
}
