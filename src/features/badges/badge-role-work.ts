/** Gives and takes the roles that come with badges, as the facts say: claimed with a lease, and owed until it is done. */
import type { Clock } from '../../platform/clock.js';
import type { Logger } from '../../platform/logging.js';
import { type GuildRoles, type MemberRoles, type RoleChange, takeable } from './badge-role-model.js';
import type { BadgeRoleStore, ClaimedRole } from './badge-role-store.js';

/** How many are claimed at a time, how many in one tick, and how long a claim lasts (ms). */
const atOnce = 40;
const inOneTick = 400;
const leaseMs = 300_000;

/** How often a guild's badges are compared with its roles (ms): shorter than the pause between ticks. */
const compareEveryMs = 50_000;

/** While something is wrong with a role, Discord isn't asked; it is looked at again after this (ms). */
const lookAgainMs = 600_000;

/** What Discord refuses is tried again, later each time (ms), and given up in the end. */
const firstPauseMs = 60_000;
const longestPauseMs = 6 * 3_600_000;
const givenUpAfterMs = 4 * 86_400_000;

export interface BadgeRoleWorkParts {
  store: Pick<
    BadgeRoleStore,
    'claimGuilds' | 'compare' | 'claim' | 'markAsked' | 'settle' | 'remove' | 'postpone' | 'memberLeft'
  >;
  roles: Pick<GuildRoles, 'problem'>;
  members: MemberRoles;
  clock: Clock;
  log: Pick<Logger, 'warn'>;
}

export class BadgeRoleWork {
  constructor(private readonly parts: BadgeRoleWorkParts) {}

  /** Compares and works through what is due; any number of processes may do so at once. */
  async run(stopping?: AbortSignal): Promise<void> {
    const { store, clock } = this.parts;
    const now = clock();
    for (const guildId of await store.claimGuilds(now, new Date(now.getTime() + compareEveryMs))) {
      await store.compare(guildId, now);
    }
    for (let done = 0; done < inOneTick; ) {
      const at = clock();
      const due = await store.claim(at, new Date(at.getTime() + leaseMs), atOnce);
      for (const claimed of due) {
        if (stopping?.aborted) return;
        await this.work(claimed);
      }
      done += due.length;
      if (due.length < atOnce) return;
    }
  }

  private async work(claimed: ClaimedRole): Promise<void> {
    const { store, roles, clock } = this.parts;
    if (!claimed.isEarned && !claimed.askedAt) return store.remove(claimed, clock());
    const problem = await roles.problem(claimed.guildId, claimed.roleId).catch(() => 'unknown' as const);
    if (problem === 'gone' && !claimed.isEarned) return store.remove(claimed, clock());
    if (problem && (problem === 'unknown' || claimed.isEarned || !takeable.has(problem))) {
      return this.wait(claimed, lookAgainMs);
    }
    const change = claimed.isEarned ? await this.give(claimed) : await this.take(claimed);
    if (change === 'member-gone') await store.memberLeft(claimed, clock());
    // The next look at the guild's roles says that it is gone.
    if (change === 'role-gone' && claimed.isEarned) await this.wait(claimed, lookAgainMs);
    if (change === 'failed') await this.failed(claimed);
  }

  private async give(claimed: ClaimedRole): Promise<RoleChange> {
    const { store, members, clock } = this.parts;
    const { guildId, userId, roleId, askedAt } = claimed;
    if (!askedAt) {
      const has = await members.has(guildId, userId, roleId);
      if (typeof has === 'string') return has;
      if (has) {
        await store.settle(claimed, 'had', clock());
        return 'done';
      }
      if (!(await store.markAsked(claimed, clock()))) {
        await store.postpone(claimed, clock());
        return 'done';
      }
    }
    const change = await members.give(guildId, userId, roleId);
    if (change === 'done') await store.settle(claimed, 'given', clock());
    return change;
  }

  private async take(claimed: ClaimedRole): Promise<RoleChange> {
    const { store, members, clock } = this.parts;
    const change = await members.take(claimed.guildId, claimed.userId, claimed.roleId);
    if (change === 'done' || change === 'role-gone') await store.remove(claimed, clock());
    return change;
  }

  /** What can't be given waits for a moderator; what can't be taken names a member who may be erased, so it waits for days. */
  private async wait(claimed: ClaimedRole, pauseMs: number): Promise<void> {
    const { store, clock } = this.parts;
    const now = clock();
    if (!claimed.isEarned && this.isOld(claimed, now)) return this.giveUpTaking(claimed, now);
    await store.postpone(claimed, new Date(now.getTime() + pauseMs));
  }

  private async failed(claimed: ClaimedRole): Promise<void> {
    const { store, clock } = this.parts;
    const now = clock();
    if (this.isOld(claimed, now)) {
      if (!claimed.isEarned) return this.giveUpTaking(claimed, now);
      return store.settle(claimed, 'refused', now);
    }
    const age = now.getTime() - claimed.owedSince.getTime();
    const pauseMs = Math.min(longestPauseMs, Math.max(firstPauseMs, age));
    await store.postpone(claimed, new Date(now.getTime() + pauseMs));
  }

  private async giveUpTaking(claimed: ClaimedRole, now: Date): Promise<void> {
    const { guildId, roleId } = claimed;
    this.parts.log.warn({ guildId, roleId }, 'a role that came with a badge could not be taken, and stays');
    await this.parts.store.remove(claimed, now);
  }

  private isOld({ owedSince }: ClaimedRole, now: Date): boolean {
    return now.getTime() - owedSince.getTime() >= givenUpAfterMs;
  }
}
