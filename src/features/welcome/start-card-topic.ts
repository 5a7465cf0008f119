/** The Start here card as a message of the outbox. */
import type { CardPlace } from '../../entities/card.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { GuildService } from '../guilds/index.js';
import { type StartCardStore, startCardTopicName } from './start-card-store.js';
import { startCardView } from './start-card-view.js';

export interface StartCardTopicParts {
  store: Pick<StartCardStore, 'find' | 'record'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
  /** Never rejects. */
  pin(place: CardPlace): Promise<unknown>;
}

export function startCardTopic({ store, guilds, cohortChannelOf, pin }: StartCardTopicParts): Topic {
  return defineTopic({
    name: startCardTopicName,
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId }) {
      if (await store.find(guildId)) return { drop: 'there-already' };
      const settings = await guilds.settings(guildId);
      const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      return { channelId, view: startCardView(catalogueFor(settings.language)) };
    },
    async settled(manager, { guildId }, place, now) {
      await store.record(manager, guildId, place, now);
      // The card is there with or without its pin, and nobody waits for that.
      void pin(place);
    },
  });
}
