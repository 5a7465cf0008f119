/** Posts digests that are due: claimed from the ledger one at a time, sent once, and marked with what became of them. */
import type { DigestReason } from '../entities/digest.js';
import type { DigestContentStore } from '../stores/digest-content-store.js';
import type { Claim, DigestStore } from '../stores/digest-store.js';
import type { Clock } from './clock.js';
import { isTooLate, pauseAfter } from './digest-schedule.js';
import { withoutSections } from './digest-sections.js';
import type { DigestTrouble } from './digest-trouble.js';
import type { GuildService } from './guild-service.js';
import type { CohortChannelOf, Publisher } from './publisher.js';

/** How long a claim holds (ms): beyond the longest that composing and posting may take. */
const leaseFor = 120_000;

/** Digests made and posted side by side: enough that what Discord takes in a second is there to be sent. */
const lanes = 8;

export type PostResult =
  | { outcome: 'sent'; channelId: string; messageId: string }
  | { outcome: 'skipped'; reason: DigestReason }
  /** `channelId` is where it was to go, as far as that was known. */
  | { outcome: 'failed'; reason: DigestReason; channelId: string | null; retryAt: Date }
  /** Another process has it, or the guild was paused meanwhile. */
  | { outcome: 'given-up' };

export interface PosterParts {
  ledger: Pick<DigestStore, 'claim' | 'aim' | 'mayNudge' | 'markSent' | 'markSkipped' | 'markFailed'>;
  contents: Pick<DigestContentStore, 'read'>;
  guilds: Pick<GuildService, 'settings'>;
  publisher: Publisher;
  cohortChannelOf: CohortChannelOf;
  trouble: Pick<DigestTrouble, 'tell'>;
  clock: Clock;
}

export class DigestPoster {
  constructor(private readonly parts: PosterParts) {}

  /**
   * Posts whatever waits until nothing does. One that goes wrong in a way nobody foresaw does not keep the others
   * waiting.
   * @throws AggregateError of all that went wrong so
   */
  async postAll(stopping?: AbortSignal): Promise<void> {
    const faults: unknown[] = [];
    const lane = async (): Promise<void> => {
      while (!stopping?.aborted) {
        const claim = await this.claim();
        if (!claim) return;
        await this.post(claim).catch((error: unknown) => faults.push(error));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (faults.length > 0) {
      throw new AggregateError(faults, `${faults.length} digests could not be posted`, { cause: faults[0] });
    }
  }

  /** Posts what waits of one guild, oldest first. */
  async postOf(guildId: string): Promise<PostResult[]> {
    const results: PostResult[] = [];
    for (let claim = await this.claim(guildId); claim; claim = await this.claim(guildId)) {
      results.push(await this.post(claim));
    }
    return results;
  }

  private async claim(guildId?: string): Promise<Claim | undefined> {
    return this.parts.ledger.claim(this.now(), this.leaseEnd(), guildId);
  }

  private async post(claim: Claim): Promise<PostResult> {
    try {
      return (await this.settled(claim)) ?? (await this.unfit(claim)) ?? (await this.send(claim));
    } catch (error) {
      // It may have been sent by now: the ledger goes on knowing where.
      await this.fail(claim, 'fault', undefined);
      throw error;
    }
  }

  /** When an earlier attempt may have posted it, the channel tells: then nothing is left but to note it. */
  private async settled(claim: Claim): Promise<PostResult | undefined> {
    if (!claim.channelId) return undefined;
    const found = await this.parts.publisher.findDigest(claim.channelId, claim.periodEnd);
    if (found.outcome === 'unknown') return this.fail(claim, 'no-answer', claim.channelId);
    return found.outcome === 'found' ? this.sent(claim, claim.channelId, found.messageId) : undefined;
  }

  /** Too old to be news: recorded with what kept it from being posted. */
  private async unfit(claim: Claim): Promise<PostResult | undefined> {
    return isTooLate(claim.periodEnd, this.now()) ? this.skip(claim, claim.reason ?? 'missed') : undefined;
  }

  private async send(claim: Claim): Promise<PostResult> {
    const { contents, guilds, publisher, ledger, cohortChannelOf } = this.parts;
    const { guildId, start, periodEnd } = claim;
    const content = await contents.read(guildId, { start, end: periodEnd });
    const settings = await guilds.settings(guildId);
    const isNudge = content.isEmpty && settings.digestNudges && (await ledger.mayNudge(claim));
    if (content.isEmpty && !isNudge) return this.skip(claim, 'empty');

    const channelId =
      settings.digestChannelId ?? settings.channelId ?? (await cohortChannelOf(guildId, settings));
    if (!channelId) return this.fail(claim, 'no-channel', claim.channelId);
    if (!(await ledger.aim(claim, channelId, this.now(), this.leaseEnd(), isNudge))) {
      return { outcome: 'given-up' };
    }

    const nonce = nonceOf(guildId, periodEnd);
    const posted = await publisher.postDigest({
      channelId,
      nonce,
      content: withoutSections(content, settings.digestHidden),
      language: settings.language,
      isNudge,
      roleId: isNudge ? null : settings.digestRoleId,
    });
    if (posted.outcome === 'posted') return this.sent(claim, channelId, posted.messageId);
    if (posted.outcome === 'unknown') return this.fail(claim, 'no-answer', channelId);
    // This attempt posted nothing; an earlier one in the same channel is still to be looked for once it opens again.
    return this.fail(claim, posted.reason, claim.channelId === channelId ? channelId : null, channelId);
  }

  private async sent(claim: Claim, channelId: string, messageId: string): Promise<PostResult> {
    await this.parts.ledger.markSent(claim, { channelId, messageId }, this.now());
    return { outcome: 'sent', channelId, messageId };
  }

  private async skip(claim: Claim, reason: DigestReason): Promise<PostResult> {
    await this.parts.ledger.markSkipped(claim, reason, this.now());
    return { outcome: 'skipped', reason };
  }

  private async fail(
    claim: Claim,
    reason: DigestReason,
    mayBeIn: string | null | undefined,
    channelId = mayBeIn ?? null,
  ): Promise<PostResult> {
    const retryAt = new Date(this.now().getTime() + pauseAfter(claim.attempt));
    await this.parts.ledger.markFailed(claim, { reason, retryAt, channelId: mayBeIn });
    const { guildId, periodEnd } = claim;
    await this.parts.trouble.tell({ guildId, reason, channelId, periodEnd, retryAt });
    return { outcome: 'failed', reason, channelId, retryAt };
  }

  private now(): Date {
    return this.parts.clock();
  }

  private leaseEnd(): Date {
    return new Date(this.now().getTime() + leaseFor);
  }
}

/** The same for every attempt at the same digest; 25 characters at most, whatever the guild's id. */
export function nonceOf(guildId: string, periodEnd: Date): string {
  return `${BigInt(guildId).toString(36)}.${periodEnd.getTime().toString(36)}`;
}
