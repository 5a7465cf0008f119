/** Saving messages of the chat as entries of the member who wrote them: which may be, what of, and as what. */
import type { Draft } from '../../entities/draft.js';
import { UserError } from '../../platform/user-error.js';
import type { DraftService } from '../drafts/index.js';
import type { Beside, EntryDetails, EntryService, Saved } from '../entries/index.js';
import type { Contributor, MuteService } from '../guard/index.js';
import type { OfferedPicture, TakenPicture } from '../pictures/index.js';
import type { ProfileService } from '../profiles/index.js';
import type { CaptureDraft, CaptureRefusal, CaptureType, ChatMessage } from './capture-model.js';
import type { CaptureStore } from './capture-store.js';
import { proposeBody, proposeLink, proposeTags, proposeTitle, saysTheSame } from './message-text.js';
import type { ThreadReader } from './thread-reader.js';

/** Choices of a select. */
const challengesAtMost = 25;

/** What the rules need to know of Discord. */
export interface Reach {
  isReadByCohort(guildId: string, channelId: string, cohortChannelId: string): Promise<boolean>;
  isMember(guildId: string, userId: string): Promise<boolean>;
}

export interface CaptureParts {
  store: Pick<CaptureStore, 'entryOf' | 'tags' | 'challenges'>;
  entries: Pick<EntryService, 'share' | 'post' | 'solve' | 'any'>;
  drafts: Pick<DraftService, 'keep' | 'open' | 'discard'>;
  mutes: Pick<MuteService, 'requireUnmuted' | 'active'>;
  profiles: Pick<ProfileService, 'own'>;
  reach: Reach;
  threads: Pick<ThreadReader, 'read'>;
  isUniqueViolation(error: unknown): boolean;
}

/** Who saves, and where the cohort is. */
export type Saver = Contributor & { cardChannelId: string };

/** What the form of a message starts with. */
export interface Proposal {
  draftId: string;
  draft: CaptureDraft;
  title: string;
  body: string;
  tags: string;
  link: string;
  /** Of a solution: what it may be one to. */
  challenges: readonly { number: number; title: string; isAsked: boolean }[];
}

/** What came back with the form. */
export interface TypedCapture {
  kind: string;
  title: string;
  body: string;
  tags: string;
  link: string;
  challenge: string;
}

export class CaptureService {
  constructor(private readonly parts: CaptureParts) {}

  /**
   * What a form proposes for these messages of one author in one channel, which wait as a draft until it comes back.
   * @throws UserError `muted`, `message-not-taken`, `message-saved`, `no-open-challenge`
   */
  async propose(
    guildId: string,
    saver: Saver,
    as: CaptureType,
    messages: readonly [ChatMessage, ...ChatMessage[]],
  ): Promise<Proposal> {
    const { store, drafts, mutes } = this.parts;
    await mutes.requireUnmuted(guildId, saver.id);
    for (const message of messages) requireText(message);
    const [{ channelId, authorId, authorName }] = messages;
    const draft: CaptureDraft = {
      channelId,
      messageIds: messages.map(({ id }) => id),
      authorId,
      authorName,
      text: messages
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join('\n\n'),
      pictures: messages.flatMap(({ pictures = [] }) => pictures),
    };
    await this.requireTakeable(guildId, saver, draft);
    const challenges = as === 'solution' ? await this.challengesFor(guildId, channelId) : [];
    const title = proposeTitle(draft.text);
    const tags = as === 'solution' ? [] : proposeTags(draft.text, await store.tags(guildId));
    return {
      draftId: await drafts.keep(guildId, saver.id, 'capture-source', { source: draft, challenges }),
      draft,
      title,
      body: proposeBody(draft.text, as === 'solution' ? '' : title),
      tags: tags.join(', '),
      link: proposeLink(draft.text),
      challenges,
    };
  }

  /**
   * Members' messages of a thread that have text, the oldest first.
   * @throws UserError `thread-missing`, `thread-unreadable`, `thread-empty`
   */
  async thread(threadId: string | null): Promise<ChatMessage[]> {
    if (threadId === null) throw new UserError('thread-missing', {});
    const messages = await this.parts.threads.read(threadId);
    if (messages.length === 0) throw new UserError('thread-empty', {});
    return messages;
  }

  /**
   * A solution of some of a thread's messages, which are one member's.
   * @throws UserError as `thread` and `propose`, `several-authors`
   */
  async proposeFromThread(
    guildId: string,
    saver: Saver,
    threadId: string | null,
    messageIds: readonly string[],
  ): Promise<Proposal> {
    const messages = (await this.thread(threadId)).filter(({ id }) => messageIds.includes(id));
    const [first, ...others] = messages;
    if (!first) throw new UserError('thread-empty', {});
    if (others.some(({ authorId }) => authorId !== first.authorId))
      throw new UserError('several-authors', {});
    return this.propose(guildId, saver, 'solution', [first, ...others]);
  }

