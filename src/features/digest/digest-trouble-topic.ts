/** Tells a guild's moderators or owner that its digest can't be posted: once, until one has been posted again. */

import type { EntityManager } from 'typeorm';
import type { DigestReason } from '../../entities/digest.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { enqueue } from '../../outbox/enqueue.js';
import { defineTopic, isChannelRefused, lanes, type Topic } from '../../outbox/topic.js';
import { changed } from '../../platform/rows.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { digestTroubleView } from './digest-trouble-view.js';

const topicName = 'digest-trouble';

/** What a moderator can fix; other failures pass by themselves or are the operator's. */
const fixable: ReadonlySet<DigestReason> = new Set([
  'no-channel',
  'channel-gone',
  'no-access',
  'no-permission',
  'no-history',
  'refused',
] as const);

export interface Trouble {
  guildId: string;
  reason: DigestReason;
  /** Where the digest was to go, as far as that is known. */
  channelId: string | null;
  /** ISO instant. */
  periodEnd: string;
  retryAt: Date;
}

interface TroublePayload extends Omit<Trouble, 'guildId' | 'retryAt'> {
  retryAt: string;
  /** The log channel refused it. */
  isForOwner?: boolean;
}

/** Owed in the transaction that notes the digest's failure; nothing happens while it has been told already. */
export async function oweTroubleNotice(
  manager: EntityManager,
  { guildId, retryAt, ...trouble }: Trouble,
  now: Date,
): Promise<void> {
  if (!fixable.has(trouble.reason)) return;
  const isFirst = await changed(
    manager,
    'UPDATE guilds SET digest_trouble_told_at = $2 WHERE id = $1 AND digest_trouble_told_at IS NULL',
    [guildId, now],
  );
  if (isFirst === 0) return;
  const payload: TroublePayload = { ...trouble, retryAt: retryAt.toISOString() };
  await enqueue(manager, { guildId, topic: topicName, key: trouble.periodEnd, payload, at: now });
}

export interface TroubleTopicParts {
  guilds: Pick<GuildService, 'settings'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  /** @throws what Discord answers when the guild cannot be read */
  ownerOf(guildId: string): Promise<{ ownerId: string; name: string }>;
}

/** In the log channel, or else to the owner. When neither takes it, the next failure of the digest owes it again. */
export function digestTroubleTopic({ guilds, languages, ownerOf }: TroubleTopicParts): Topic<TroublePayload> {
  return defineTopic<TroublePayload>({
    name: topicName,
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, payload }) {
      const { logChannelId, language } = await guilds.settings(guildId);
      const told = {
        ...payload,
        periodEnd: new Date(payload.periodEnd),
        retryAt: new Date(payload.retryAt),
      };
      if (logChannelId && !payload.isForOwner) {
        return { channelId: logChannelId, view: digestTroubleView(catalogueFor(language), told) };
      }
      const { ownerId, name } = await ownerOf(guildId);
      return {
        userId: ownerId,
        view: digestTroubleView(
          catalogueFor(...(await languages.languagesFor(guildId, ownerId))),
          told,
          name,
        ),
      };
    },
    async dropped(manager, { guildId }) {
      await manager.query('UPDATE guilds SET digest_trouble_told_at = NULL WHERE id = $1', [guildId]);
    },
    async failed(_manager, { payload }, failure) {
      return isChannelRefused(failure) && !payload.isForOwner ? { isForOwner: true } : undefined;
    },
  });
}
