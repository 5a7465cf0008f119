/** Telling the guild's log channel what moderators did: in order, each action once, and for two days at most. */
import type { AuditLine } from '../entities/audit-line.js';
import type { AuditStore } from '../stores/audit-store.js';
import type { LogPostClaim, LogPostStore } from '../stores/log-post-store.js';
import type { Clock } from './clock.js';
import { isTooLate, pauseAfter } from './digest-schedule.js';
import type { GuildService } from './guild-service.js';

/**
 * How long a claim holds (ms): beyond the longest that posting may take, and well within the minutes for which Discord
 * knows a message again by its nonce, so that what a killed process posted is not posted once more.
 */
export const logLease = 60_000;

export interface LogMessage {
  guildId: string;
  channelId: string;
  /** The same for every attempt at the same lines; at most 25 characters. */
  nonce: string;
  language: string;
  lines: readonly AuditLine[];
}

/** What came of a message that was sent: `closed` when Discord does not let it be, `unknown` when no answer came. */
export interface LogPublisher {
  postLog(message: LogMessage): Promise<'posted' | 'closed' | 'unknown'>;
}

export interface ChannelLogParts {
  store: Pick<LogPostStore, 'claim' | 'settle' | 'postpone'>;
  audit: Pick<AuditStore, 'lines'>;
  guilds: Pick<GuildService, 'settings'>;
  publisher: LogPublisher;
  clock: Clock;
}

export class ChannelLog {
  constructor(private readonly parts: ChannelLogParts) {}

  /** Posts what waits until nothing is due. Any number of processes may do so at once. */
  async postDue(stopping?: AbortSignal): Promise<void> {
    const { store, clock } = this.parts;
    while (!stopping?.aborted) {
      const now = clock();
      const claim = await store.claim(now, new Date(now.getTime() + logLease));
      if (!claim) return;
      await this.post(claim);
    }
  }

  private async post(claim: LogPostClaim): Promise<void> {
    const { store, audit, guilds, publisher, clock } = this.parts;
    const { guildId, ids, attempt, oldestAt } = claim;
    const { logChannelId, language } = await guilds.settings(guildId);
    // All of it stands in the audit log whatever becomes of the channel.
    if (!logChannelId || isTooLate(oldestAt, clock())) return store.settle(claim);
    const lines = await audit.lines(guildId, ids);
    const nonce = nonceOf(ids);
    const outcome = await publisher.postLog({ guildId, channelId: logChannelId, nonce, language, lines });
    if (outcome === 'posted') return store.settle(claim);
    await store.postpone(claim, new Date(clock().getTime() + pauseAfter(attempt)));
  }
}

function nonceOf(ids: readonly string[]): string {
  const written = (id: string | undefined) => BigInt(id ?? 0).toString(36);
  return `a${written(ids[0])}.${written(ids.at(-1))}`;
}