  /**
   * The pictures of the messages that a draft is made of.
   * @throws UserError `muted`, `draft-gone`
   */
  async offeredPictures(
    guildId: string,
    saverId: string,
    draftId: string,
  ): Promise<readonly OfferedPicture[]> {
    await this.parts.mutes.requireUnmuted(guildId, saverId);
    return (await this.draftOf(guildId, saverId, draftId)).pictures ?? [];
  }

  /**
   * Stores what the form says as an entry of the messages' author.
   * @throws UserError as `propose`, `draft-gone`, and as `EntryService.share`, `post` and `solve`
   */
  async save(
    guildId: string,
    saver: Saver,
    { draftId, as }: { draftId: string; as: CaptureType },
    typed: TypedCapture,
    pictures: readonly TakenPicture[] = [],
  ): Promise<EntryDetails> {
    const { mutes, drafts } = this.parts;
    await mutes.requireUnmuted(guildId, saver.id);
    const draft = await this.draftOf(guildId, saver.id, draftId);
    // Much may have changed since the form was opened.
    await this.requireTakeable(guildId, saver, draft);
    const { channelId, messageIds, authorId } = draft;
    const isEdited =
      !saysTheSame(draft.text, typed.body) || (as !== 'solution' && !saysTheSame(draft.text, typed.title));
    const saved: Saved = { saver, channelId, messageIds, isEdited };
    const entry = await this.store(guildId, saver, { draft, as, typed, beside: { saved, pictures } }).catch(
      (error: unknown) => {
        // Somebody else was quicker by a moment.
        if (this.parts.isUniqueViolation(error)) throw new UserError('message-saved', { number: null });
        throw error;
      },
    );
    await drafts.discard(guildId, saver.id, draftId).catch(() => undefined);
    return entry.authorId === authorId ? entry : this.parts.entries.any(guildId, entry.number);
  }

  private async store(
    guildId: string,
    saver: Saver,
    {
      draft,
      as,
      typed,
      beside,
    }: { draft: CaptureDraft; as: CaptureType; typed: TypedCapture; beside: Beside },
  ): Promise<EntryDetails> {
    const { entries } = this.parts;
    const { isModerator, cardChannelId } = saver;
    const author: Contributor = {
      id: draft.authorId,
      displayName: draft.authorName,
      isModerator,
      cardChannelId,
    };
    switch (as) {
      case 'learning':
        return entries.share(guildId, author, typed, beside);
      case 'challenge':
        return entries.post(guildId, author, typed, beside);
      case 'solution': {
        const solution = { solution: typed.body, link: typed.link };
        return entries.solve(guildId, author, Number(typed.challenge), solution, beside);
      }
    }
  }

  private async challengesFor(guildId: string, channelId: string) {
    const challenges = await this.parts.store.challenges(guildId, channelId, challengesAtMost);
    if (challenges.length === 0) throw new UserError('no-open-challenge', {});
    return challenges;
  }

  private async draftOf(guildId: string, saverId: string, draftId: string): Promise<CaptureDraft> {
    return captureDraftIn(await this.parts.drafts.open(guildId, saverId, draftId)).draft;
  }

  private async requireTakeable(
    guildId: string,
    saver: Saver,
    { channelId, messageIds, authorId }: CaptureDraft,
  ): Promise<void> {
    const { store, mutes, profiles, reach } = this.parts;
    const [known, isOpen, mute, profile] = await Promise.all([
      store.entryOf(guildId, messageIds),
      reach.isReadByCohort(guildId, channelId, saver.cardChannelId),
      mutes.active(guildId, authorId),
      profiles.own(guildId, authorId),
    ]);
    if (!isOpen) throw refusal('closed-channel');
    const isOwn = authorId === saver.id;
    if (!isOwn && (mute || profile?.savingRefusedAt)) throw refusal('author');
    if (known === null) throw refusal('gone');
    if (known !== undefined) throw await this.savedAlready(guildId, known);
    if (!isOwn && !(await reach.isMember(guildId, authorId))) throw refusal('author-left');
  }

  private async savedAlready(guildId: string, number: number): Promise<UserError> {
    const entry = await this.parts.entries.any(guildId, number);
    return entry.deletedAt ? refusal('gone') : new UserError('message-saved', { number });
  }
}

/**
 * What a form is made of again.
 * @throws UserError `draft-gone` for a draft of anything else
 */
export function captureDraftIn({ id, fields }: Draft) {
  const draft = fields['source'] as CaptureDraft | string | undefined;
  if (typeof draft !== 'object') throw new UserError('draft-gone', {});
  return { draftId: id, draft, challenges: (fields['challenges'] ?? []) as Proposal['challenges'] };
}

/** @throws UserError `message-not-taken` for what nobody wrote, or nothing is written in */
export function requireText({ isAutomatic, isSystem, text, pictures = [] }: ChatMessage): void {
  if (isAutomatic) throw refusal('automatic');
  if (isSystem) throw refusal('system');
  if (text.trim() === '' && pictures.length === 0) throw refusal('empty');
}

const refusal = (why: CaptureRefusal) => new UserError('message-not-taken', { why });
