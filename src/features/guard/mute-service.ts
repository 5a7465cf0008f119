/** Muting members: who can't contribute and until when. Everything that stores a contribution checks here first. */
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { parseDuration } from '../../platform/durations.js';
import { UserError } from '../../platform/user-error.js';
import { cleanReason } from './clean-reason.js';
import type { MemberHash } from './member-hash.js';
import type { ActiveMute, MemberAction, MutedMember, MuteStore } from './mute-store.js';

/** The check before every contribution. */
export type MuteCheck = Pick<MuteService, 'requireUnmuted'>;

/** The same for code that has the database check it within the statement that stores something. */
export type MuteGate = Pick<MuteService, 'requireUnmuted' | 'hashOf'>;

export interface MuteParts {
  store: Pick<MuteStore, 'active' | 'mute' | 'unmute' | 'removeExpired'>;
  hashOf: MemberHash;
  /** Asked of Discord as it is now; false for somebody who is not in the guild. */
  isModerator(guildId: string, userId: string): Promise<boolean>;
  clock: Clock;
}

/** How long a mute lasts when nothing else is said. */
export const defaultDuration = '1 day';

export class MuteService {
  constructor(private readonly parts: MuteParts) {}

  /**
   * Keeps a member from contributing for so long; reading, searching and thanking go on.
   * @throws UserError `duration-unknown`, `duration-out-of-bounds`, `cannot-mute`, `already-muted`
   */
  async mute(
    guildId: string,
    member: MutedMember,
    moderator: Author,
    { duration, reason }: { duration: string | null; reason: string | null },
  ): Promise<ActiveMute> {
    const { store, isModerator } = this.parts;
    const milliseconds = parseDuration(duration ?? defaultDuration);
    if (member.id === moderator.id) throw new UserError('cannot-mute', { who: 'self' });
    if (member.isBot) throw new UserError('cannot-mute', { who: 'bot' });
    if (await isModerator(guildId, member.id)) throw new UserError('cannot-mute', { who: 'moderator' });
    const action = this.action(guildId, member.id, moderator, reason);
    const until = milliseconds === null ? null : new Date(action.at.getTime() + milliseconds);
    if (await store.mute({ ...action, displayName: member.displayName }, until)) return { until };
    const active = await this.active(guildId, member.id);
    // Unmuted by somebody else at this very moment.
    if (!active) return this.mute(guildId, member, moderator, { duration, reason });
    throw new UserError('already-muted', { memberId: member.id, until: active.until });
  }

  /** @throws UserError `not-muted` */
  async unmute(guildId: string, memberId: string, moderator: Author, reason: string | null): Promise<void> {
    const isEnded = await this.parts.store.unmute(this.action(guildId, memberId, moderator, reason));
    if (!isEnded) throw new UserError('not-muted', { memberId });
  }

  /** The mute that holds now, also of a member whose data were erased meanwhile; undefined when there is none. */
  async active(guildId: string, memberId: string): Promise<ActiveMute | undefined> {
    const { store, hashOf, clock } = this.parts;
    return store.active(guildId, memberId, hashOf(guildId, memberId), clock());
  }

  /** @throws UserError `muted` */
  async requireUnmuted(guildId: string, memberId: string): Promise<void> {
    const active = await this.active(guildId, memberId);
    if (active) throw new UserError('muted', active);
  }

  /** What a statement knows a member again by whose data were erased. */
  hashOf(guildId: string, memberId: string): Buffer {
    return this.parts.hashOf(guildId, memberId);
  }

  async removeExpired(): Promise<void> {
    await this.parts.store.removeExpired(this.parts.clock());
  }

  private action(guildId: string, memberId: string, moderator: Author, reason: string | null): MemberAction {
    const { hashOf, clock } = this.parts;
    return {
      guildId,
      memberId,
      hash: hashOf(guildId, memberId),
      actorId: moderator.id,
      reason: cleanReason(reason),
      at: clock(),
    };
  }
}
