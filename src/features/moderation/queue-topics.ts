/** The queue's outbox topics: its cards and the reminder in the log channel, and published entries in the cohort's. */
import { routes } from '../../components/routes.js';
import { note } from '../../discord/message/blocks.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import { announcement, recordCard } from '../entries/index.js';
import type { GuildService } from '../guilds/index.js';
import type { Mentions } from '../notifications/index.js';
import type { PictureService } from '../pictures/index.js';
import { type ImportService, importSummaryView, recordSummary } from '../readme/index.js';
import { queueCard } from './queue-card.js';
import { type QueueCardStore, queueCardTopicName, queueReminderTopicName } from './queue-card-store.js';
import { queueWaitMs } from './queue-cards.js';
import { type QueueService, subjectOf } from './queue-service.js';
import type { QueueWaitStore } from './queue-wait-store.js';

export interface QueueTopicParts {
  cards: Pick<QueueCardStore, 'posted' | 'published' | 'forget'>;
  queue: Pick<QueueService, 'item'>;
  wait: Pick<QueueWaitStore, 'waiting'>;
  imports: Pick<ImportService, 'summary'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
  follows: Mentions;
  pictures: Pick<PictureService, 'uploaded' | 'keepBytes'>;
}

export function queueTopics(parts: QueueTopicParts): Topic[] {
  return [cardTopic(parts), publicationTopic(parts), reminderTopic(parts)];
}

/** The key is the item's id. Without a log channel the card waits for one. */
function cardTopic({ cards, queue, guilds, pictures }: QueueTopicParts): Topic {
  return defineTopic({
    name: queueCardTopicName,
    lane: lanes.channels,
    expiresAfterMs: null,
    customIds: ({ key: item }) => [
      routes.queueDecide.id({ item, action: 'keep' }),
      routes.queueDecide.id({ item, action: 'publish' }),
    ],
    async prepare({ guildId, key, attempt }) {
      const item = await subjectOf(queue, guildId, key);
      // It was decided before its card was posted, so there is nothing to show.
      if (!item || item.verdict) return { drop: 'decided' };
      const { logChannelId, language } = await guilds.settings(guildId);
      const pictured = item.isReview && item.entry?.pictures ? item.entry : undefined;
      // Nothing in Discord has them until the card is posted, which may be in days.
      if (pictured && (!logChannelId || attempt > 1)) await pictures.keepBytes(guildId, pictured.number);
      if (!logChannelId) return { wait: 'no-channel' };
      const shown = pictured && (await pictures.uploaded(pictured));
      const details = shown ? { ...item, pictures: shown } : item;
      return { channelId: logChannelId, view: queueCard(catalogueFor(language), details) };
    },
    settled: (manager, { guildId, key }, place, now) => cards.posted(manager, guildId, key, place, now),
  });
}

/** The key is the item's id: of an entry, or of an import whose summary appears. */
function publicationTopic({
  cards,
  queue,
  imports,
  guilds,
  cohortChannelOf,
  follows,
  pictures,
}: QueueTopicParts): Topic {
  return defineTopic<{ entry?: number; importId?: string }>({
    name: 'publication',
    lane: lanes.channels,
    expiresAfterMs: null,
    customIds: ({ payload: { entry } }) =>
      entry === undefined ? [] : [routes.helpful.id({ number: entry })],
    async prepare({ guildId, key }) {
      const item = await subjectOf(queue, guildId, key);
      if (!item) return { drop: 'erased' };
      const settings = await guilds.settings(guildId);
      const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      const words = catalogueFor(settings.language);
      if (item.import) {
        const summary = await imports.summary(guildId, item.import.id);
        if (!summary || summary.card) return { drop: 'shown' };
        return {
          channelId,
          view: importSummaryView(words, summary),
          remember: { importId: item.import.id },
        };
      }
      const { entry } = item;
      if (!entry || entry.deletedAt || entry.hiddenAt || entry.card) return { drop: 'shown' };
      return {
        channelId,
        view: await announcement(words, entry, follows, entry.pictures && (await pictures.uploaded(entry))),
        remember: { entry: entry.number },
      };
    },
    async settled(manager, { guildId, key, payload: { entry, importId } }, place, now) {
      if (entry !== undefined) {
        await recordCard(manager, guildId, entry, place, now);
        await cards.published(manager, guildId, key, now);
      }
      if (importId !== undefined) await recordSummary(manager, guildId, importId, place);
    },
  });
}

/** Says how much waits at the moment it is posted; after a day the next one does. */
function reminderTopic({ wait, guilds }: QueueTopicParts): Topic {
  return defineTopic({
    name: queueReminderTopicName,
    lane: lanes.channels,
    expiresAfterMs: queueWaitMs,
    async prepare({ guildId }, now) {
      const { logChannelId, language } = await guilds.settings(guildId);
      const { late, oldest } = await wait.waiting(guildId, new Date(now.getTime() - queueWaitMs));
      if (!logChannelId || late === 0 || !oldest) return { drop: 'nothing-waits' };
      return {
        channelId: logChannelId,
        view: note(catalogueFor(language).queue.reminder(late, oldest)),
      };
    },
  });
}
