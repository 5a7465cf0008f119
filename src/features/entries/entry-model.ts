/** A new entry, and an entry together with what its card shows: names, counts, its pair and where its card is. */
import type { CaptureSource } from '../../entities/capture.js';
import type { CardPlace } from '../../entities/card.js';
import type { Entry, EntryType, LearningKind } from '../../entities/entry.js';
import type { Author, Contributor } from '../../entities/member.js';
import type { EntryPicture, NewPicture } from '../../entities/picture.js';

/** A visible solution, as its challenge's list shows it. */
export interface OfferedSolution {
  number: number;
  authorId: string;
  body: string;
  isAccepted: boolean;
}

/** What only imports, exports and moderators' actions ask for is left out. */
export interface EntryDetails
  extends Omit<
    Entry,
    'section' | 'importId' | 'fingerprint' | 'helpedToldAt' | 'lostAcceptanceAt' | 'lostAcceptanceBy'
  > {
  authorName: string;
  helpfulCount: number;
  /** The oldest card still known; null before it is posted. */
  card: CardPlace | null;
  /** Solutions only: the challenge they answer. */
  challenge: {
    number: number;
    title: string;
    authorId: string;
    visible: boolean;
    isSolved: boolean;
    card: CardPlace | null;
  } | null;
  /** Challenges only: visible solutions offered. */
  solutionCount: number;
  /** Open challenges only: members who were asked about it and look at it. */
  lookerIds?: readonly string[];
  /** Challenges only: the solution that made it solved; null while it is open. */
  accepted: {
    number: number;
    body: string;
    authorId: string;
    authorName: string;
    card: CardPlace | null;
  } | null;
  /** The messages it was saved from; null for what its author wrote in a form. */
  source: CaptureSource | null;
  /** In their order; left out when there are none. */
  pictures?: readonly EntryPicture[];
}

/** Base 36, from the moment the entry was written: two entries that had the same number differ in it. */
export function entryMark({ createdAt }: Pick<Entry, 'createdAt'>): string {
  return (createdAt.getTime() % 36 ** 6).toString(36);
}

export interface NewEntry {
  guildId: string;
  author: Contributor;
  /** Of its author, to know a mute that outlived their data. */
  authorHash: Buffer;
  type: EntryType;
  kind: LearningKind | null;
  title: string | null;
  body: string;
  link: string | null;
  tags: readonly string[];
  challengeNumber: number | null;
  createdAt: Date;
  /** A draft this entry comes from: it is used up in the same statement, so that it makes one entry at most. */
  draftId?: string;
  /** The messages it was saved from. */
  captured?: Captured;
  /** Checked, in their order. */
  pictures?: readonly NewPicture[];
}

/** Messages of one channel that a member saves as an entry of their author. */
export interface Captured {
  saver: Author;
  channelId: string;
  messageIds: readonly string[];
  isEdited: boolean;
}
