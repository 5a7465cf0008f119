/** The rules of entries: sharing, asking, answering, editing, deleting and restoring. */
import { type Entry, learningKinds, restorableDays } from '../../entities/entry.js';
import { type NewPicture, pictureBounds } from '../../entities/picture.js';
import type { Revision } from '../../entities/revision.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { Contributor, Guard, MuteGate, Writer } from '../guard/index.js';
import { cleanEntry, cleanSolution, editedContent, sameContent, type TypedEntry } from './entry-content.js';
import { type Captured, type EntryDetails, entryMark, type OfferedSolution } from './entry-model.js';
import type { EntryStore } from './entry-store.js';

export type { TypedEntry } from './entry-content.js';

/** Messages of the author's that somebody saves, who answers for the text. */
export type Saved = Omit<Captured, 'saver'> & { saver: Contributor };

type NewContent = Pick<Entry, 'type' | 'kind' | 'title' | 'body' | 'link' | 'tags' | 'challengeNumber'> & {
  draftId?: string;
  pictures?: readonly NewPicture[];
};

/** What comes with an entry's text. */
export interface Beside {
  /** Messages it is saved from. */
  saved?: Saved;
  pictures?: readonly NewPicture[];
}

/** Solutions of one challenge that are listed. */
const solutionsAtMost = 8;

export class EntryService {
  constructor(
    private readonly store: EntryStore,
    private readonly clock: Clock,
    private readonly guard: Pick<Guard, 'inspect' | 'expect' | 'reserve'>,
    private readonly mutes: MuteGate,
  ) {}

  /**
   * Stores a learning.
   * @throws UserError `muted`; when a text is missing or beyond its bounds, and as `Guard.inspect` and `Guard.keep`
   */
  async share(
    guildId: string,
    author: Contributor,
    typed: TypedEntry & { kind: string },
    { saved, pictures = [] }: Beside = {},
  ): Promise<EntryDetails> {
    const writer = saved?.saver ?? author;
    return this.unmuted(guildId, writer, async () => {
      const content = cleanEntry(typed);
      await this.guard.inspect(guildId, writer, textsOf(content, pictures));
      const kind = learningKinds.find((candidate) => candidate === typed.kind) ?? 'takeaway';
      const learning = { type: 'learning', kind, ...content, challengeNumber: null, pictures } as const;
      return this.insert(guildId, author, learning, saved);
    });
  }

  /**
   * Checks a challenge as `post` will, without storing it.
   * @throws UserError as `post`
   */
  async checkChallenge(
    guildId: string,
    author: Contributor,
    typed: TypedEntry,
    pictures: readonly NewPicture[] = [],
  ): Promise<void> {
    await this.mutes.requireUnmuted(guildId, author.id);
    const content = cleanEntry(typed);
    await this.guard.inspect(guildId, author, textsOf(content, pictures));
    await this.guard.expect(guildId, author, { type: 'challenge', challengeNumber: null, ...content });
  }

  /**
   * Stores a challenge. With a draft, that draft is used up, so that it is posted once.
   * @throws UserError `muted`; when a text is missing or beyond its bounds; `draft-gone` when the draft was used before
   */
  async post(
    guildId: string,
    author: Contributor,
    typed: TypedEntry,
    { draftId, saved, pictures = [] }: Beside & { draftId?: string } = {},
  ): Promise<EntryDetails> {
    const writer = saved?.saver ?? author;
    return this.unmuted(guildId, writer, async () => {
      const content = cleanEntry(typed);
      await this.guard.inspect(guildId, writer, textsOf(content, pictures));
      const challenge = {
        type: 'challenge',
        kind: null,
        ...content,
        challengeNumber: null,
        draftId,
        pictures,
      } as const;
      return this.insert(guildId, author, challenge, saved);
    });
  }

