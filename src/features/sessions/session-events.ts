/** A session's scheduled event in Discord: created where the bot may, followed when somebody moves or cancels it. */
import {
  type APIGuildScheduledEvent,
  type Client,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  type RESTGetAPIGuildScheduledEventUsersResult,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { isRefusal, isRefused } from '../../discord/errors.js';
import type { Session } from '../../entities/session.js';

/** What became of an event; `deleted`: Discord doesn't know it, `unknown`: the bot may not see it. */
export type EventState =
  | { state: 'cancelled' | 'deleted' | 'over' | 'unknown' }
  | {
      state: 'there';
      name: string;
      /** Null for an event in a channel. */
      location: string | null;
      startsAt: Date;
      endsAt: Date | null;
      /** It was started, at its time or before. */
      isUnderWay: boolean;
    };

export class DiscordSessionEvents {
  constructor(private readonly client: Pick<Client, 'rest'>) {}

  /**
   * Creates the event, or finds the one that an earlier attempt created; gives its id. Undefined when Discord doesn't
   * let the bot create one.
   * @throws what Discord answers other than a refusal
   */
  async open(
    session: Session,
    { place, description }: { place: string; description: string },
  ): Promise<string | undefined> {
    const { rest } = this.client;
    try {
      const known = await this.find(session);
      if (known) return known;
      const event = (await rest.post(Routes.guildScheduledEvents(session.guildId), {
        body: {
          name: session.topic,
          description,
          scheduled_start_time: session.startsAt.toISOString(),
          scheduled_end_time: session.endsAt.toISOString(),
          privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
          entity_type: GuildScheduledEventEntityType.External,
          entity_metadata: { location: place },
        },
      })) as APIGuildScheduledEvent;
      return event.id;
    } catch (error) {
      if (isRefused(error)) return undefined;
      throw error;
    }
  }

  /** @throws what Discord answers other than a refusal */
  async state({ guildId, eventId }: Session): Promise<EventState> {
    try {
      const event = (await this.client.rest.get(
        Routes.guildScheduledEvent(guildId, eventId ?? ''),
      )) as APIGuildScheduledEvent;
      if (event.status === GuildScheduledEventStatus.Canceled) return { state: 'cancelled' };
      if (event.status === GuildScheduledEventStatus.Completed) return { state: 'over' };
      return {
        state: 'there',
        name: event.name,
        location: event.entity_metadata?.location ?? null,
        isUnderWay: event.status === GuildScheduledEventStatus.Active,
        startsAt: new Date(event.scheduled_start_time),
        endsAt: event.scheduled_end_time ? new Date(event.scheduled_end_time) : null,
      };
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownGuildScheduledEvent)) return { state: 'deleted' };
      // A channel that the bot doesn't see, for example: the session stays as it was planned.
      if (isRefused(error)) return { state: 'unknown' };
      throw error;
    }
  }

  /** Whether it is cancelled now, or Discord will never let the bot do it. */
  async cancel({ guildId, eventId }: Session): Promise<void> {
    try {
      await this.client.rest.patch(Routes.guildScheduledEvent(guildId, eventId ?? ''), {
        body: { status: GuildScheduledEventStatus.Canceled },
      });
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }

  /** Ids of members who marked themselves interested in the event; none when it can't be read. */
  async interested({ guildId, eventId }: Session): Promise<string[]> {
    if (!eventId) return [];
    try {
      const users = (await this.client.rest.get(
        Routes.guildScheduledEventUsers(guildId, eventId),
      )) as RESTGetAPIGuildScheduledEventUsersResult;
      return users.map(({ user }) => user.id);
    } catch (error) {
      if (isRefused(error)) return [];
      throw error;
    }
  }

  private async find({ guildId, topic, startsAt, createdAt }: Session): Promise<string | undefined> {
    const { rest } = this.client;
    const { id: ownId } = (await rest.get(Routes.user())) as { id: string };
    const events = (await rest.get(Routes.guildScheduledEvents(guildId))) as APIGuildScheduledEvent[];
    return events.find(
      (event) =>
        event.creator_id === ownId &&
        event.name === topic &&
        new Date(event.scheduled_start_time).getTime() === startsAt.getTime() &&
        Number((BigInt(event.id) >> 22n) + 1_420_070_400_000n) >= createdAt.getTime() - 60_000,
    )?.id;
  }
}
