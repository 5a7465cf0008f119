/** Study sessions: what may be planned, who comes, and who was there. */

import type { Author } from '../../entities/member.js';
import { type Session, sessionBounds } from '../../entities/session.js';
import type { Clock } from '../../platform/clock.js';
import { parseDuration } from '../../platform/durations.js';
import { cleanLine } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { Contributor, Guard, MuteCheck } from '../guard/index.js';
import type { PlannedSession, ShownSession, UnderstoodTime } from './session-model.js';
import type { SessionStore } from './session-store.js';
import { readTime } from './session-time.js';

export interface SessionParts {
  store: Pick<SessionStore, 'insert' | 'find' | 'coming' | 'setGoing' | 'setAttended' | 'cancel'>;
  guard: Pick<Guard, 'inspect'>;
  mutes: MuteCheck;
  clock: Clock;
  /** Something is owed or a card is out of date: the jobs look for it soon. */
  changed(): void;
}

type Member = Author & { isModerator: boolean; isBot: boolean };

export class SessionService {
  constructor(private readonly parts: SessionParts) {}

  /**
   * What would be planned; nothing is stored. `when` is read in the guild's zone, `length` as a duration.
   * @throws UserError `muted`, `session-topic-missing`, `session-too-long`, `session-when-unknown`,
   *   `session-when-no-time`, `session-when-past`, `session-when-too-far`, `duration-unknown`, `session-length`, and as
   *   `Guard.inspect`
   */
  async understand(
    guildId: string,
    host: Contributor,
    typed: { topic: string; when: string; length: string | null; place: string | null },
    timezone: string,
  ): Promise<PlannedSession & Pick<UnderstoodTime, 'clockChange'>> {
    await this.parts.mutes.requireUnmuted(guildId, host.id);
    const topic = bounded(cleanLine(typed.topic), sessionBounds.topic);
    if (!topic) throw new UserError('session-topic-missing', {});
    const place = bounded(cleanLine(typed.place ?? ''), sessionBounds.place) || null;
    const now = this.parts.clock();
    const { at, clockChange } = readTime(typed.when, now, timezone);
    requireAhead(at, now);
    const lengthMs = typed.length ? parseDuration(typed.length) : sessionBounds.usualMs;
    if (lengthMs === null || lengthMs < sessionBounds.shortestMs || lengthMs > sessionBounds.longestMs)
      throw new UserError('session-length', {});
    await this.parts.guard.inspect(guildId, host, { topic, place: place ?? '' });
    return { topic, place, startsAt: at, endsAt: new Date(at.getTime() + lengthMs), clockChange };
  }

  /**
   * Plans what the host confirmed; the id makes a second press the same session.
   * @throws UserError `muted`, `session-when-past`, `too-many-sessions`, and as `Guard.inspect`
   */
  async plan(guildId: string, host: Contributor, id: string, plan: PlannedSession): Promise<void> {
    const { store, guard, mutes, clock, changed } = this.parts;
    await mutes.requireUnmuted(guildId, host.id);
    const at = clock();
    requireAhead(plan.startsAt, at);
    await guard.inspect(guildId, host, { topic: plan.topic, place: plan.place ?? '' });
    const outcome = await store.insert({ ...plan, id, guildId }, host, { at, limit: sessionBounds.coming });
    if (outcome === 'full') throw new UserError('too-many-sessions', { limit: sessionBounds.coming });
    changed();
  }

  async coming(guildId: string): Promise<ShownSession[]> {
    return this.parts.store.coming(guildId, this.parts.clock());
  }

  /** Sessions that the member may cancel. */
  async cancellable(guildId: string, member: Pick<Member, 'id' | 'isModerator'>): Promise<ShownSession[]> {
    const coming = await this.parts.store.coming(guildId, this.parts.clock(), 25);
    return coming.filter(({ hostId }) => member.isModerator || hostId === member.id);
  }

  /** @throws UserError `session-not-found` */
  async view(guildId: string, id: string): Promise<ShownSession> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const session = isId ? await this.parts.store.find(guildId, id) : undefined;
    if (!session) throw new UserError('session-not-found', {});
    return session;
  }

  /**
   * The member comes, or doesn't any more; a second time changes nothing.
   * @throws UserError `muted`, `bots-cannot`, `session-not-found`, `session-over`
   */
  async setGoing(guildId: string, id: string, member: Member, isGoing: boolean): Promise<ShownSession> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    if (isGoing) await this.parts.mutes.requireUnmuted(guildId, member.id);
    const at = this.parts.clock();
    requireOpen(await this.view(guildId, id), at);
    await this.parts.store.setGoing(guildId, id, member, isGoing, at);
    this.parts.changed();
    return this.view(guildId, id);
  }

  /**
   * The member was there and may be named.
   * @throws UserError `bots-cannot`, `session-not-found`, `session-not-over`
   */
  async attended(guildId: string, id: string, member: Member): Promise<void> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    const session = await this.view(guildId, id);
    const at = this.parts.clock();
    if (session.cancelledAt || session.startsAt > at) throw new UserError('session-not-over', {});
    await this.parts.store.setAttended(guildId, id, member, at);
  }

  /**
   * For its host and moderators.
   * @throws UserError `session-not-found`, `not-your-session`, `session-over`
   */
  async cancel(guildId: string, id: string, member: Pick<Member, 'id' | 'isModerator'>): Promise<Session> {
    const session = await this.view(guildId, id);
    if (session.hostId !== member.id && !member.isModerator)
      throw new UserError('not-your-session', { topic: session.topic });
    const at = this.parts.clock();
    requireOpen(session, at);
    await this.parts.store.cancel(guildId, id, at);
    this.parts.changed();
    return session;
  }
}

function bounded(text: string, limit: number): string {
  if (text.length > limit) throw new UserError('session-too-long', { length: text.length, limit });
  return text;
}

function requireAhead(at: Date, now: Date): void {
  if (at <= now) throw new UserError('session-when-past', { at });
  if (at.getTime() - now.getTime() > sessionBounds.aheadMs) throw new UserError('session-when-too-far', {});
}

function requireOpen({ cancelledAt, endsAt }: Session, now: Date): void {
  if (cancelledAt || endsAt <= now) throw new UserError('session-over', {});
}
