/** What is owed of a session: its card, the reminder before it, and the message after it. Keys are its id. */
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { GuildService } from '../guilds/index.js';
import type { DiscordSessionEvents } from './session-events.js';
import { namedAtMost, reminderMs, sessionTopics } from './session-model.js';
import type { SessionStore } from './session-store.js';
import { recapView, reminderView, sessionCard } from './session-view.js';

/** A message after the session is worth posting for this long (ms). */
const recapMs = 2 * 86_400_000;

export interface SessionTopicParts {
  store: Pick<SessionStore, 'find' | 'recordCard' | 'recordEvent' | 'recordMessage'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
  events: Pick<DiscordSessionEvents, 'open' | 'interested'>;
  nameOf(guildId: string, userId: string): Promise<string | undefined>;
}

export function sessionTopicsOf(parts: SessionTopicParts): Topic[] {
  return [cardTopic(parts), reminderTopic(parts), recapTopic(parts)];
}

function cardTopic({ store, guilds, cohortChannelOf, events, nameOf }: SessionTopicParts): Topic {
  return defineTopic({
    name: sessionTopics.card,
    lane: lanes.channels,
    expiresAfterMs: null,
    async prepare({ guildId, key }, now) {
      const session = await store.find(guildId, key);
      if (!session || session.cancelledAt || session.endsAt <= now) return { drop: 'nothing-to-show' };
      const settings = await guilds.settings(guildId);
      const words = catalogueFor(settings.language);
      const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      if (!session.eventId && session.startsAt > now) {
        const host = (await nameOf(guildId, session.hostId)) ?? '';
        const eventId = await events.open(session, {
          place: session.place ?? words.sessions.defaultPlace,
          description: words.sessions.eventDescription(host),
        });
        if (eventId) {
          await store.recordEvent(guildId, key, eventId);
          session.eventId = eventId;
        }
      }
      return { channelId, view: sessionCard(words, session, now) };
    },
    settled: (manager, claim, place) => store.recordCard(manager, claim, place),
  });
}

function reminderTopic({ store, guilds, events }: SessionTopicParts): Topic {
  return defineTopic({
    name: sessionTopics.reminder,
    lane: lanes.channels,
    expiresAfterMs: null,
    async prepare({ guildId, key }, now) {
      const session = await store.find(guildId, key);
      // A late one, after an outage, still brings people to a session that goes on.
      if (!session || session.cancelledAt || session.endsAt <= now) return { drop: 'nothing-to-say' };
      const dueAt = new Date(session.startsAt.getTime() - reminderMs);
      if (now < dueAt) return { wait: 'later', at: dueAt };
      if (!session.cardChannelId) return { wait: 'no-channel' };
      const coming = [...new Set([...session.going, ...(await events.interested(session))])];
      if (coming.length === 0) return { drop: 'nobody-comes' };
      const { language } = await guilds.settings(guildId);
      const view = reminderView(catalogueFor(language), session, coming.slice(0, namedAtMost), now);
      return { channelId: session.cardChannelId, view };
    },
    settled: (manager, claim, { messageId }, now) =>
      store.recordMessage(manager, claim, 'reminder', messageId, now),
  });
}

function recapTopic({ store, guilds }: SessionTopicParts): Topic {
  return defineTopic({
    name: sessionTopics.recap,
    lane: lanes.channels,
    expiresAfterMs: null,
    async prepare({ guildId, key }, now) {
      const session = await store.find(guildId, key);
      if (!session || session.cancelledAt || !session.cardChannelId) return { drop: 'nothing-to-say' };
      if (now < session.endsAt) return { wait: 'later', at: session.endsAt };
      if (now.getTime() - session.endsAt.getTime() > recapMs) return { drop: 'too-late' };
      if (session.going.length === 0) return { drop: 'nobody-came' };
      const { language } = await guilds.settings(guildId);
      return { channelId: session.cardChannelId, view: recapView(catalogueFor(language), session) };
    },
    settled: (manager, claim, { messageId }, now) =>
      store.recordMessage(manager, claim, 'recap', messageId, now),
  });
}