  /**
   * Stores a solution to a visible challenge.
   * @throws UserError `muted`, `body-missing`, `entry-not-found`, `not-a-challenge`, `challenge-unavailable` and the bounds
   */
  async solve(
    guildId: string,
    author: Contributor,
    challengeNumber: number,
    typed: { solution: string; link: string },
    { saved, pictures = [] }: Beside = {},
  ): Promise<EntryDetails> {
    const writer = saved?.saver ?? author;
    return this.unmuted(guildId, writer, async () => {
      const content = cleanSolution({ body: typed.solution, link: typed.link });
      await this.guard.inspect(guildId, writer, textsOf(content, pictures));
      const challenge = await this.visibleChallenge(guildId, challengeNumber);
      const solution = { type: 'solution', kind: null, ...content, challengeNumber, pictures } as const;
      const details = await this.insert(guildId, author, solution, saved);
      return {
        ...details,
        challenge: {
          number: challenge.number,
          title: challenge.title ?? '',
          authorId: challenge.authorId,
          visible: true,
          isSolved: challenge.accepted !== null,
          card: challenge.card,
        },
      };
    });
  }

  /**
   * A visible entry.
   * @throws UserError `entry-not-found`, `entry-deleted`, `entry-removed`, `entry-hidden`
   */
  async view(guildId: string, number: number): Promise<EntryDetails> {
    return visible(await this.any(guildId, number));
  }

  /**
   * That a card's control acts on the entry the card shows. Cards posted before there were marks have none.
   * @throws UserError `entry-lost` when that entry is no more, or its number belongs to another one now
   */
  async requireSame(guildId: string, number: number, mark: string | undefined): Promise<void> {
    const createdAt = await this.store.createdAt(guildId, number);
    if (!createdAt || (mark !== undefined && entryMark({ createdAt }) !== mark)) {
      throw new UserError('entry-lost', { number });
    }
  }

  /** An entry in any state, for cards and for restoring it. */
  async any(guildId: string, number: number): Promise<EntryDetails> {
    const details = await this.store.details(guildId, number);
    if (!details) throw new UserError('entry-not-found', { entry: `#${number}` });
    return details;
  }

  /**
   * As `view`, for one reader: their own entry is there for them while it is held.
   * @throws UserError as `view`
   */
  async viewAs(guildId: string, number: number, memberId: string): Promise<EntryDetails> {
    const details = await this.any(guildId, number);
    return details.held && !details.deletedAt && details.authorId === memberId ? details : visible(details);
  }

  /**
   * An entry its author may change, held or not.
   * @throws UserError as `view`, and `not-your-entry`
   */
  async own(guildId: string, number: number, memberId: string): Promise<EntryDetails> {
    const details = await this.viewAs(guildId, number, memberId);
    if (details.authorId !== memberId) throw new UserError('not-your-entry', { number });
    return details;
  }

  /**
   * Replaces what the author wrote; the earlier version is stored as a revision.
   * @throws UserError `muted`; as `own`; when a text is missing or beyond its bounds, and as `Guard.inspect`
   */
  async edit(
    guildId: string,
    number: number,
    author: Writer,
    typed: TypedEntry & { kind?: string },
  ): Promise<EntryDetails> {
    await this.mutes.requireUnmuted(guildId, author.id);
    const before = await this.own(guildId, number, author.id);
    const content = editedContent(before, typed);
    await this.guard.inspect(guildId, author, textsOf(content));
    if (!sameContent(before, content)) {
      const change = { content, editedBy: author.id, at: this.clock() };
      // It went meanwhile, or came back just now: looked at once more, it says which.
      if (!(await this.store.replaceContent(guildId, number, change)))
        return this.edit(guildId, number, author, typed);
    }
    return this.own(guildId, number, author.id);
  }

  /**
   * An entry whose author may write these texts beside it, such as what its pictures show.
   * @throws UserError `muted`; as `own` and `Guard.inspect`
   */
  async requireEditable(
    guildId: string,
    number: number,
    author: Writer,
    texts: Readonly<Record<string, string>>,
  ): Promise<EntryDetails> {
    await this.mutes.requireUnmuted(guildId, author.id);
    const entry = await this.own(guildId, number, author.id);
    await this.guard.inspect(guildId, author, texts);
    return entry;
  }

