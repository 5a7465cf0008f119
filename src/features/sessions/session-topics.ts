/** What is owed of a session: its card, the reminder before it, and the message after it. Keys are its id. */
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { defineTopic, isChannelRefused, lanes, type Topic } from '../../outbox/topic.js';
import { outsideCauseOf } from '../../platform/outside-cause.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import type { DiscordSessionEvents } from './session-events.js';
import type { SessionFollower } from './session-follower.js';
import { namedAtMost, reminderMs, type ShownSession, sessionTopics } from './session-model.js';
import type { SessionStore } from './session-store.js';
import { directReminderView, recapView, reminderView, sessionCard } from './session-view.js';

/** A message after the session is worth posting for this long (ms). */
const recapMs = 2 * 86_400_000;

/** A session without a card gets one until so long before its start (ms); then its reminder goes to each member. */
const cardlessMs = 5 * 60_000;

export interface SessionTopicParts {
  store: Pick<SessionStore, 'find' | 'oweDirect' | 'recordCard' | 'recordEvent' | 'recordMessage'>;
  guilds: Pick<GuildService, 'settings'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  cohortChannelOf: CohortChannelOf;
  events: Pick<DiscordSessionEvents, 'open' | 'interested'>;
  follower: Pick<SessionFollower, 'follow'>;
  nameOf(guildId: string, userId: string): Promise<string | undefined>;
  /** Whether somebody is still a member of the guild; rejects when that can't be known at the moment. */
  isMember(guildId: string, userId: string): Promise<boolean>;
}

export function sessionTopicsOf(parts: SessionTopicParts): Topic[] {
  return [cardTopic(parts), reminderTopic(parts), directReminderTopic(parts), recapTopic(parts)];
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

/** Where the reminder goes: `isDirect` once the card's channel refused it. */
interface ReminderPayload {
  isDirect?: boolean;
}

function reminderTopic(parts: SessionTopicParts): Topic<ReminderPayload> {
  const { store, guilds, events } = parts;
  return defineTopic<ReminderPayload>({
    name: sessionTopics.reminder,
    lane: lanes.channels,
    expiresAfterMs: null,
    async prepare({ guildId, key, payload }, now) {
      const session = await current(parts, guildId, key);
      // A late one, after an outage, still brings people to a session that goes on.
      if (!session || session.endsAt <= now) return { drop: 'nothing-to-say' };
      const dueAt = new Date(session.startsAt.getTime() - reminderMs);
      if (now < dueAt) return { wait: 'later', at: dueAt };
      if (payload.isDirect) return { drop: 'direct' };
      if (!session.cardChannelId) {
        const isTimeForCard = session.startsAt.getTime() - now.getTime() > cardlessMs;
        return isTimeForCard
          ? { wait: 'no-channel', at: new Date(now.getTime() + 60_000) }
          : { drop: 'direct' };
      }
      const coming = [...new Set([...session.going, ...(await events.interested(session))])];
      if (coming.length === 0) return { drop: 'nobody-comes' };
      const { language } = await guilds.settings(guildId);
      const view = reminderView(catalogueFor(language), session, coming.slice(0, namedAtMost), now);
      return { channelId: session.cardChannelId, view };
    },
    settled: (manager, claim, { messageId }, now) =>
      store.recordMessage(manager, claim, 'reminder', messageId, now),
    async failed(_manager, { payload }, failure) {
      return isChannelRefused(failure) && !payload.isDirect ? { isDirect: true } : undefined;
    },
    async dropped(manager, claim, reason, now) {
      if (reason !== 'direct') return;
      const session = await store.find(claim.guildId, claim.key);
      await store.oweDirect(manager, claim, session?.going ?? [], now);
    },
  });
}

/** To one who said that they come; those who only marked the event hear of it from Discord. */
function directReminderTopic(parts: SessionTopicParts): Topic<{ session: string }> {
  return defineTopic<{ session: string }>({
    name: sessionTopics.direct,
    lane: lanes.direct,
    expiresAfterMs: null,
    async prepare({ guildId, memberId, payload }, now) {
      const session = await parts.store.find(guildId, payload.session);
      if (!memberId || !session || session.cancelledAt || session.endsAt <= now)
        return { drop: 'nothing-to-say' };
      if (!session.going.includes(memberId)) return { drop: 'not-coming' };
      if (!(await parts.isMember(guildId, memberId))) return { drop: 'gone' };
      const words = catalogueFor(...(await parts.languages.languagesFor(guildId, memberId)));
      return { userId: memberId, view: directReminderView(words, session, now) };
    },
  });
}

/** The session as its event in Discord is now; undefined when it is cancelled or gone. */
async function current(
  { store, follower }: Pick<SessionTopicParts, 'store' | 'follower'>,
  guildId: string,
  id: string,
): Promise<ShownSession | undefined> {
  const session = await store.find(guildId, id);
  if (!session || session.cancelledAt) return undefined;
  const hasChanged = await follower.follow(session).catch((error: unknown) => {
    // Reminding at the time that is known beats not reminding.
    if (outsideCauseOf(error)) return false;
    throw error;
  });
  const now = hasChanged ? await store.find(guildId, id) : session;
  return now?.cancelledAt ? undefined : now;
}

function recapTopic(parts: SessionTopicParts): Topic {
  const { store, guilds } = parts;
  return defineTopic({
    name: sessionTopics.recap,
    lane: lanes.channels,
    expiresAfterMs: null,
    async prepare({ guildId, key }, now) {
      const session = await current(parts, guildId, key);
      if (!session?.cardChannelId) return { drop: 'nothing-to-say' };
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
