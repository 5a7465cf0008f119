/** The log channel's messages about moderators' actions: in order, each action once, tried for two days at most. */
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import { type AuditStore, auditPostView } from '../audit/index.js';
import type { GuildService } from '../guilds/index.js';

/** Lines of one message at most. */
const lineLimit = 8;

export interface LogTopicParts {
  audit: Pick<AuditStore, 'lines'>;
  guilds: Pick<GuildService, 'settings'>;
}

/** Keys are ids of the audit log, which has every action even without the channel. */
export function logTopic({ audit, guilds }: LogTopicParts): Topic {
  return defineTopic({
    name: 'audit-line',
    lane: lanes.channels,
    bundle: lineLimit,
    isOrdered: true,
    expiresAfterMs: deliverableForMs,
    nonce: ({ all }) => `a${written(all[0]?.key)}.${written(all.at(-1)?.key)}`,
    async prepare({ guildId, all }) {
      const { logChannelId, language } = await guilds.settings(guildId);
      if (!logChannelId) return { drop: 'no-log-channel' };
      const lines = await audit.lines(
        guildId,
        all.map(({ key }) => key),
      );
      return { channelId: logChannelId, view: auditPostView(catalogueFor(language), guildId, lines) };
    },
  });
}

function written(id: string | undefined): string {
  return BigInt(id ?? 0).toString(36);
}
