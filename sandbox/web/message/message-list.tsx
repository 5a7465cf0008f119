/** The messages of one channel, the oldest first. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MessageActions } from '../model.js';
import { words } from '../words/words.js';
import { useArrowKeys } from './arrow-keys.js';
import { ChannelStart, Skeleton } from './channel-start.js';
import { ArrowDownIcon } from './icons.js';
import { keepFocus } from './kept-focus.js';
import { MessageItem } from './message-item.js';
import type { Failure } from './pending.js';
import { PendingRow } from './pending-row.js';
import { rowsOf } from './rows.js';
import { type ScrolledProps, useScroll } from './scroll.js';
import { fullDay } from './time.js';
import './message.css';
import './message-list.css';

export interface MessageListProps extends ScrolledProps {
  channelId: string;
  /** False while the newest messages are on their way. */
  isLoaded?: boolean;
  actions: MessageActions;
  /** Takes away a pending command that failed. */
  onDismissPending?(id: string): void;
  /** What went wrong with a click, a choice, an edit or a deletion, by the id of its message. */
  failures?: ReadonlyMap<string, Failure>;
  /** The first message that the viewer has not seen; a line stands above it. */
  unreadFrom?: string | undefined;
  /** A message to bring into view, older ones being loaded until it is there; `nonce` asks for it once more. */
  target?: { messageId: string; nonce: number } | undefined;
}

/** Another channel begins with a list of its own, at its end. */
export function MessageList(props: MessageListProps) {
  return <List key={props.channelId} {...props} />;
}

/** How long a message that was asked for stands out. */
const FOUND_MS = 2000;

function List(props: MessageListProps) {
  const { channelId, messages, lookup, actions, hasOlder, pending, failures, unreadFrom, target } = props;
  const { isLoaded = true } = props;
  const rows = useMemo(() => rowsOf(messages, unreadFrom), [messages, unreadFrom]);
  const scroll = useScroll(props);
  const keys = useArrowKeys(messages);
  const [foundId, setFoundId] = useState<string>();
  useEffect(() => (scroll.content.current ? keepFocus(scroll.content.current) : undefined), []);

  const isHere = useRef<(id: string) => boolean>(() => false);
  isHere.current = (id) => messages.some((message) => message.id === id);
  const reveal = useCallback((messageId: string) => {
    scroll.reveal(messageId);
    setFoundId(messageId);
  }, []);
  const onJump = useCallback(
    (messageId: string) =>
      isHere.current(messageId) ? reveal(messageId) : actions.openChannel(channelId, messageId),
    [actions, channelId],
  );
  useEffect(() => {
    if (foundId === undefined) return;
    const timer = setTimeout(() => setFoundId(undefined), FOUND_MS);
    return () => clearTimeout(timer);
  }, [foundId]);

  const answered = useRef(0);
  useLayoutEffect(() => {
    if (!target || answered.current === target.nonce || !isLoaded) return;
    if (isHere.current(target.messageId)) reveal(target.messageId);
    else if (hasOlder) return scroll.load();
    answered.current = target.nonce;
  }, [target?.nonce, messages, hasOlder, isLoaded, scroll.isLoading]);

  const channel = lookup.channel(channelId);
  const { list: told } = words();
  return (
    <div class="message-list">
      <div ref={scroll.scroller} class="message-scroller">
        <div
          ref={scroll.content}
          class="message-rows"
          role="log"
          aria-label={told.label(channel?.name)}
          aria-busy={scroll.isLoading || !isLoaded}
          onKeyDown={keys.onKeyDown}
          onFocusIn={keys.onFocusIn}
        >
          {hasOlder || !isLoaded ? <Skeleton /> : <ChannelStart channel={channel} />}
          {rows.map((row) =>
            row.kind === 'message' ? (
              <MessageItem
                key={row.key}
                message={row.message}
                isContinued={row.isContinued}
                lookup={lookup}
                actions={actions}
                failure={failures?.get(row.message.id)}
                isActive={keys.activeId === row.message.id}
                isFound={foundId === row.message.id}
                onJump={onJump}
              />
            ) : row.kind === 'day' ? (
              <div key={row.key} class="day" role="separator" aria-label={fullDay(row.at)}>
                <span>{fullDay(row.at)}</span>
              </div>
            ) : (
              <div key={row.key} class="unread" role="separator" aria-label={told.newMessages}>
                <span>{told.new}</span>
              </div>
            ),
          )}
          {pending.map((one) => (
            <PendingRow
              key={one.id}
              pending={one}
              lookup={lookup}
              onDismiss={() => props.onDismissPending?.(one.id)}
            />
          ))}
        </div>
      </div>
      {(scroll.isAway || scroll.hasNews) && (
        <button type="button" class="to-present" onClick={scroll.toEnd}>
          {scroll.hasNews ? told.newMessages : told.toPresent}
          <ArrowDownIcon size={16} />
        </button>
      )}
    </div>
  );
}
