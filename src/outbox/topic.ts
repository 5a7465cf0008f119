/** A topic of the outbox: how its messages are made, how fast they go out, and what happens afterwards. */
import type { EntityManager } from 'typeorm';
import type { MessageView } from '../discord/message/message-view.js';
import type { CardPlace } from '../entities/card.js';
import type { FailureReason } from './delivery.js';

/** Messages of one lane share its workers and its pace; no lane waits for another. */
export interface Lane {
  name: string;
  /** Messages under way at the same time. */
  parallel: number;
  /** Pause of each worker after a message (ms). */
  paceMs: number;
}

export const lanes = {
  /** Enough side by side that what Discord takes in a second is ready to be sent. */
  digests: { name: 'digests', parallel: 8, paceMs: 0 },
  channels: { name: 'channels', parallel: 2, paceMs: 0 },
  /** Discord takes a burst of direct messages for spam. */
  direct: { name: 'direct', parallel: 1, paceMs: 500 },
} as const satisfies Record<string, Lane>;

/** A row of the outbox that is this process's to deliver until its lease runs out. */
export interface Owed<Payload> {
  id: string;
  guildId: string;
  /** Who gets it, or whom it mentions. */
  memberId: string | null;
  /** Unique within its topic and guild. */
  key: string;
  payload: Payload;
  createdAt: Date;
  /** Unique for each claim. */
  attempt: number;
  /** Where an earlier attempt may have posted it; null when none can have. */
  channelId: string | null;
  /** Why the attempt before failed. */
  reason: FailureReason | null;
}

/** Why a message could not be delivered, where, and when it is tried again. */
export interface Failure {
  reason: FailureReason;
  /** Null when it didn't come so far. */
  channelId: string | null;
  retryAt: Date;
}

/** Whether a channel was asked and said no, so that another way is worth trying. */
export const isChannelRefused = ({ reason, channelId }: Pick<Failure, 'reason' | 'channelId'>): boolean =>
  channelId !== null && reason !== 'no-answer' && reason !== 'fault';

/** What goes into one message: the oldest row, with those that go out together with it. */
export interface Claim<Payload> extends Owed<Payload> {
  /** After a restore it may have been posted although the row knows nothing of it; null at other times. */
  restored: { at: Date; takenAt: Date } | null;
  /** All rows of the message, this one first. */
  all: readonly Owed<Payload>[];
}

interface Ready<Payload> {
  view: MessageView;
  /** Stored with the destination, for `settled`: after a crash another process finds the message. */
  remember?: Partial<Payload>;
}

export type Prepared<Payload> =
  | (Ready<Payload> & { channelId: string })
  | (Ready<Payload> & { userId: string })
  /** Nothing is to be posted (any more). */
  | { drop: string }
  /** Not now. Without `at` after the usual pause. */
  | { wait: FailureReason; at?: Date };

// oxlint-disable-next-line typescript/no-explicit-any -- a list holds topics of different payloads
export interface Topic<Payload extends object = any> {
  /** Lower-case words with dashes, kept in the table. */
  name: string;
  lane: Lane;
  /** Rows of the same guild and member that may go out in one message; 1 by default. */
  bundle?: number;
  /** Rows of a guild go out in the order in which they came. */
  isOrdered?: boolean;
  /** Held back while the guild is paused. */
  isPausable?: boolean;
  /** Numbers of entries in it become links to their cards. */
  linksEntries?: boolean;
  /** How long after it was enqueued it is worth delivering (ms); null: always. */
  expiresAfterMs: number | null;
  /** What cannot be delivered stays in the table for the member's next command instead of being dropped. */
  isParked?: boolean;
  /** Custom ids that only this message has, for those who posted it by another way than the outbox. */
  customIds?(claim: Claim<Payload>): readonly string[];
  /** In place of the outbox's own nonce, for the same reason. At most 25 characters. */
  nonce?(claim: Claim<Payload>): string;
  /** Builds the message from the current data. */
  prepare(claim: Claim<Payload>, now: Date): Promise<Prepared<Payload>>;
  /** It is in the channel: writes the result, in the transaction that deletes the row. */
  settled?(manager: EntityManager, claim: Claim<Payload>, place: CardPlace, now: Date): Promise<void>;
  /** It will not be delivered; `expired`, a `DirectRefusal`, or what `prepare` said. In the same transaction. */
  dropped?(manager: EntityManager, claim: Claim<Payload>, reason: string, now: Date): Promise<void>;
  /** It could not be delivered for now. What it gives changes the payload, and has it tried again at once. */
  failed?(
    manager: EntityManager,
    claim: Claim<Payload>,
    failure: Failure,
    now: Date,
  ): Promise<Partial<Payload> | undefined>;
}

/** Ties the payload's type to all parts of a topic. */
export function defineTopic<Payload extends object>(topic: Topic<Payload>): Topic<Payload> {
  return topic;
}
