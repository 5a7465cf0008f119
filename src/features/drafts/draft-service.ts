/** Drafts: what a member typed is kept for a day; in memory when the database cannot be reached or must not have it. */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../entities/draft.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import { within } from '../../platform/waiting.js';
import { holdsSecret } from '../secrets/index.js';
import type { DraftStore } from './draft-store.js';

/** How long a draft is kept (ms). */
const keptForMs = 86_400_000;

/** Drafts kept in memory at most, while the database is away; the oldest go first. */
const heldAtMost = 500;

/** A database that cannot answer within this (ms) must not keep the member from getting their text back. */
const storeTimeoutMs = 1_500;

export class DraftService {
  private readonly held = new Map<string, Draft>();

  constructor(
    private readonly store: Pick<DraftStore, 'insert' | 'find' | 'remove' | 'removeExpired'>,
    private readonly clock: Clock,
    private readonly newId: () => string = randomUUID,
  ) {}

  /** Keeps a draft whatever happens; gives its id. One that holds a secret is in memory alone. */
  async keep(
    guildId: string,
    memberId: string,
    form: string,
    fields: Record<string, unknown>,
  ): Promise<string> {
    const draft: Draft = {
      id: this.newId(),
      guildId,
      memberId,
      form,
      fields: withoutNul(fields),
      keptUntil: new Date(this.clock().getTime() + keptForMs),
    };
    if (holdsSecret(draft.fields)) {
      this.giveBack(draft);
      return draft.id;
    }
    const storing = this.store.insert(draft);
    const stored = await within(
      storeTimeoutMs,
      storing.then(() => true),
      () => false,
    ).catch(() => false);
    if (!stored) {
      this.giveBack(draft);
      storing.then(() => this.settleLate(draft)).catch(() => undefined);
    }
    return draft.id;
  }

  /**
   * The member's own draft.
   * @throws UserError `draft-gone` when it expired, was used, or is somebody else's
   */
  async open(guildId: string, memberId: string, id: string): Promise<Draft> {
    const held = this.held.get(id);
    if (held && held.guildId === guildId && held.memberId === memberId && held.keptUntil > this.clock())
      return held;
    const draft = await this.store.find(guildId, memberId, id, this.clock());
    if (!draft) throw new UserError('draft-gone', {});
    return draft;
  }

  /** Lets go of a draft that is only in memory; true when it was, and this caller alone now owns it. */
  release(id: string): boolean {
    return this.held.delete(id);
  }

  /** Lets go of a draft that is no longer needed. */
  async discard(guildId: string, memberId: string, id: string): Promise<void> {
    const held = this.held.get(id);
    if (held?.guildId === guildId && held.memberId === memberId) this.held.delete(id);
    await this.store.remove(guildId, memberId, id);
  }

  async removeExpired(): Promise<number> {
    for (const [id, draft] of this.held) if (draft.keptUntil <= this.clock()) this.held.delete(id);
    return this.store.removeExpired(this.clock());
  }

  /** Lets go of whatever a member has in memory; the database's are erased with everything else of theirs. */
  forgetHeld(guildId: string, memberId: string): void {
    for (const [id, draft] of this.held)
      if (draft.guildId === guildId && draft.memberId === memberId) this.held.delete(id);
  }

  /** Holds a draft in memory: one the database did not take, or one released for something that then failed. */
  giveBack(draft: Draft): void {
    this.held.set(draft.id, draft);
    for (const id of this.held.keys()) {
      if (this.held.size <= heldAtMost) break;
      this.held.delete(id);
    }
  }

  /** The database took the draft after all: it must not be there once more, least of all when it was used meanwhile. */
  private async settleLate({ id, guildId, memberId }: Draft): Promise<void> {
    if (!this.release(id)) await this.store.remove(guildId, memberId, id);
  }
}

/** Postgres cannot keep NUL, not even within JSON. */
function withoutNul(fields: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(fields, (_name, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}
