/** The thread that grows from a message. */
import type { Message } from '../model.js';
import { ThreadIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { useWithin } from './within.js';
import './thread-pill.css';

export function ThreadPill({ thread }: { thread: NonNullable<Message['thread']> }) {
  const { lookup, actions } = useWithin();
  const count = 'message_count' in thread ? (thread.message_count ?? 0) : 0;
  return (
    <button type="button" class="thread-pill" onClick={() => actions.openChannel(thread.id)}>
      <ThreadIcon size={20} />
      <span class="thread-name" dir="auto">
        {lookup.channel(thread.id)?.name ?? thread.name}
      </span>
      <span class="thread-count">{words().message.inThread(count)} ›</span>
    </button>
  );
}
