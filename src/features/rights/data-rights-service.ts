/** Members' rights over their data: all of it as a file, and its erasure. */
import { setTimeout as sleep } from 'node:timers/promises';
import { formerMember } from '../../entities/member.js';
import { erasureWaitMs, type PendingErasure } from '../../entities/pending-erasure.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { ExportWriter } from '../export/index.js';
import type { MemberHash } from '../guard/index.js';
import type { DataRightsStore, KeptData } from './data-rights-store.js';
import type { EntryOutcome, Erased, ForgetStore } from './forget-store.js';
import type { PendingErasureStore } from './pending-erasure-store.js';

/** Beyond this (bytes) the file is zipped; Discord takes 10 MiB. */
const plainLimit = 8 * 1024 * 1024;
const fileLimit = 10 * 1024 * 1024;

/** How often it is tried to erase somebody while others are at work on the same rows, and the longest pause between (ms). */
const attemptsAtMost = 12;
const pauseAtMost = 250;

/** Erasures done at one go. */
const dueAtOnce = 100;

/** What the file is: its shape is described in docs/privacy.md, and this changes when that does. */
export const dataFormat = 'nexus-member-data/1';

export interface DataFile {
  name: string;
  content: Buffer;
  /** Whether there is anything in it but who asked and when. */
  isEmpty: boolean;
}

export interface DataRightsParts {
  data: Pick<DataRightsStore, 'read'>;
  erasing: Pick<ForgetStore, 'erase' | 'countEntries' | 'removeEnded'>;
  pending: Pick<PendingErasureStore, 'find' | 'insert' | 'cancel' | 'due'>;
  drafts: { forgetHeld(guildId: string, memberId: string): void };
  hashOf: MemberHash;
  /** Zips what is large, in a thread of its own. */
  writer: ExportWriter;
  clock: Clock;
  /** Between 0 and 1. */
  random?: () => number;
}

export class DataRightsService {
  constructor(private readonly parts: DataRightsParts) {}

  /**
   * Everything kept about the member in this guild.
   * @throws UserError `export-too-large`
   */
  async export(guildId: string, memberId: string): Promise<DataFile> {
    const { data, hashOf, clock } = this.parts;
    const kept = await data.read(guildId, memberId, hashOf(guildId, memberId));
    const text = JSON.stringify(
      { format: dataFormat, description, exportedAt: clock(), guildId, memberId, ...kept },
      null,
      2,
    );
    const isEmpty = isNothing(kept);
    if (Buffer.byteLength(text) <= plainLimit) {
      return { name: 'my-data.json', content: Buffer.from(text), isEmpty };
    }
    const content = await this.zipped('my-data.json', text);
    if (content.byteLength > fileLimit) throw new UserError('export-too-large', {});
    return { name: 'my-data.zip', content, isEmpty };
  }

  private async zipped(name: string, content: string): Promise<Buffer> {
    const { writer, clock } = this.parts;
    const session = await writer.open();
    try {
      const { parts } = await session.ask({ kind: 'zip', name, content, writtenAt: clock() });
      return Buffer.concat(parts);
    } finally {
      session.close();
    }
  }

  /** How many entries of the member's there are to decide on. */
  async countEntries(guildId: string, memberId: string): Promise<number> {
    return this.parts.erasing.countEntries(guildId, memberId);
  }

  /**
   * Erases everything of the member's at once. `moderatorId` is who does it in their place.
   * @throws UserError `forget-busy` when others' work on the same entries does not end
   */
  async forget(
    guildId: string,
    memberId: string,
    entries: EntryOutcome,
    moderatorId: string | null = null,
  ): Promise<Erased> {
    const { erasing, drafts, hashOf, clock, random = Math.random } = this.parts;
    const hash = hashOf(guildId, memberId);
    for (let attempt = 1; attempt <= attemptsAtMost; attempt += 1) {
      const erased = await erasing.erase({ guildId, memberId, entries, hash, moderatorId, at: clock() });
      if (erased) {
        drafts.forgetHeld(guildId, memberId);
        return erased;
      }
      await sleep(random() * pauseAtMost);
    }
    throw new UserError('forget-busy', {});
  }

  /** The erasure of this member that waits for its day. */
  async pending(guildId: string, memberId: string): Promise<PendingErasure | undefined> {
    return this.parts.pending.find(guildId, memberId);
  }

  /**
   * Asks for somebody else's erasure, which waits a day and can be cancelled meanwhile. Gives when it is due.
   * @throws UserError `erasure-waits` when it was asked for before
   */
  async request(
    guildId: string,
    memberId: string,
    entries: EntryOutcome,
    requestedBy: string,
  ): Promise<Date> {
    const requestedAt = this.parts.clock();
    const dueAt = new Date(requestedAt.getTime() + erasureWaitMs);
    const erasure = { guildId, memberId, entries, requestedBy, requestedAt, dueAt };
    if (await this.parts.pending.insert(erasure)) return dueAt;
    const waiting = await this.pending(guildId, memberId);
    throw new UserError('erasure-waits', { memberId, dueAt: waiting?.dueAt ?? dueAt });
  }

  /**
   * Cancels an erasure that waits, by a manager or by the member themselves.
   * @throws UserError `no-erasure-waits`
   */
  async cancel(guildId: string, memberId: string, actorId: string): Promise<void> {
    const isCancelled = await this.parts.pending.cancel(guildId, memberId, actorId, this.parts.clock());
    if (!isCancelled) throw new UserError('no-erasure-waits', {});
  }

  /** Erases those whose day has come; one that is in the way of others is tried again. */
  async eraseDue(): Promise<void> {
    for (const due of await this.parts.pending.due(this.parts.clock(), dueAtOnce)) {
      const { guildId, memberId, entries, requestedBy } = due;
      try {
        await this.forget(guildId, memberId, entries, requestedBy ?? formerMember);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
  }

  /** Deletes what was kept beyond an erasure and has expired: mutes, and the trails of moderators. */
  async removeEnded(): Promise<void> {
    await this.parts.erasing.removeEnded(this.parts.clock());
  }
}

const description =
  'Everything Nexus keeps about you in this server. Each section lists the tables of the database it is taken from. Times are in UTC; ids are those of Discord.';

function isNothing({ sections, namedBy }: KeptData): boolean {
  return namedBy.length === 0 && Object.values(sections).every(({ rows }) => rows.length === 0);
}
