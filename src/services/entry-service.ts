/** Keeping entries: sharing, asking, answering, editing, deleting and bringing back. */
import { type Entry, type LearningKind, learningKinds, restorableDays } from '../entities/entry.js';
import type { EntryDetails } from '../entities/entry-details.js';
import type { Revision } from '../entities/revision.js';
import type { EntryStore } from '../stores/entry-store.js';
import type { Clock } from './clock.js';
import type { Contributor, Guard, Writer } from './guard/guard.js';
import type { MuteCheck } from './mute-service.js';
import { cleanBody, cleanLink, cleanTags, cleanTitle } from './text.js';
import { UserError } from './user-error.js';

/** What a member typed for a learning or a challenge, untouched. */
export interface TypedEntry {
  title: string;
  body: string;
  tags: string;
  link: string;
}

type NewContent = Pick<Entry, 'type' | 'kind' | 'title' | 'body' | 'link' | 'tags' | 'challengeNumber'> & {
  draftId?: string;
};

export class EntryService {
  constructor(
    private readonly store: EntryStore,
    private readonly clock: Clock,
    private readonly guard: Pick<Guard, 'inspect' | 'expect' | 'keep'>,
    private readonly mutes: MuteCheck,
  ) {}

  /**
   * Keeps a learning.
   * @throws UserError `muted`; when a text is missing or beyond its bounds, and as `Guard.inspect` and `Guard.keep`
   */
  async share(
    guildId: string,
    author: Contributor,
    typed: TypedEntry & { kind: string },
  ): Promise<EntryDetails> {
    await this.mutes.requireUnmuted(guildId, author.id);
    await this.guard.inspect(guildId, author, textsOf(typed));
    const kind = learningKinds.find((candidate) => candidate === typed.kind) ?? 'takeaway';
    return this.insert(guildId, author, {
      type: 'learning',
      kind,
      ...cleanEntry(typed),
      challengeNumber: null,
    });
  }

  /**
   * Checks a challenge as `post` will, without keeping it.
   * @throws UserError as `post`
   */
  async checkChallenge(guildId: string, author: Contributor, typed: TypedEntry): Promise<void> {
    await this.mutes.requireUnmuted(guildId, author.id);
    await this.guard.inspect(guildId, author, textsOf(typed));
    await this.guard.expect(guildId, author, {
      type: 'challenge',
      challengeNumber: null,
      ...cleanEntry(typed),
    });
  }

  /**
   * Keeps a challenge. With a draft, that draft is used up, so that it is posted once.
   * @throws UserError `muted`; when a text is missing or beyond its bounds; `draft-gone` when the draft was used before
   */
  async post(
    guildId: string,
    author: Contributor,
    typed: TypedEntry,
    draftId?: string,
  ): Promise<EntryDetails> {
    await this.mutes.requireUnmuted(guildId, author.id);
    await this.guard.inspect(guildId, author, textsOf(typed));
    return this.insert(guildId, author, {
      type: 'challenge',
      kind: null,
      ...cleanEntry(typed),
      challengeNumber: null,
      draftId,
    });
  }

  /**
   * Keeps a solution to a visible challenge.
   * @throws UserError `muted`, `body-missing`, `entry-not-found`, `not-a-challenge`, `challenge-unavailable` and the bounds
   */
  async solve(
    guildId: string,
    author: Contributor,
    challengeNumber: number,
    typed: { solution: string; link: string },
  ): Promise<EntryDetails> {
    await this.mutes.requireUnmuted(guildId, author.id);
    await this.guard.inspect(guildId, author, { body: typed.solution, link: typed.link });
    const body = cleanBody(typed.solution);
    if (body === '') throw new UserError('body-missing', {});
    const link = cleanLink(typed.link);
    const challenge = await this.visibleChallenge(guildId, challengeNumber);
    const details = await this.insert(guildId, author, {
      type: 'solution',
      kind: null,
      title: null,
      body,
      link,
      tags: [],
      challengeNumber,
    });
    return {
      ...details,
      challenge: {
        number: challenge.number,
        title: challenge.title ?? '',
        authorId: challenge.authorId,
        visible: true,
      },
    };
  }

  /**
   * A visible entry.
   * @throws UserError `entry-not-found`, `entry-deleted`, `entry-removed`, `entry-hidden`
   */
  async view(guildId: string, number: number): Promise<EntryDetails> {
    const details = await this.any(guildId, number);
    if (details.deletedAt)
      throw new UserError(isRemoved(details) ? 'entry-removed' : 'entry-deleted', { number });
    if (details.hiddenAt) throw new UserError('entry-hidden', { number });
    return details;
  }

