/** Taking part in study buddies: each member for themselves, and what a group answers. */
import type { Hours } from '../../entities/buddies.js';
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { MuteCheck } from '../guard/index.js';
import type { BuddyStatus } from './buddies-model.js';
import type { BuddyRoundStore } from './buddies-round-store.js';
import type { BuddiesStore, BuddyChanges } from './buddies-store.js';

/** For how long a round's group is shown as this week's (ms). */
const groupShownForMs = 7 * 86_400_000;

/** Members that somebody can name as never to be matched with, as many as one select takes. */
export const mostBlocked = 25;

export interface BuddiesParts {
  store: BuddiesStore;
  rounds: Pick<BuddyRoundStore, 'schedule'>;
  mutes: MuteCheck;
  clock: Clock;
}

export class BuddiesService {
  constructor(private readonly parts: BuddiesParts) {}

  /**
   * Takes part from the next round on; false when they did before.
   * @throws UserError `bots-cannot`, `muted`
   */
  async join(guildId: string, member: Author & { isBot: boolean }): Promise<boolean> {
    const { store, mutes, clock } = this.parts;
    if (member.isBot) throw new UserError('bots-cannot', {});
    await mutes.requireUnmuted(guildId, member.id);
    return store.join(guildId, member, clock());
  }

  /** No longer takes part, from this moment on; false when they didn't. */
  async leave(guildId: string, userId: string): Promise<boolean> {
    return this.parts.store.leave(guildId, userId);
  }

  /**
   * The next round goes without them, or with them again.
   * @throws UserError `not-a-buddy`
   */
  async skip(guildId: string, userId: string, skipsNext = true): Promise<void> {
    await this.change(guildId, userId, { skipsNext });
  }

  /** @throws UserError `not-a-buddy` */
  async chooseHours(guildId: string, userId: string, hours: Hours | null): Promise<void> {
    await this.change(guildId, userId, { hours });
  }

  /**
   * Whether the digest may name them among those who met.
   * @throws UserError `not-a-buddy`
   */
  async nameInDigest(guildId: string, userId: string, isNamed: boolean): Promise<void> {
    await this.change(guildId, userId, { isNamed });
  }

  /** Who they are never matched with: these and nobody else. Nobody is told. */
  async neverWith(guildId: string, member: Author, blocked: readonly Author[]): Promise<void> {
    const others = blocked.filter(({ id }) => id !== member.id).slice(0, mostBlocked);
    await this.parts.store.block(guildId, member, others, this.parts.clock());
  }

  /** What a member sees of their own. */
  async status(guildId: string, userId: string): Promise<BuddyStatus> {
    const { store, rounds, clock } = this.parts;
    const now = clock();
    const [buddy, blockedIds, schedule, participants, partners, newest] = await Promise.all([
      store.find(guildId, userId),
      store.blockedBy(guildId, userId),
      rounds.schedule(guildId),
      store.participants(guildId),
      store.partners(guildId, userId),
      store.newestGroup(guildId, userId, new Date(now.getTime() - groupShownForMs)),
    ]);
    return {
      buddy,
      blockedIds,
      nextDueAt: schedule?.dueAt ?? null,
      isPaused: schedule?.pausedAt != null,
      participants,
      partners,
      group: newest && (await store.group(newest, now)),
    };
  }

  private async change(guildId: string, userId: string, changes: BuddyChanges): Promise<void> {
    if (!(await this.parts.store.change(guildId, userId, changes))) throw new UserError('not-a-buddy', {});
  }
}
