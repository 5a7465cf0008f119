/** The reminder of an open challenge as a message of the outbox. */
import { routes } from '../../components/routes.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { GuildService } from '../guilds/index.js';
import { mostAsked } from './ask-model.js';
import { isWakingHour, spanAt } from './reminder-service.js';
import type { ReminderStore } from './reminder-store.js';
import { reminderView } from './reminder-view.js';

const nextHourMs = 3_600_000;

export interface ReminderTopicParts {
  store: Pick<ReminderStore, 'read' | 'settle'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
}

/** Its key is the challenge's number. It expires with the challenge itself, which `read` sees to. */
export function reminderTopic({ store, guilds, cohortChannelOf }: ReminderTopicParts): Topic {
  return defineTopic({
    name: 'challenge-reminder',
    lane: lanes.channels,
    isPausable: true,
    expiresAfterMs: null,
    customIds: ({ key }) => [routes.reminderSolve.id({ number: Number(key) })],
    nonce: ({ guildId, key }) => `r.${BigInt(guildId).toString(36)}.${Number(key).toString(36)}`,
    async prepare({ guildId, key }, now) {
      const settings = await guilds.settings(guildId);
      if (!isWakingHour(settings.timezone, now)) {
        return { wait: 'later', at: new Date(now.getTime() + nextHourMs) };
      }
      const content = await store.read(guildId, Number(key), spanAt(now), { mostAsked, now });
      if (!content) return { drop: 'nothing-to-ask' };
      const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      return { channelId, view: reminderView(catalogueFor(settings.language), guildId, content) };
    },
    settled: (manager, { guildId, key }, place, now) =>
      store.settle(manager, guildId, Number(key), place, now),
    dropped: (manager, { guildId, key }, _reason, now) =>
      store.settle(manager, guildId, Number(key), undefined, now),
  });
}
