/** What members may ask of their data: all of it as a file, and to be forgotten. */
import { setTimeout as sleep } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import type { DataRightsStore, KeptData } from '../stores/data-rights-store.js';
import type { EntryFate, Erased, ForgetStore } from '../stores/forget-store.js';
import type { Clock } from './clock.js';
import type { MemberHash } from './member-hash.js';
import { UserError } from './user-error.js';

/** Beyond this (bytes) the file is zipped; Discord takes 10 MiB. */
const plainLimit = 8 * 1024 * 1024;
const fileLimit = 10 * 1024 * 1024;

/** How often it is tried to erase somebody while others are at work on the same rows, and the longest pause between (ms). */
const attemptsAtMost = 12;
const pauseAtMost = 250;

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
  erasing: Pick<ForgetStore, 'erase' | 'countEntries' | 'removeEndedMutes'>;
  drafts: { forgetHeld(guildId: string, memberId: string): void };
  hashOf: MemberHash;
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
    const content = Buffer.from(zipSync({ 'my-data.json': strToU8(text) }, { mtime: clock() }));
    if (content.byteLength > fileLimit) throw new UserError('export-too-large', {});
    return { name: 'my-data.zip', content, isEmpty };
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
    entries: EntryFate,
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

  /** Lets go of mutes that outlived their member's data and are over. */
  async removeEndedMutes(): Promise<void> {
    await this.parts.erasing.removeEndedMutes(this.parts.clock());
  }
}

const description =
  'Everything Nexus keeps about you in this server. Each section lists the tables of the database it is taken from. Times are in UTC; ids are those of Discord.';

function isNothing({ sections, namedBy }: KeptData): boolean {
  return namedBy.length === 0 && Object.values(sections).every(({ rows }) => rows.length === 0);
}
