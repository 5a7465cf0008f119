/** The messages of one channel, the oldest first. */
import type { Lookup, Message, MessageActions } from '../model.js';
import type { Failure, Pending } from './pending.js';

export interface MessageListProps {
  channelId: string;
  /** Oldest first; a message that did not change is the same object as before, so that it is not drawn again. */
  messages: readonly Message[];
  lookup: Lookup;
  actions: MessageActions;
  /** Whether there are messages before the first one. */
  hasOlder: boolean;
  /** Resolves when the older messages are in `messages`. */
  loadOlder(): Promise<void>;
  /** The viewer's commands that have no answer, below the messages. */
  pending: readonly Pending[];
  /** Takes away a pending command that failed. */
  onDismissPending?(id: string): void;
  /** What went wrong with a click, a choice, an edit or a deletion, by the id of its message. */
  failures?: ReadonlyMap<string, Failure>;
  /** The first message that the viewer has not seen; a line stands above it. */
  unreadFrom?: string | undefined;
  /** A message to bring into view, older ones being loaded until it is there; `nonce` asks for it once more. */
  target?: { messageId: string; nonce: number } | undefined;
}

export function MessageList({ messages }: MessageListProps) {
  return <div role="log">{messages.length}</div>;
}
