/** Telling moderators which cards in their channels show entries that a restored backup doesn't have. */
import type { EntityManager } from 'typeorm';
import { note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, timestamp } from '../../discord/message/text.js';
import { type Catalogue, catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { enqueue } from '../../outbox/enqueue.js';
import { defineTopic, isChannelRefused, lanes, type Topic } from '../../outbox/topic.js';
import { messageLink } from '../../platform/discord-links.js';
import type { GuildService } from '../guilds/index.js';

const topicName = 'lost-cards';

/** Links in one message; more are only counted. */
const linkLimit = 25;

export interface LostCard {
  number: number;
  channelId: string;
  messageId: string;
}

interface LostCardsPayload {
  /** The newest first, not all of them. */
  cards: readonly LostCard[];
  count: number;
  /** When the backup was taken, as an ISO instant. */
  takenAt: string;
  /** The log channel did not take it. */
  isForOwner?: boolean;
}

/** Owed in the transaction that goes on numbering after these cards. */
export async function oweLostCards(
  manager: Pick<EntityManager, 'query'>,
  { guildId, cards, takenAt }: { guildId: string; cards: readonly LostCard[]; takenAt: Date },
  now: Date,
): Promise<void> {
  const newest = [...cards].sort((one, other) => other.number - one.number).slice(0, linkLimit);
  const payload: LostCardsPayload = { cards: newest, count: cards.length, takenAt: takenAt.toISOString() };
  await enqueue(manager, { guildId, topic: topicName, key: payload.takenAt, payload, at: now });
}

export interface LostCardsTopicParts {
  guilds: Pick<GuildService, 'settings'>;
  /** @throws what Discord answers when the guild cannot be read */
  ownerOf(guildId: string): Promise<{ ownerId: string; name: string }>;
}

/** In the log channel, or else to the owner. */
export function lostCardsTopic({ guilds, ownerOf }: LostCardsTopicParts): Topic {
  return defineTopic<LostCardsPayload>({
    name: topicName,
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, payload }) {
      const { logChannelId, language } = await guilds.settings(guildId);
      const words = catalogueFor(language);
      if (logChannelId && !payload.isForOwner) {
        return { channelId: logChannelId, view: lostCardsView(words, guildId, payload) };
      }
      const { ownerId, name } = await ownerOf(guildId);
      return { userId: ownerId, view: lostCardsView(words, guildId, payload, name) };
    },
    async failed(_manager, { payload }, failure) {
      return isChannelRefused(failure) && !payload.isForOwner ? { isForOwner: true } : undefined;
    },
  });
}

function lostCardsView(
  words: Catalogue,
  guildId: string,
  { cards, count, takenAt }: LostCardsPayload,
  guildName?: string,
): MessageView {
  const { lost, lostIn, lostMore } = words.entries.lostCards;
  const hidden = count - cards.length;
  return note(
    [
      lost(count, timestamp(new Date(takenAt), 'f')),
      ...(guildName ? [lostIn(escape(guildName))] : []),
      ...cards.map(
        ({ number, channelId, messageId }) => `- #${number}: ${messageLink(guildId, channelId, messageId)}`,
      ),
      ...(hidden > 0 ? [lostMore(hidden)] : []),
    ].join('\n'),
  );
}
