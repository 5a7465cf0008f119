/** What the outbox asks of Discord, and the possible results. */
import type { MessageView } from '../discord/message/message-view.js';

/** Why Discord took nothing, or does not let us look: trying the same again at once would not help. */
export type Refusal = 'channel-gone' | 'no-access' | 'no-permission' | 'no-history' | 'refused';

/** Why a direct message will never arrive: closed to us, or nobody is there any more. */
export type DirectRefusal = 'closed' | 'gone';

/** Why an attempt failed. `later` is no failure: the topic itself wants to wait. */
export type FailureReason = Refusal | DirectRefusal | 'no-channel' | 'no-answer' | 'fault' | 'later';

export type PostOutcome =
  | { outcome: 'posted'; messageId: string }
  | { outcome: 'refused'; reason: Refusal | DirectRefusal }
  /** No clear answer came: the message may be there or not. */
  | { outcome: 'unknown' };

export type FindOutcome =
  | { outcome: 'found'; messageId: string }
  | { outcome: 'absent' }
  /** The channel cannot be read (any more). */
  | { outcome: 'refused'; reason: Refusal }
  | { outcome: 'unknown' };

export type OpenOutcome =
  | { outcome: 'open'; channelId: string }
  | { outcome: 'refused'; reason: Refusal | DirectRefusal }
  | { outcome: 'unknown' };

/** What a message is known by when it is looked for: the id stamped on its first component, or a custom id. */
export interface Marker {
  componentId: number;
  customIds: readonly string[];
}

export interface Post {
  channelId: string;
  /** At most 25 characters; the same for every attempt. */
  nonce: string;
  view: MessageView;
  componentId: number;
}

/** Discord, as the outbox needs it. None of these rejects. */
export interface Messenger {
  /** The direct channel with a user. */
  openDirect(userId: string): Promise<OpenOutcome>;
  post(post: Post): Promise<PostOutcome>;
  /**
   * Looks for a message of ours in a channel, back to `since`. `absent` means that the history was readable that far and
   * the message is not in it.
   */
  find(place: { guildId: string; channelId: string }, marker: Marker, since: Date): Promise<FindOutcome>;
}