  /** An entry whatever its state, for cards and for whoever restores it. */
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
    if (details.held && !details.deletedAt && details.authorId === memberId) return details;
    return this.view(guildId, number);
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
   * Replaces what the author wrote; the former state is kept as a revision.
   * @throws UserError `muted`; as `own`; when a text is missing or beyond its bounds, and as `Guard.inspect`
   */
  async edit(
    guildId: string,
    number: number,
    author: Writer,
    typed: TypedEntry & { kind?: string },
  ): Promise<EntryDetails> {
    await this.mutes.requireUnmuted(guildId, author.id);
    await this.guard.inspect(guildId, author, textsOf(typed));
    const before = await this.own(guildId, number, author.id);
    const content = editedContent(before, typed);
    if (!sameContent(before, content)) {
      const change = { content, editedBy: author.id, at: this.clock() };
      // It went meanwhile, or came back just now: looked at once more, it says which.
      if (!(await this.store.replaceContent(guildId, number, change)))
        return this.edit(guildId, number, author, typed);
    }
    return this.own(guildId, number, author.id);
  }

  /**
   * Former states, newest first, of an entry that is visible, or the member's own. What it said before it was published
   * is its author's alone.
   */
  async history(guildId: string, number: number, memberId: string): Promise<[EntryDetails, Revision[]]> {
    const details = await this.any(guildId, number);
    const revisions = await this.store.revisions(guildId, number);
    if (details.authorId === memberId) return [details, revisions];
    await this.view(guildId, number);
    return [details, revisions.filter(({ writtenAt }) => writtenAt >= details.createdAt)];
  }

  /**
   * Deletes an entry of the member's own; it can be brought back for `restorableDays`. Gives the challenge that lost
   * its accepted solution by it.
   */
  async remove(guildId: string, number: number, memberId: string): Promise<{ reopened: number | null }> {
    await this.own(guildId, number, memberId);
    const { removed, reopened } = await this.store.remove(guildId, number, memberId, this.clock());
    return removed ? { reopened } : this.remove(guildId, number, memberId);
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
    return this.store.eraseDeleted(restorableSince(this.clock()));
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

  private async insert(guildId: string, author: Contributor, entry: NewContent): Promise<EntryDetails> {
    return this.guard.keep(guildId, author, entry, () => this.insertAdmitted(guildId, author, entry));
  }

  private async insertAdmitted(
    guildId: string,
    author: Contributor,
    entry: NewContent,
  ): Promise<EntryDetails> {
    const createdAt = this.clock();
    const kept = await this.store.insert({ ...entry, guildId, author, createdAt });
    if (!kept) {
      if (entry.draftId) throw new UserError('draft-gone', {});
      throw new UserError('challenge-unavailable', { number: entry.challengeNumber ?? 0 });
    }
    return {
      ...entry,
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
    };
  }
}

const textsOf = ({ title, body, tags, link }: TypedEntry) => ({ title, body, tags, link });

/** What was deleted after this can still be brought back. */
export function restorableSince(now: Date): Date {
  return new Date(now.getTime() - restorableDays * 86_400_000);
}

/** Whether a moderator took it away, and not its author. */
export function isRemoved({ deletedBy, authorId }: Pick<EntryDetails, 'deletedBy' | 'authorId'>): boolean {
  return deletedBy !== null && deletedBy !== authorId;
}

function cleanEntry(typed: TypedEntry) {
  return {
    title: cleanTitle(typed.title),
    body: cleanBody(typed.body),
    tags: cleanTags(typed.tags),
    link: cleanLink(typed.link),
  };
}

function editedContent(before: EntryDetails, typed: TypedEntry & { kind?: string }) {
  if (before.type === 'solution') {
    const body = cleanBody(typed.body);
    if (body === '') throw new UserError('body-missing', {});
    return { kind: null, title: null, body, link: cleanLink(typed.link), tags: before.tags };
  }
  const kind: LearningKind | null =
    learningKinds.find((candidate) => candidate === typed.kind) ?? before.kind;
  return { kind, ...cleanEntry(typed) };
}

type Content = Pick<Entry, 'kind' | 'title' | 'body' | 'link' | 'tags'>;

function sameContent(before: Content, after: Content): boolean {
  return (
    before.kind === after.kind &&
    before.title === after.title &&
    before.body === after.body &&
    before.link === after.link &&
    before.tags.join(' ') === after.tags.join(' ')
  );
}
