/** The outbox topics of entries: the card of an entry whose answer was never confirmed, and the message that a challenge is open again. */
import { routes } from '../../components/routes.js';
import { note } from '../../discord/message/blocks.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import { UserError } from '../../platform/user-error.js';
import type { GuildService } from '../guilds/index.js';
import type { Mentions } from '../notifications/index.js';
import type { PictureService } from '../pictures/index.js';
import { announcement } from './announcement.js';
import { recordCard } from './card-store.js';
import type { EntryDetails } from './entry-model.js';
import type { EntryService } from './entry-service.js';
import { type ReopenedPayload, reopenedTopicName } from './reopened-statement.js';

export interface EntryTopicParts {
  entries: Pick<EntryService, 'any'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
  follows: Mentions;
  pictures: Pick<PictureService, 'uploaded'>;
}

export function entryTopics(parts: EntryTopicParts): Topic[] {
  return [cardTopic(parts), reopenedTopic(parts)];
}

/** At most 25 characters: a card asked for twice within minutes is posted once. */
export function cardNonce(guildId: string, number: number): string {
  return `${BigInt(guildId).toString(36)}-${number.toString(36)}`;
}

/** The key is the entry's number; its channel is noted from the start, so that the answer's own card is found there. */
function cardTopic(parts: EntryTopicParts): Topic {
  return defineTopic<{ channelId: string }>({
    name: 'entry-card',
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    customIds: ({ key }) => [routes.helpful.id({ number: Number(key) })],
    nonce: ({ guildId, key }) => cardNonce(guildId, Number(key)),
    async prepare({ guildId, key, payload }) {
      const entry = await entryOf(parts.entries, guildId, Number(key));
      if (!entry || entry.deletedAt || entry.hiddenAt || entry.card) return { drop: 'shown' };
      const { channelId, language } = await channelOf(parts, guildId, payload.channelId);
      if (!channelId) return { wait: 'no-channel' };
      const pictures = entry.pictures && (await parts.pictures.uploaded(entry));
      const words = catalogueFor(language);
      return { channelId, view: await announcement(words, entry, parts.follows, pictures) };
    },
    settled: (manager, { guildId, key }, place, now) => recordCard(manager, guildId, Number(key), place, now),
  });
}

/** The key is the number of the solution that went. */
function reopenedTopic(parts: EntryTopicParts): Topic {
  return defineTopic<ReopenedPayload>({
    name: reopenedTopicName,
    lane: lanes.channels,
    linksEntries: true,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, memberId, payload }) {
      const challenge = await entryOf(parts.entries, guildId, payload.challenge);
      if (!memberId || !challenge || challenge.deletedAt || challenge.hiddenAt || challenge.accepted) {
        return { drop: 'not-open' };
      }
      const { channelId, language } = await channelOf(parts, guildId, payload.channelId);
      if (!channelId) return { wait: 'no-channel' };
      const said = catalogueFor(language).entries.reopenedForAsker(memberId, payload.challenge);
      return { channelId, view: { ...note(said), mentions: payload.isOwn ? [] : [memberId] } };
    },
  });
}

async function channelOf(
  { guilds, cohortChannelOf }: EntryTopicParts,
  guildId: string,
  otherwise: string | null,
): Promise<{ channelId: string | null; language: string }> {
  const settings = await guilds.settings(guildId);
  const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings)) ?? otherwise;
  return { channelId, language: settings.language };
}

/** Undefined when it was erased. */
async function entryOf(
  entries: Pick<EntryService, 'any'>,
  guildId: string,
  number: number,
): Promise<EntryDetails | undefined> {
  return entries.any(guildId, number).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
}