  /**
   * Adds pictures to an entry of the member's own, after those there or in place of them; without any, those there go.
   * @throws UserError `muted`; as `own` and `Guard.inspect`; `picture-none` when there is nothing to remove, `pictures-full`
   */
  async changePictures(
    guildId: string,
    number: number,
    author: Writer,
    { keeps, added }: { keeps: boolean; added: readonly NewPicture[] },
  ): Promise<'added' | 'replaced' | 'removed'> {
    const alts = Object.fromEntries(added.map(({ alt }, index) => [`picture ${index + 1}`, alt ?? '']));
    const { pictures } = await this.requireEditable(guildId, number, author, alts);
    if (added.length === 0 && !pictures) throw new UserError('picture-none', { number });
    const at = this.clock();
    const change = { authorId: author.id, keeps, added: added.map((one) => withNameOf(one, at)), at };
    const done = await this.store.changePictures(guildId, number, change);
    if (done === 'full') throw new UserError('pictures-full', { limit: pictureBounds.count });
    // It went meanwhile: looked at once more, it says which.
    if (done === 'gone') return this.changePictures(guildId, number, author, { keeps, added });
    if (added.length === 0) return 'removed';
    return pictures && !keeps ? 'replaced' : 'added';
  }

  /**
   * Former states, newest first, of an entry that is visible, or the member's own. What it said before it was published
   * is its author's alone.
   */
  async history(guildId: string, number: number, memberId: string): Promise<[EntryDetails, Revision[]]> {
    const details = await this.any(guildId, number);
    const revisions = await this.store.revisions(guildId, number);
    if (details.authorId === memberId) return [details, revisions];
    visible(details);
    return [details, revisions.filter(({ writtenAt }) => writtenAt >= details.createdAt)];
  }

  /**
   * Deletes an entry of the member's own; it can be brought back for `restorableDays`. Gives the challenge that lost
   * its accepted solution by it; its asker is told in the cohort's channel, or in `toldIn` where there is none.
   */
  async remove(
    guildId: string,
    number: number,
    memberId: string,
    toldIn?: string,
  ): Promise<{ reopened: number | null }> {
    await this.own(guildId, number, memberId);
    const { removed, reopened } = await this.store.remove(guildId, number, memberId, this.clock(), toldIn);
    return removed ? { reopened } : this.remove(guildId, number, memberId, toldIn);
  }

  /**
   * Brings back an entry that its author deleted. One that is hidden besides stays hidden.
   * @throws UserError `muted`, `not-your-entry`, `entry-removed`, `not-deleted`, `restore-too-late`
   */
  async restore(guildId: string, number: number, memberId: string): Promise<EntryDetails> {
    const details = await this.any(guildId, number);
    if (details.authorId !== memberId) throw new UserError('not-your-entry', { number });
    await this.mutes.requireUnmuted(guildId, memberId);
    if (isRemoved(details)) throw new UserError('entry-removed', { number });
    if (!details.deletedAt) throw new UserError('not-deleted', { number });
    const at = this.clock();
    if (!(await this.store.restore(guildId, number, restorableSince(at), at))) {
      const now = await this.any(guildId, number);
      if (isRemoved(now)) throw new UserError('entry-removed', { number });
      if (!now.deletedAt) throw new UserError('not-deleted', { number });
      throw new UserError('restore-too-late', { number, days: restorableDays });
    }
    return this.any(guildId, number);
  }

  /** Turns a goal of the member's own from open to done, and back. */
  async toggleDone(guildId: string, number: number, memberId: string): Promise<EntryDetails> {
    const goal = await this.own(guildId, number, memberId);
    const now = this.clock();
    await this.store.setDone(guildId, number, goal.doneAt ? null : now, now);
    return this.own(guildId, number, memberId);
  }

  /** Erases what was deleted more than `restorableDays` ago. */
  async eraseDeleted(): Promise<number> {
    const now = this.clock();
    return this.store.eraseDeleted(restorableSince(now), now);
  }

  /**
   * A visible challenge.
   * @throws UserError `entry-not-found`, `challenge-unavailable`, `not-a-challenge`
   */
  async visibleChallenge(guildId: string, number: number): Promise<EntryDetails> {
    const details = await this.any(guildId, number);
    if (details.type !== 'challenge') throw new UserError('not-a-challenge', { number });
    if (details.deletedAt || details.hiddenAt) throw new UserError('challenge-unavailable', { number });
    return details;
  }

