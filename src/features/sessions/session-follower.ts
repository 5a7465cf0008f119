/** Brings a session in line with its event in Discord, which moderators move, rename, start, end, cancel and delete there. */
import { sessionBounds } from '../../entities/session.js';
import { catalogues } from '../../locales/catalogue.js';
import type { Clock } from '../../platform/clock.js';
import { cleanLine, cut } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { Guard } from '../guard/index.js';
import type { DiscordSessionEvents, EventState } from './session-events.js';
import type { PlannedSession, ShownSession } from './session-model.js';
import type { SessionStore } from './session-store.js';

export interface SessionFollowerParts {
  store: Pick<SessionStore, 'cancel' | 'change' | 'end'>;
  events: Pick<DiscordSessionEvents, 'state'>;
  guard: Pick<Guard, 'inspect'>;
  clock: Clock;
}

export class SessionFollower {
  constructor(private readonly parts: SessionFollowerParts) {}

  /**
   * Gives whether the session changed; one without an event never does. It may be repeated.
   * @throws what Discord answers other than a refusal
   */
  async follow(session: ShownSession): Promise<boolean> {
    const { store, events, clock } = this.parts;
    const { guildId, id, endsAt } = session;
    if (!session.eventId || session.cancelledAt) return false;
    const event = await events.state(session);
    const now = clock();
    switch (event.state) {
      case 'cancelled':
        return store.cancel(guildId, id, now, false);
      case 'deleted':
        // Once a session is over, Discord forgets its event.
        return endsAt > now && store.cancel(guildId, id, now, false);
      case 'over':
        return endsAt > now && store.end(guildId, id, now);
      case 'unknown':
        return false;
      case 'there':
        return this.change(session, event, now);
    }
  }

  private async change(
    session: ShownSession,
    event: EventState & { state: 'there' },
    now: Date,
  ): Promise<boolean> {
    const wanted = { ...timesOf(session, event, now), ...(await this.textsOf(session, event)) };
    const isSame =
      wanted.startsAt.getTime() === session.startsAt.getTime() &&
      wanted.endsAt.getTime() === session.endsAt.getTime() &&
      wanted.topic === session.topic &&
      wanted.place === session.place;
    if (isSame) return false;
    await this.parts.store.change(session.guildId, session.id, wanted, now);
    return true;
  }

  /** What was written in Discord is shown by the bot from now on: it is inspected like everything else. */
  private async textsOf(
    session: ShownSession,
    { name, location }: EventState & { state: 'there' },
  ): Promise<Pick<PlannedSession, 'topic' | 'place'>> {
    const { guildId, hostId } = session;
    const before = { topic: session.topic, place: session.place };
    const topic = cut(cleanLine(name), sessionBounds.topic) || session.topic;
    const isOwnWords = Object.values(catalogues).some(({ sessions }) => sessions.defaultPlace === location);
    const place =
      location === null || (isOwnWords && session.place === null)
        ? session.place
        : cut(cleanLine(location), sessionBounds.place) || null;
    if (topic === session.topic && place === session.place) return before;
    try {
      await this.parts.guard.inspect(guildId, { id: hostId }, { topic, place: place ?? '' });
      return { topic, place };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return before;
    }
  }
}

/** One that was started has begun, whatever its time was; without an end it lasts as long as it was to. */
function timesOf(
  session: ShownSession,
  event: EventState & { state: 'there' },
  now: Date,
): Pick<PlannedSession, 'startsAt' | 'endsAt'> {
  const startsAt = event.isUnderWay ? earlier(session.startsAt, now) : event.startsAt;
  const movedByMs = startsAt.getTime() - session.startsAt.getTime();
  const endsAt =
    event.endsAt && event.endsAt > startsAt ? event.endsAt : new Date(session.endsAt.getTime() + movedByMs);
  return { startsAt, endsAt };
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);
