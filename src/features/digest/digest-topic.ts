/** The digest as a message of the outbox: composed when its turn comes, and marked as sent in the guild's ledger. */
import { routes } from '../../components/routes.js';
import type { DigestReason } from '../../entities/digest.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import type { FailureReason } from '../../outbox/delivery.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { Painter } from '../../platform/painter-port.js';
import type { GuildService } from '../guilds/index.js';
import { digestPicture } from './digest-chart.js';
import type { DigestContentStore } from './digest-content-store.js';
import { digestNudgeView } from './digest-nudge-view.js';
import { withoutSections } from './digest-sections.js';
import type { DigestStore } from './digest-store.js';
import { oweTroubleNotice } from './digest-trouble-topic.js';
import { digestView } from './digest-view.js';

export const digestTopicName = 'digest';

/** ISO instants of the period. */
export interface DigestPayload {
  start: string;
  end: string;
  /** The nudge of an empty week; noted when it is posted. */
  isNudge?: boolean;
}

export interface DigestTopicParts {
  ledger: Pick<DigestStore, 'mayNudge' | 'markSent' | 'markSkipped'>;
  contents: Pick<DigestContentStore, 'read'>;
  guilds: Pick<GuildService, 'settings'>;
  painter: Painter;
  cohortChannelOf: CohortChannelOf;
}

export function digestTopic(parts: DigestTopicParts): Topic<DigestPayload> {
  const { ledger, contents, guilds, painter, cohortChannelOf } = parts;
  return defineTopic<DigestPayload>({
    name: digestTopicName,
    lane: lanes.digests,
    isPausable: true,
    expiresAfterMs: deliverableForMs,
    customIds({ payload }) {
      const periodEnd = new Date(payload.end);
      return [routes.digestMore.id({ periodEnd }), routes.digestShare.id({ periodEnd })];
    },
    nonce: ({ guildId, payload }) =>
      `${BigInt(guildId).toString(36)}.${Date.parse(payload.end).toString(36)}`,

    async prepare({ guildId, payload }) {
      const [start, end] = [new Date(payload.start), new Date(payload.end)];
      const content = await contents.read(guildId, { start, end });
      const settings = await guilds.settings(guildId);
      const isNudge = content.isEmpty && settings.digestNudges && (await ledger.mayNudge(guildId, start));
      if (content.isEmpty && !isNudge) return { drop: 'empty' };
      const channelId =
        settings.digestChannelId ?? settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (!channelId) return { wait: 'no-channel' };
      const words = catalogueFor(settings.language);
      const shown = withoutSections(content, settings.digestHidden);
      const view = isNudge
        ? digestNudgeView(words, shown)
        : digestView(words, shown, {
            roleId: settings.digestRoleId,
            isPosted: true,
            chart: await digestPicture(words, shown, painter),
          });
      return { channelId, view, remember: { isNudge } };
    },

    settled: (manager, { guildId, payload }, place, now) =>
      ledger.markSent(manager, guildId, { ...place, payload }, now),
    // Too old to be news: recorded with what kept it from being posted.
    dropped: (manager, { guildId, payload, reason }, why, now) =>
      ledger.markSkipped(
        manager,
        guildId,
        new Date(payload.end),
        why === 'expired' ? digestReasonOf(reason, 'missed') : 'empty',
        now,
      ),
    async failed(manager, { guildId, payload }, { reason, ...failure }, now) {
      const trouble = {
        guildId,
        periodEnd: payload.end,
        reason: digestReasonOf(reason, 'fault'),
        ...failure,
      };
      await oweTroubleNotice(manager, trouble, now);
      return undefined;
    },
  });
}

/** The outbox's reason as the digest's ledger and its views name it. */
export function digestReasonOf(reason: FailureReason | null, otherwise: DigestReason): DigestReason {
  switch (reason) {
    case null:
    case 'closed':
    case 'gone':
    case 'later':
      return otherwise;
    default:
      return reason;
  }
}