  /**
   * Work whose last step keeps nothing of a muted member: the database looks within the statement that keeps it. When
   * something is refused on the way, that they are muted is what they are told.
   */
  private async unmuted<T>(guildId: string, author: Writer, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UserError) await this.mutes.requireUnmuted(guildId, author.id);
      throw error;
    }
  }

  /**
   * A visible challenge and its visible solutions, the accepted one first.
   * @throws UserError as `visibleChallenge`
   */
  async solutions(guildId: string, number: number): Promise<[EntryDetails, OfferedSolution[]]> {
    const challenge = await this.visibleChallenge(guildId, number);
    return [challenge, await this.store.solutions(guildId, number, solutionsAtMost)];
  }

  private async insert(
    guildId: string,
    author: Contributor,
    entry: NewContent,
    saved?: Saved,
  ): Promise<EntryDetails> {
    const place = await this.guard.reserve(guildId, author, entry, saved?.saver);
    try {
      const details = await this.insertAdmitted(guildId, author, entry, saved);
      place.stored(details.number);
      return details;
    } catch (error) {
      place.release();
      throw error;
    }
  }

  private async insertAdmitted(
    guildId: string,
    author: Contributor,
    entry: NewContent,
    captured?: Saved,
  ): Promise<EntryDetails> {
    const createdAt = this.clock();
    const authorHash = this.mutes.hashOf(guildId, author.id);
    const kept = await this.store.insert({ ...entry, guildId, author, authorHash, createdAt, captured });
    if (!kept) {
      await this.mutes.requireUnmuted(guildId, author.id);
      // The mute ended at this very moment.
      if (!entry.draftId && entry.challengeNumber === null)
        return this.insertAdmitted(guildId, author, entry, captured);
      if (entry.draftId) throw new UserError('draft-gone', {});
      throw new UserError('challenge-unavailable', { number: entry.challengeNumber ?? 0 });
    }
    const { pictures = [], ...rest } = entry;
    return {
      ...rest,
      ...(pictures.length > 0 && { pictures }),
      guildId,
      ...kept,
      authorId: author.id,
      authorName: author.displayName,
      createdAt,
      revision: 1,
      acceptedAt: null,
      acceptedBy: null,
      doneAt: null,
      editedAt: null,
      deletedAt: null,
      deletedBy: null,
      hiddenAt: kept.held ? createdAt : null,
      helpfulCount: 0,
      card: null,
      challenge: null,
      solutionCount: 0,
      accepted: null,
      source: captured
        ? {
            channelId: captured.channelId,
            messageId: firstOf(captured.messageIds),
            messageCount: captured.messageIds.length,
            savedBy: captured.saver.id,
            isEdited: captured.isEdited,
          }
        : null,
    };
  }
}

/** @throws UserError `entry-deleted`, `entry-removed`, `entry-hidden` */
function visible(details: EntryDetails): EntryDetails {
  const { number } = details;
  if (details.deletedAt)
    throw new UserError(isRemoved(details) ? 'entry-removed' : 'entry-deleted', { number });
  if (details.hiddenAt) throw new UserError('entry-hidden', { number });
  return details;
}

/** Cards find a picture by its name, so a new one never has the name of one that was there. */
const withNameOf = (picture: NewPicture, at: Date): NewPicture => ({
  ...picture,
  fileName: picture.fileName.replace('picture-', `picture-${at.getTime().toString(36)}-`),
});

/** The guard inspects exactly what is stored. */
const textsOf = (
  { title, body, tags, link }: Pick<Entry, 'title' | 'body' | 'tags' | 'link'>,
  pictures: readonly Pick<NewPicture, 'alt'>[] = [],
) => ({
  title: title ?? '',
  body,
  tags: tags.join(', '),
  link: link ?? '',
  ...(pictures.some(({ alt }) => alt) && { pictures: pictures.map(({ alt }) => alt ?? '').join('\n') }),
});

/** Entries deleted after this can still be restored. */
export function restorableSince(now: Date): Date {
  return new Date(now.getTime() - restorableDays * 86_400_000);
}

/** Whether a moderator removed it, not its author. */
export function isRemoved({ deletedBy, authorId }: Pick<EntryDetails, 'deletedBy' | 'authorId'>): boolean {
  return deletedBy !== null && deletedBy !== authorId;
}

/** The oldest: Discord's ids ascend. */
function firstOf(messageIds: readonly string[]): string {
  return messageIds.reduce((first, id) => (BigInt(id) < BigInt(first) ? id : first));
}
