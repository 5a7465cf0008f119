/**
 * What members of each guild wrote in the last day, in memory: read from the database when a guild is first asked
 * about, kept up to date as entries are stored. One process answers for a bot, so nobody else adds to it.
 */
import type { EntryType } from '../../entities/entry.js';
import { type Likeness, likenessOf } from './likeness.js';
import type { RecentEntry, RecentStore } from './recent-store.js';

/** How far back anything is looked at (ms). */
const dayMs = 86_400_000;

/** Of one guild, and guilds in memory; the oldest go first. */
const workAtMost = 3_000;
const guildsAtMost = 500;

export interface Work {
  authorId: string;
  /** For whom it counts: the author, unless somebody saved it from the chat. */
  handedInBy: string;
  /** When it was handed in (ms since 1970). */
  at: number;
  type: EntryType | 'import';
  challengeNumber: number | null;
  /** Null for an import, which is compared elsewhere, and for an entry that is gone. */
  likeness: Likeness | null;
  /** Null while it is being kept. */
  number: number | null;
  /** The draft it is made of. */
  draftId?: string;
}

/** One guild's, found by author, by who handed it in, and by words. */
export class GuildWork {
  private readonly all = new Set<Work>();
  private readonly ofAuthors = new Map<string, Set<Work>>();
  private readonly ofHands = new Map<string, Set<Work>>();
  private readonly ofWords = new Map<string, Set<Work>>();

  constructor(work: readonly Work[]) {
    for (const one of work) this.add(one);
  }

  add(work: Work): void {
    this.all.add(work);
    listed(this.ofAuthors, work.authorId).add(work);
    listed(this.ofHands, work.handedInBy).add(work);
    if (work.likeness) listed(this.ofWords, work.likeness.digest).add(work);
  }

  remove(work: Work): void {
    this.all.delete(work);
    unlisted(this.ofAuthors, work.authorId, work);
    unlisted(this.ofHands, work.handedInBy, work);
    if (work.likeness) unlisted(this.ofWords, work.likeness.digest, work);
  }

  /** It still counts, and is compared no more. */
  forgetWords(work: Work): void {
    if (work.likeness) unlisted(this.ofWords, work.likeness.digest, work);
    work.likeness = null;
  }

  /** The author's, in the order they were handed in. */
  by(authorId: string): readonly Work[] {
    return [...(this.ofAuthors.get(authorId) ?? [])];
  }

  /** What the member handed in, of their own or of others. */
  handedInBy(memberId: string): readonly Work[] {
    return [...(this.ofHands.get(memberId) ?? [])];
  }

  /** Those of the same words. */
  saying({ digest }: Likeness): readonly Work[] {
    return [...(this.ofWords.get(digest) ?? [])];
  }

  /** Lets go of what was handed in by then, and of the oldest where there are too many. */
  forget(until: number): void {
    for (const work of this.all) {
      if (work.at > until && this.all.size <= workAtMost) break;
      this.remove(work);
    }
  }
}

export class RecentWork {
  private readonly guilds = new Map<string, Promise<GuildWork>>();

  constructor(private readonly store: Pick<RecentStore, 'since'>) {}

  /** The guild's of the last day. */
  async of(guildId: string, now: number): Promise<GuildWork> {
    let reading = this.guilds.get(guildId);
    if (!reading) {
      reading = this.store
        .since(guildId, new Date(now - dayMs), workAtMost)
        .then((rows) => new GuildWork(rows.map(workOf)));
      reading.catch(() => this.guilds.delete(guildId));
    }
    // What was asked for last is forgotten last.
    this.guilds.delete(guildId);
    this.guilds.set(guildId, reading);
    const [oldest] = this.guilds.keys();
    if (this.guilds.size > guildsAtMost && oldest !== undefined) this.guilds.delete(oldest);
    const work = await reading;
    work.forget(now - dayMs);
    return work;
  }
}

function listed(lists: Map<string, Set<Work>>, key: string): Set<Work> {
  const list = lists.get(key) ?? new Set();
  lists.set(key, list);
  return list;
}

function unlisted(lists: Map<string, Set<Work>>, key: string, work: Work): void {
  const list = lists.get(key);
  list?.delete(work);
  if (list?.size === 0) lists.delete(key);
}

function workOf({
  type,
  number,
  authorId,
  handedInBy,
  createdAt,
  title,
  body,
  challengeNumber,
}: RecentEntry): Work {
  const likeness = type === 'import' ? null : likenessOf(wordsOfWork(title, body));
  return { authorId, handedInBy, at: createdAt.getTime(), type, challengeNumber, likeness, number };
}

/** What of an entry is compared. */
export const wordsOfWork = (title: string | null, body: string) =>
  title === null ? body : `${title}\n${body}`;
