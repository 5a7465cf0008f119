/** News in the outbox: by direct message or in the cohort's channel, at most one an hour, and none at night. */
import { createHash } from 'node:crypto';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { type Claim, defineTopic, lanes, type Prepared, type Topic } from '../../outbox/topic.js';
import { inZone } from '../../platform/wall-clock.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { type News, type NewsPayload, newsTopicNames } from '../notifications/index.js';
import type { NewsStore } from './news-store.js';
import { newsView } from './news-view.js';

/** Pieces of news in one message at most; the rest comes an hour later. */
export const newsLimit = 8;

/** Between two messages to one member (ms). */
const quietAfterMs = 3_600_000;

/** Hours of the guild's own day in which nobody is told: from, and up to but not including. */
const night = { from: 22, to: 7 } as const;

export interface NewsTopicParts {
  store: Pick<NewsStore, 'read' | 'toldAt' | 'noteTold'>;
  guilds: Pick<GuildService, 'settings'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  cohortChannelOf: CohortChannelOf;
  /** @throws what Discord answers when it can't be known */
  isMember(guildId: string, userId: string): Promise<boolean>;
  /** @throws what Discord answers when the guild can't be read */
  nameOf(guildId: string): Promise<string>;
}

export function newsTopics(parts: NewsTopicParts): Topic<NewsPayload>[] {
  const { store, guilds } = parts;
  const topic = (
    name: string,
    lane: (typeof lanes)[keyof typeof lanes],
    destination: (claim: Claim<NewsPayload>, news: News[]) => Promise<Prepared<NewsPayload>>,
  ) =>
    defineTopic<NewsPayload>({
      name,
      lane,
      bundle: newsLimit,
      // The challenge beside the entry: its own link is there already.
      linksEntries: true,
      expiresAfterMs: deliverableForMs,
      // Of the guild too: entries of two guilds can have one number, and go to the same member.
      nonce({ guildId, all }) {
        const keys = [guildId, ...all.map(({ key }) => key)].join(' ');
        return `w${createHash('sha256').update(keys).digest('hex').slice(0, 20)}`;
      },
      async prepare(claim, now) {
        const { guildId, memberId, all } = claim;
        if (!memberId) return { drop: 'nobody' };
        const at = waitsUntil(
          (await guilds.settings(guildId)).timezone,
          now,
          await store.toldAt(guildId, memberId),
        );
        if (at) return { wait: 'later', at };
        const news = await store.read(all.map(({ id }) => id));
        if (news.length === 0) return { drop: 'nothing-to-tell' };
        if (!(await parts.isMember(guildId, memberId))) return { drop: 'gone' };
        return destination(claim, news);
      },
      async settled(manager, { guildId, memberId }, _place, now) {
        if (memberId) await store.noteTold(manager, guildId, memberId, now);
      },
    });
  return [
    topic(newsTopicNames.direct, lanes.direct, async ({ guildId, memberId }, news) => {
      const words = catalogueFor(...(await parts.languages.languagesFor(guildId, memberId ?? '0')));
      const guildName = await parts.nameOf(guildId);
      return { userId: memberId ?? '', view: newsView(words, guildId, news, { guildName }) };
    }),
    topic(newsTopicNames.channel, lanes.channels, async ({ guildId, memberId }, news) => {
      const settings = await guilds.settings(guildId);
      const channelId = settings.channelId ?? (await parts.cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      const words = catalogueFor(settings.language);
      return { channelId, view: newsView(words, guildId, news, { memberId: memberId ?? '' }) };
    }),
  ];
}

/** When the member may be told again; undefined when now. */
export function waitsUntil(timezone: string, now: Date, toldAt: Date | null): Date | undefined {
  const freeAt = toldAt ? toldAt.getTime() + quietAfterMs : 0;
  if (freeAt > now.getTime()) return new Date(freeAt);
  const local = inZone(now, timezone);
  if (local.hour < night.from && local.hour >= night.to) return undefined;
  const morning = local.hour >= night.from ? local.add({ days: 1 }) : local;
  return new Date(morning.startOfDay().with({ hour: night.to }).epochMilliseconds);
}
