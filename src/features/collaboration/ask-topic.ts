/** Asking the next member about a challenge, after somebody said "not now". */
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { GuildService } from '../guilds/index.js';
import { type AskStore, askTopicName } from './ask-store.js';
import { isWakingHour } from './reminder-service.js';
import type { ReminderStore } from './reminder-store.js';
import { reminderView } from './reminder-view.js';

const nextHourMs = 3_600_000;

export interface AskTopicParts {
  store: Pick<ReminderStore, 'open' | 'noted'>;
  asks: Pick<AskStore, 'told'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
}

/** Its key is the challenge's number and the member. */
export function askTopic({ store, asks, guilds, cohortChannelOf }: AskTopicParts): Topic<{ number: number }> {
  return defineTopic<{ number: number }>({
    name: askTopicName,
    lane: lanes.channels,
    isPausable: true,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, memberId, payload: { number } }, now) {
      const settings = await guilds.settings(guildId);
      if (!isWakingHour(settings.timezone, now)) {
        return { wait: 'later', at: new Date(now.getTime() + nextHourMs) };
      }
      const content = await store.open(guildId, number, now);
      const isAsked = memberId !== null && (await store.noted(guildId, number, now)).includes(memberId);
      if (!content || !isAsked) return { drop: 'nothing-to-ask' };
      const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      const words = catalogueFor(settings.language);
      return { channelId, view: reminderView(words, guildId, { ...content, asked: [memberId] }, true) };
    },
    async settled(manager, { guildId, memberId, payload: { number } }, place) {
      if (memberId) await asks.told(manager, { guildId, number, memberId }, place);
    },
  });
}
