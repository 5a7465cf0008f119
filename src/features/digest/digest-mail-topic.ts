/** The digest to one subscriber by direct message, after the channel's own post. */

import { routes } from '../../components/routes.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { Painter } from '../../platform/painter-port.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { digestPicture, type Picture } from './digest-chart.js';
import type { DigestContent } from './digest-content-model.js';
import type { DigestContentStore } from './digest-content-store.js';
import type { DigestMailStore } from './digest-mail-store.js';
import { digestMailView } from './digest-mail-view.js';
import { withoutSections } from './digest-sections.js';
import type { DigestStore } from './digest-store.js';

export const digestMailTopicName = 'digest-mail';

/** The period's end as an ISO instant. */
interface MailPayload {
  end: string;
}

export interface MailTopicParts {
  store: Pick<DigestMailStore, 'close' | 'end'>;
  ledger: Pick<DigestStore, 'find'>;
  contents: Pick<DigestContentStore, 'read'>;
  guilds: Pick<GuildService, 'settings'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  painter: Painter;
  /** Whether somebody is still a member of the guild; rejects when that cannot be known at the moment. */
  isMember(guildId: string, userId: string): Promise<boolean>;
  /** Somebody is to be told that their direct messages are closed. */
  onClosed(): void;
}

export function digestMailTopic(parts: MailTopicParts): Topic<MailPayload> {
  const { store, ledger, contents, guilds, languages, painter } = parts;
  /** Subscribers of one guild come one after the other: its digest is read once for them all. */
  let last:
    | { key: string; content: DigestContent; charts: Map<Catalogue, Picture>; readAt: number }
    | undefined;
  return defineTopic<MailPayload>({
    name: digestMailTopicName,
    lane: lanes.direct,
    expiresAfterMs: deliverableForMs,
    customIds: ({ guildId, payload }) => [
      routes.digestUnsubscribe.id({ guildId, periodEnd: new Date(payload.end) }),
    ],
    nonce: ({ guildId, payload }) =>
      `m${BigInt(guildId).toString(36)}.${Date.parse(payload.end).toString(36)}`,

    async prepare({ guildId, memberId, payload }, now) {
      if (!memberId) return { drop: 'nobody' };
      if (!(await parts.isMember(guildId, memberId))) return { drop: 'gone' };
      const end = new Date(payload.end);
      const digest = await ledger.find(guildId, end);
      if (!digest?.channelId || !digest.messageId) return { drop: 'no-digest' };
      const { digestHidden } = await guilds.settings(guildId);
      const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
      const key = `${guildId} ${payload.end} ${digestHidden.join()}`;
      if (last?.key !== key || now.getTime() - last.readAt > keptForMs) {
        const read = await contents.read(guildId, { start: digest.periodStart, end });
        const content = withoutSections(read, digestHidden);
        last = { key, content, charts: new Map(), readAt: now.getTime() };
      }
      const { content, charts } = last;
      const chart = charts.get(words) ?? (await digestPicture(words, content, painter));
      if (chart) charts.set(words, chart);
      const message = { channelId: digest.channelId, messageId: digest.messageId };
      return { userId: memberId, view: digestMailView(words, content, message, chart) };
    },

    async dropped(manager, { guildId, memberId }, reason, now) {
      if (!memberId) return;
      if (reason === 'gone') await store.end(manager, guildId, memberId);
      if (reason !== 'closed') return;
      await store.close(manager, guildId, memberId, now);
      parts.onClosed();
    },
  });
}

/** What entries look like now may be told a little late (ms). */
const keptForMs = 60_000;
