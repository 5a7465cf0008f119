/** One interaction while its token lives, and who watches what becomes of it. */
import type { JsonObject } from '../json.js';
import type { MessageRecord, UploadedFile } from '../state/records.js';

export const InteractionKind = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export const CallbackKind = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
  launchActivity: 12,
} as const;

/** Hears of what a bot does with an interaction. */
export interface Watcher {
  answered(kind: number, data: JsonObject, message: MessageRecord | undefined): void;
  edited(message: MessageRecord): void;
  followedUp(message: MessageRecord): void;
  deleted(message: MessageRecord): void;
}

/** An interaction from the side of the person who caused it, as it is kept for those who ask for it again. */
export interface Followed {
  readonly id: string;
  readonly record: InteractionRecord;
  /** The form it ended with, if it did. */
  readonly modal: JsonObject | undefined;
  /** Resolves when the person has their answer, or knows that there is none. */
  readonly settled: Promise<void>;
  /** Resolves when there are so many follow-ups, or after `timeoutMs`. */
  untilFollowUps(count: number, timeoutMs: number): Promise<void>;
  view(): JsonObject;
  /** Ends the wait, when the sandbox stops or begins again. */
  abandon(): void;
}

export interface InteractionRecord {
  id: string;
  token: string;
  type: number;
  applicationId: string;
  userId: string;
  channelId: string;
  guildId?: string;
  /** Real time. */
  createdAt: number;
  /** What `interaction_metadata` of its messages says. */
  metadata: JsonObject;
  /** Type of the message that answers it. */
  answerType: number;
  /** The message a component (or the component that opened a modal) stands on. */
  sourceMessageId?: string;
  /** The kind of callback it was answered with. */
  acknowledged?: number;
  /** The message `@original` means. */
  originalId?: string;
  /** Deferred with type 5, and the loading message still stands. */
  loading: boolean;
  /** Messages its token may edit. */
  messageIds: Set<string>;
  watcher?: Watcher;
  /** Every answer is for the person alone. */
  isPrivate?: boolean;
  /** Opened without a person's side: its answer becomes a message only when the bot comes back to it. */
  isBare?: boolean;
  /** That answer, as long as it is none. */
  unmade?: { data: JsonObject; files: UploadedFile[] };
}
